'use strict'

throw new Error('bootpay-core does not run in browsers and edge runtimes: it holds the merchant\'s secret key and a native library, so call it on a server with Node.js, Bun or Deno (in Next.js, give the route the runtime \'nodejs\')')
