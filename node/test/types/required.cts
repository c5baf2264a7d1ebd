import core = require('bootpay-core')
import words = require('bootpay-core/words')
import testing = require('bootpay-core/testing')

async function main (): Promise<core.Receipt> {
  const sandbox = await testing.Sandbox.start()
  return await new core.Bootpay(sandbox.settings()).payments.get({ receiptId: 'r' })
}
console.log(words.names.Bank['004'].korean)
main().catch((error: unknown) => console.log(error instanceof core.BootpayError && error.kind))
