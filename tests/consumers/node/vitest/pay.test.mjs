import { createRequire } from 'node:module'
import { Bootpay, BootpayError, Payments } from 'bootpay-core'
import { afterEach, expect, test, vi } from 'vitest'

const { settings, receiptId, orderId } = JSON.parse(process.env.MERCHANT)
const bootpay = new Bootpay(settings)
const fake = { cancelledPrice: 1 }

afterEach(() => { vi.restoreAllMocks() })

test('a mocked refund is not sent', async () => {
  vi.spyOn(bootpay.payments, 'cancelFull')
  vi.mocked(bootpay.payments.cancelFull).mockResolvedValue(fake)
  expect(await bootpay.payments.cancelFull({ receiptId })).toBe(fake)
  expect(bootpay.payments.cancelFull).toHaveBeenCalledOnce()
})

test('a mock of the class holds', async () => {
  vi.spyOn(Payments.prototype, 'cancelFull').mockResolvedValue(fake)
  expect(await new Bootpay(settings).payments.cancelFull({ receiptId })).toBe(fake)
  vi.restoreAllMocks()
  vi.spyOn(Bootpay.prototype, 'payments', 'get').mockReturnValue({ cancelFull: async () => fake })
  expect(await bootpay.payments.cancelFull({ receiptId })).toBe(fake)
})

test('imported and required, the class is the same', () => {
  expect(createRequire(import.meta.url)('bootpay-core').Bootpay).toBe(Bootpay)
})

test('what is real is real', async () => {
  const paid = await bootpay.payments.confirm({ receiptId, orderId, price: 15_000 })
  expect(paid.receipt.cancelledPrice).toBe(0)
  expect(paid.receipt.purchasedAt).toBeInstanceOf(Date)
  await expect(bootpay.payments.get({ receiptId: 'nope' })).rejects.toBeInstanceOf(BootpayError)
  await expect(bootpay.payments.get({ receiptId: 'nope' })).rejects.toBeInstanceOf(Error)
})
