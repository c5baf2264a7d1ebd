import core = require('bootpay-core')
import enums = require('bootpay-core/enums')
import testing = require('bootpay-core/testing')

async function main (): Promise<core.Receipt> {
  const emulator = await testing.Emulator.start()
  return await new core.Bootpay(emulator.settings()).payments.get({ receiptId: 'r' })
}
console.log(enums.names.Bank['004'].korean)
main().catch((error: unknown) => console.log(error instanceof core.BootpayError && error.kind))
