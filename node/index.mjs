// Generated: `make generate`.
import { createRequire } from 'node:module'

// Required, not imported: an import first searches the file for its names, which takes milliseconds.
export const { Bootpay, BootpayError, explainRetry, Payments, Billing, Reservations, Users, Wallets, Identity, CashReceipts, Escrow, PaymentMethods, Webhooks, Attempts, Reseller, VerifiedPayment } = createRequire(import.meta.url)('./index.js')
