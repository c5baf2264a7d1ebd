// Generated: `make generate`.
import './edge.js'

export const { Bootpay, BootpayError, explainRetry, Payments, Billing, Reservations, Users, Wallets, Identity, CashReceipts, Escrow, PaymentMethods, Webhooks, Attempts, Reseller, Setup, VerifiedPayment, WebhookDelivery, Refunded } = {}
