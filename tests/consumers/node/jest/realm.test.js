// Another file, in the same process: another realm, and the same library.
const { Bootpay, BootpayError } = require('bootpay-core')

const { settings, receiptId } = JSON.parse(process.env.MERCHANT)

test('a second realm has its own classes', async () => {
  const bootpay = new Bootpay(settings)
  const receipt = await bootpay.payments.get({ receiptId })
  expect(receipt.requestedAt).toBeInstanceOf(Date)
  await expect(bootpay.payments.get({ receiptId: 'nope' })).rejects.toBeInstanceOf(BootpayError)
  await expect(bootpay.payments.get({ receiptId: 'nope' })).rejects.toBeInstanceOf(Error)
})

test('reset modules have the same classes', () => {
  jest.resetModules()
  expect(require('bootpay-core').BootpayError).toBe(BootpayError)
})
