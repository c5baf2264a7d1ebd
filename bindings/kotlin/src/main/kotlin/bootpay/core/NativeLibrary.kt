package bootpay.core

import com.sun.jna.Native
import com.sun.jna.Platform
import com.sun.jna.Pointer
import java.io.File

/**
 * The native library of this package cannot be had on this platform, or does not load there. The message names the
 * platform and what to do.
 */
class NativeLibraryError internal constructor(message: String, cause: Throwable? = null) : UnsatisfiedLinkError(message) {
    init {
        initCause(cause)
    }
}

/**
 * Finds the native library, in this order: the file or name in the system property
 * `uniffi.component.bootpay_core.libraryOverride`; the folders of `jna.library.path`; the system's folders; the jar,
 * in the folder of the platform.
 *
 * Folders of the jar are JNA's: `linux-x86-64`, `linux-aarch64`, `darwin-x86-64`, `darwin-aarch64`, `win32-x86-64`,
 * `win32-aarch64`. JNA has one for glibc and musl, so musl's are our own: `linux-x86-64-musl`, `linux-aarch64-musl`.
 */
internal class NativeLibrary(
    private val property: (String) -> String? = System::getProperty,
    private val isMusl: Boolean = isMusl(),
    private val has: (String) -> Boolean = { NativeLibrary::class.java.getResource("/$it") != null },
    private val unpack: (String) -> File = { Native.extractFromResourcePath("/$it", NativeLibrary::class.java.classLoader) },
) {
    private val platform = Platform.RESOURCE_PREFIX + if (isMusl) "-musl" else ""
    private val file = System.mapLibraryName(NAME)

    /** The file, or the name that JNA looks for. */
    val place: String by lazy { property(OVERRIDE) ?: if (isMusl) ofMusl() else NAME }

    /** Under JNA's own rules it would load the library of glibc. */
    private fun ofMusl(): String {
        val folders = property("jna.library.path").orEmpty().split(File.pathSeparatorChar).filter { it.isNotEmpty() }
        folders.map { File(it, file) }.firstOrNull { it.isFile }?.let { return it.path }
        return if (has("$platform/$file")) unpack("$platform/$file").path else throw failed(null)
    }

    /** The error to throw when it is not found or does not load. */
    fun failed(cause: Throwable?): NativeLibraryError {
        val override = "the system property $OVERRIDE names one: -D$OVERRIDE=/path/to/$file"
        property(OVERRIDE)?.let { return NativeLibraryError("bootpay-core cannot load $it, which the system property $OVERRIDE names: ${cause?.message}", cause) }
        if (has("$platform/$file")) {
            return NativeLibraryError("bootpay-core cannot load its native library for $platform: ${cause?.message}; $override", cause)
        }
        val there = KNOWN.filter { has("$it/${fileOn(it)}") }
        return NativeLibraryError(
            "bootpay-core has no native library for $platform, only for ${there.joinToString().ifEmpty { "no platform" }}; $override", cause,
        )
    }

    companion object {
        private const val NAME = "bootpay_bindings"
        const val OVERRIDE = "uniffi.component.bootpay_core.libraryOverride"
        private val KNOWN = listOf(
            "linux-x86-64", "linux-aarch64", "linux-x86-64-musl", "linux-aarch64-musl",
            "darwin-x86-64", "darwin-aarch64", "win32-x86-64", "win32-aarch64",
        )

        private val current by lazy { NativeLibrary() }

        /** Binds the native methods of a class. */
        @JvmStatic
        fun bind(target: Class<*>) {
            try {
                Native.register(target, current.place)
            } catch (failed: NativeLibraryError) {
                throw failed
            } catch (failed: UnsatisfiedLinkError) {
                throw current.failed(failed)
            }
        }

        /** The address of a function. */
        fun function(name: String): Pointer = com.sun.jna.NativeLibrary.getInstance(current.place).getFunction(name)

        private fun fileOn(platform: String) = when {
            platform.startsWith("win32") -> "$NAME.dll"
            platform.startsWith("darwin") -> "lib$NAME.dylib"
            else -> "lib$NAME.so"
        }

        /** The C library of this process is musl: its loader is mapped. */
        private fun isMusl(): Boolean = Platform.isLinux() && try {
            File("/proc/self/maps").useLines { lines -> lines.any { "/ld-musl-" in it } }
        } catch (_: java.io.IOException) {
            false
        }
    }
}
