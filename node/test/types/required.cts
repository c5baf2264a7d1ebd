import core = require('bootpay-core')
import testing = require('bootpay-core/testing')

async function main (): Promise<core.Receipt> {
  const sandbox = await testing.Sandbox.start()
  return await new core.Bootpay(sandbox.settings()).payments.get({ receiptId: 'r' })
}
main().catch((error: unknown) => console.log(error instanceof core.BootpayError && error.kind))
