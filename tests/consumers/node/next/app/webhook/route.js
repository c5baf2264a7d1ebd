import { Bootpay } from 'bootpay-core'
import { webhook } from 'bootpay-core/next'
import { webhookReceiver } from 'bootpay-core/webhooks'

export const dynamic = 'force-dynamic'
export const runtime = 'nodejs'

const handled = []
let receive

function handler () {
  const bootpay = new Bootpay(JSON.parse(process.env.MERCHANT).settings)
  const receiver = webhookReceiver(bootpay, {
    order: ({ orderId }) => orderId && { orderId, price: 15_000 },
    work: ({ change }) => handled.push(change)
  })
  // No proxy is in front of it here: Next.js itself writes the address of the connection, if nobody else did.
  return webhook(receiver, { source: request => request.headers.get('x-forwarded-for') })
}

export function POST (request) {
  // Once the server runs: the build has no keys.
  receive ??= handler()
  return receive(request)
}

export function GET () {
  return Response.json(handled)
}
