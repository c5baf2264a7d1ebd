/**
 * Path of the program `bootpay-emulator` for this platform.
 *
 * The import throws an error that names the package to install if that of this platform is missing or has another
 * version.
 */
export declare const program: string
