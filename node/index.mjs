// Generated: `make generate`.
import core from './index.js'

export const { Bootpay, BootpayError, Payments, VerifiedPayment } = core
