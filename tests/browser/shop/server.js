import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const modules = join(here, '../node_modules')

/** The official SDK as npm has it, by the names that pages use. */
export const SDK = {
  '5.3.1': { folder: join(modules, '@bootpay/client-js/dist'), umd: 'index.umd.js', esm: 'index.mjs' },
  '5.0.0': { folder: join(modules, 'client-js-5.0/dist'), umd: 'index.umd.js', esm: 'index.es.js' }
}

const local = url => `<script src="${url}/window/local.js"></script>`

/** `module` scripts run after the page was parsed, and so must what follows them. */
const scripts = {
  umd: (sdk, url) => `<script src="/sdk/${sdk}/${SDK[sdk].umd}"></script>${url ? local(url) : ''}<script src="/shop.js"></script>`,
  esm: (sdk, url) => `<script type="module" src="/sdk/${sdk}/${SDK[sdk].esm}"></script>` +
    `${url ? local(url).replace('<script', '<script defer') : ''}<script defer src="/shop.js"></script>`
}

/** A merchant's web server, without a server's part in payments: the tests confirm with our clients. */
export async function startShop () {
  const pages = new Map()
  const posts = []
  const type = { js: 'text/javascript; charset=utf-8', html: 'text/html; charset=utf-8' }

  /** Serves a document. Returns its address. */
  function serve (html, headers = {}) {
    const path = `/page-${pages.size}`
    pages.set(path, { html, headers })
    return url + path
  }

  async function respond (request, response) {
    const { pathname } = new URL(request.url, 'http://shop')
    if (request.method !== 'GET') {
      posts.push(pathname)
      return response.writeHead(405).end()
    }
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    const [, sdk, file] = pathname.match(/^\/sdk\/([\d.]+)\/([\w.]+)$/) ?? []
    if (sdk) return response.writeHead(200, { 'content-type': type.js }).end(await readFile(join(SDK[sdk].folder, file)))
    if (pathname === '/shop.js') return response.writeHead(200, { 'content-type': type.js }).end(await readFile(join(here, 'shop.js')))
    if (pathname === '/return') return response.writeHead(200, { 'content-type': type.html }).end('<!doctype html><title>returned</title><p>returned</p>')
    const page = pages.get(pathname)
    if (!page) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': type.html, ...page.headers }).end(page.html)
  }

  const server = createServer((request, response) => {
    respond(request, response).catch(error => response.writeHead(500).end(String(error)))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // Another site than the emulator's 127.0.0.1, as a merchant's is another than Bootpay's.
  const url = `http://localhost:${server.address().port}`

  return {
    url,
    /** Paths of requests that are no GET: nothing should send one. */
    posts,
    /** Serves a page with the SDK, and the emulator's `local.js` unless `emulator` is undefined. Returns its address. */
    page ({ emulator, sdk = '5.3.1', kind = 'umd', headers = {} }) {
      const html = '<!doctype html><html lang="ko"><meta charset="utf-8"><title>가맹점</title>' +
        `<h1>무선 이어폰</h1>${scripts[kind](sdk, emulator?.url)}</html>`
      return serve(html, headers)
    },
    serve,
    async stop () {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    }
  }
}
