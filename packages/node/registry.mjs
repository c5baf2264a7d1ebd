// A registry of the packed packages, and of nothing else: `registry.mjs DIST`. Prints its URL.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { basename, join } from 'node:path'

const dist = process.argv[2]
const tarballs = new Map(readdirSync(dist).filter(name => name.endsWith('.tgz')).map(name => [name, readFileSync(join(dist, name))]))
const manifests = new Map()
for (const name of tarballs.keys()) {
  // As npm names them: the scope in front, and the version behind.
  for (const folder of ['', '@bootpay-core']) {
    for (const entry of readdirSync(join(dist, 'unpacked', folder))) {
      const file = join(dist, 'unpacked', folder, entry, 'package.json')
      if (entry.startsWith('@')) continue
      const manifest = JSON.parse(readFileSync(file, 'utf8'))
      if (name === `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`) manifests.set(manifest.name, { manifest, name })
    }
  }
}

const server = createServer((request, response) => {
  const path = decodeURIComponent(request.url.slice(1))
  const tarball = tarballs.get(basename(path))
  const found = manifests.get(path)
  if (tarball) {
    response.setHeader('content-type', 'application/octet-stream').end(tarball)
  } else if (found) {
    const { manifest, name } = found
    const integrity = `sha512-${createHash('sha512').update(tarballs.get(name)).digest('base64')}`
    const dist = { tarball: `${url}/-/${name}`, integrity }
    const document = { name: path, 'dist-tags': { latest: manifest.version }, versions: { [manifest.version]: { ...manifest, dist } } }
    response.setHeader('content-type', 'application/json').end(JSON.stringify(document))
  } else {
    response.writeHead(404).end('{}')
  }
})
let url
server.listen(0, '127.0.0.1', () => {
  url = `http://127.0.0.1:${server.address().port}`
  console.log(url)
})
