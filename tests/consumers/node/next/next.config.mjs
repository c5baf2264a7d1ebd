// `standalone` leaves only what was traced: the library must be among it.
export default {
  output: 'standalone',
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: ['bootpay-core']
}
