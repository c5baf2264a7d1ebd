const sinon = require('sinon')
const { Bootpay, BootpayError, Payments } = require('bootpay-core')

const { settings, receiptId, orderId } = JSON.parse(process.env.MERCHANT)
const bootpay = new Bootpay(settings)
const fake = { cancelledPrice: 1 }

afterEach(() => jest.restoreAllMocks())

// Nothing of these is sent: the payment is confirmed below, and still has all its money.
test('a mocked refund is not sent', async () => {
  const spy = jest.spyOn(bootpay.payments, 'cancelFull').mockResolvedValue(fake)
  await expect(bootpay.payments.cancelFull({ receiptId })).resolves.toBe(fake)
  expect(spy).toHaveBeenCalledWith({ receiptId })
})

test('a mock of the class holds', async () => {
  jest.spyOn(Payments.prototype, 'cancelFull').mockResolvedValue(fake)
  await expect(new Bootpay(settings).payments.cancelFull({ receiptId })).resolves.toBe(fake)
  jest.restoreAllMocks()
  jest.spyOn(Bootpay.prototype, 'payments', 'get').mockReturnValue({ cancelFull: async () => fake })
  await expect(bootpay.payments.cancelFull({ receiptId })).resolves.toBe(fake)
  jest.restoreAllMocks()
  jest.spyOn(bootpay, 'payments', 'get').mockReturnValue({ cancelFull: async () => fake })
  await expect(bootpay.payments.cancelFull({ receiptId })).resolves.toBe(fake)
})

test('a stub of sinon holds, until it is restored', async () => {
  const stub = sinon.stub(bootpay.payments, 'cancelFull').resolves(fake)
  await expect(bootpay.payments.cancelFull({ receiptId })).resolves.toBe(fake)
  stub.restore()
  const whole = sinon.stub(bootpay.billing)
  whole.charge.resolves(fake)
  await expect(bootpay.billing.charge({})).resolves.toBe(fake)
  sinon.restore()
  await expect(bootpay.billing.charge({})).rejects.toMatchObject({ kind: 'invalid' })
})

test('what is real is real', async () => {
  const paid = await bootpay.payments.confirm({ receiptId, orderId, price: 15_000 })
  expect(paid.receipt.cancelledPrice).toBe(0)
  expect(paid.receipt.purchasedAt).toBeInstanceOf(Date)
  expect(paid.receipt.raw).toEqual(expect.objectContaining({ receipt_id: receiptId }))
  expect(paid.receipt.raw).toStrictEqual({ ...paid.receipt.raw })
  const call = bootpay.payments.get({ receiptId: 'nope' })
  expect(call).toBeInstanceOf(Promise)
  const error = await call.catch(error => error)
  expect(error).toBeInstanceOf(BootpayError)
  expect(error).toBeInstanceOf(Error)
  expect(() => new Bootpay({})).toThrow(BootpayError)
})
