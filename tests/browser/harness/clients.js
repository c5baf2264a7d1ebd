import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const python = join(here, '../../../python/.venv/bin/python')

/**
 * Our clients of the merchant's server, with the same calls: `{ link, confirm, verify, get, cancel, billingKey,
 * charge, certificate, close }`. Each takes the API's names and returns `{ receipt_id, status, price, cancelled_price }` or what
 * it is about; an error has `kind`, `code` and `field`.
 */
export const CLIENTS = { node, python: pythonClient }

async function node (emulator) {
  const { Bootpay } = await import('../../../node/index.mjs')
  const bootpay = new Bootpay(emulator.settings())
  const receipt = ({ receiptId, orderId, status, price, cancelledPrice }) => (
    { receipt_id: receiptId, order_id: orderId, status, price, cancelled_price: cancelledPrice ?? 0 }
  )
  const sold = ({ receipt_id, order_id, price }) => ({ receiptId: receipt_id, orderId: order_id, price })
  return {
    link: async ({ order_id, order_name, price, pg, method, redirect_url }) => {
      const { receiptId, url } = await bootpay.payments.request({ orderId: order_id, orderName: order_name, price, pg, method, redirectUrl: redirect_url })
      return { receipt_id: receiptId, url }
    },
    confirm: async given => receipt((await bootpay.payments.confirm(sold(given))).receipt),
    verify: async given => receipt((await bootpay.payments.verify(sold(given))).receipt),
    get: async given => receipt(await bootpay.payments.get({ receiptId: given.receipt_id })),
    cancel: async given => receipt(await bootpay.payments.cancelFull({
      receiptId: given.receipt_id, cancelMessage: '변심', ...(given.refund && { refund: refund(given.refund) })
    })),
    billingKey: async given => ({ billing_key: (await bootpay.billing.getByReceipt({ receiptId: given.receipt_id })).billingKey }),
    charge: async given => receipt(await bootpay.billing.charge({
      billingKey: given.billing_key, orderId: given.order_id, orderName: given.order_name, price: given.price
    })),
    certificate: async given => {
      const found = await bootpay.identity.certificate({ receiptId: given.receipt_id })
      return { receipt_id: found.receiptId, status: found.status }
    },
    close: async () => bootpay.close()
  }
}

const refund = ({ bank_account, bank_username, bank_code }) => ({ bankAccount: bank_account, bankUsername: bank_username, bankCode: bank_code })

/** A process of rest.py: a question per line, an answer per line, in order. */
async function pythonClient (emulator) {
  const child = spawn(python, [join(here, 'rest.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONPATH: join(here, '../../../python'), BOOTPAY_BASE_URL: emulator.url, BOOTPAY_CLIENT_KEY: emulator.merchant.client_key, BOOTPAY_SECRET_KEY: emulator.merchant.secret_key }
  })
  const ended = new Promise(resolve => { child.once('error', resolve).once('exit', code => resolve(new Error(`rest.py ended with ${code}`))) })
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()

  async function ask (call, given) {
    child.stdin.write(JSON.stringify({ call, given }) + '\n')
    const answer = await Promise.race([answers.next(), ended])
    if (answer instanceof Error) throw answer
    const { error, done } = JSON.parse(answer.value)
    if (error) throw Object.assign(new Error(error.message), error)
    return done
  }

  const calls = ['link', 'confirm', 'verify', 'get', 'cancel', 'billingKey', 'charge', 'certificate']
  return {
    ...Object.fromEntries(calls.map(name => [name, given => ask(name, given)])),
    close: async () => {
      child.stdin.end()
      await ended
    }
  }
}
