jest.mock('bootpay-core')
const { Bootpay, Payments } = require('bootpay-core')

test('an automatic mock sends nothing', () => {
  const bootpay = new Bootpay({})
  expect(Bootpay).toHaveBeenCalledTimes(1)
  expect(bootpay.payments?.cancelFull).toBeUndefined()
  expect(jest.isMockFunction(Payments.prototype.cancelFull)).toBe(true)
})
