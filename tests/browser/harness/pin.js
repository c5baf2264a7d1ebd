import { createHash, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:tls'

/** The pin of a server's certificate, as Chromium's `--ignore-certificate-errors-spki-list` takes it. */
export async function pinOf (url) {
  const { hostname, port } = new URL(url)
  // It is the certificate that is asked for, and no byte is sent to whoever has it.
  const socket = connect({ host: hostname, port, rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  const certificate = new X509Certificate(socket.getPeerCertificate(true).raw)
  socket.destroy()
  return createHash('sha256').update(certificate.publicKey.export({ type: 'spki', format: 'der' })).digest('base64')
}
