// Generated: `make generate`.
'use strict'

/** Of each response: fields that become dates, or are objects of their own, hidden, or masked when printed. */
const models = {
  __proto__: null,
  Receipt: { dates: ['purchasedAt', 'cancelledAt', 'requestedAt'], parts: { cardData: 'CardData', phoneData: 'PhoneData', bankData: 'BankData', vbankData: 'VirtualAccountData', escrowData: 'EscrowData', user: 'Buyer' }, masked: ['metadata'], raw: true },
  CardData: { masked: ['cardNo'] },
  BankData: { masked: ['bankAccount', 'bankUsername'] },
  VirtualAccountData: { dates: ['expiredAt'], masked: ['bankAccount', 'bankUsername', 'senderName'] },
  PhoneData: { masked: ['phone'] },
  EscrowData: { dates: ['shippingStartedAt', 'receiptConfirmedAt'] },
  Buyer: { masked: ['username', 'phone', 'email', 'gender', 'birth', 'area', 'addr'] },
  VerifiedPayment: { parts: { receipt: 'Receipt' }, opaque: ['receiptId', 'orderId', 'price', 'confirmedEarlier', 'receipt'] },
  RequestedPayment: { raw: true },
  BillingKey: { dates: ['expireAt', 'billingExpireAt', 'publishedAt', 'requestedAt'], parts: { billingData: 'BillingData', receiptData: 'Receipt' }, masked: ['metadata'], raw: true },
  BillingData: { masked: ['cardNo', 'cardHash', 'rtnKeyInfo', 'bankAccount', 'bankUsername', 'username'] },
  DeletedBillingKey: { raw: true },
  CreatedReservation: { dates: ['reserveExecuteAt'], raw: true },
  Reservation: { dates: ['reserveRequestedAt', 'reserveExecuteAt', 'reserveStartedAt', 'reserveFinishedAt', 'reserveRevokedAt'], parts: { user: 'Buyer' }, masked: ['items', 'extra', 'metadata'], raw: true },
  CancelledReservation: { raw: true },
  UserToken: { dates: ['expiredAt'], secrets: ['userToken'], masked: ['userToken'], raw: true },
  Wallet: { dates: ['expiredAt', 'latestPurchasedAt'], parts: { batchData: 'BillingData' }, masked: ['name'], raw: true },
  WalletPayment: { parts: { receipt: 'Receipt', walletData: 'WalletData' } },
  WalletData: { parts: { success: 'Wallet', failure: 'Wallet' } },
  Certificate: { dates: ['authenticatedAt', 'requestedAt'], parts: { authenticateData: 'AuthenticateData' }, masked: ['metadata'], raw: true },
  AuthenticateData: { secrets: ['unique'], masked: ['name', 'phone', 'unique', 'birth', 'gender', 'foreigner', 'carrier'] },
  PaymentMethod: { raw: true },
  Undocumented: { raw: true },
  WebhookNotice: { masked: ['serialized'], raw: true },
  ErrorInfo: { parts: { receipt: 'Receipt', attempt: 'Attempt' }, masked: ['body'] },
  Attempt: { dates: ['sentAt'] },
  Resolution: { dates: ['askAgainAt'], parts: { attempt: 'Attempt', receipt: 'Receipt', billingKey: 'BillingKey', reservation: 'Reservation' } },
  WebhookDelivery: { parts: { payment: 'VerifiedPayment', refunded: 'Refunded', receipt: 'Receipt', error: 'ErrorInfo' }, opaque: ['outcome', 'reason', 'response', 'change', 'payment', 'refunded', 'receipt', 'error', 'claim'] },
  Refunded: { parts: { receipt: 'Receipt' }, opaque: ['receiptId', 'orderId', 'price', 'cancelledPrice', 'remaining', 'receipt'] },
  WindowPayload: { masked: ['payload'] },
  WindowScripts: { masked: ['open'] },
  WindowForm: { masked: ['payload', 'token'] },
  WindowEvent: { masked: ['message', 'url'], raw: true },
  LinkDecision: { masked: ['url', 'fallbackUrl'] },
}

/** The resources of a client: field, class, and what each call returns. */
const resources = [
  ['payments', 'Payments', { get: 'Receipt', findByOrder: 'Receipt', confirm: 'VerifiedPayment', verify: 'VerifiedPayment', cancelFull: 'Receipt', cancelPartial: 'Receipt', request: 'RequestedPayment', requestVirtualAccount: 'Receipt' }, {}],
  ['billing', 'Billing', { issueCard: 'BillingKey', continueCard: 'BillingKey', issueTransfer: 'Receipt', continueTransfer: 'BillingKey', publishTransfer: 'BillingKey', get: 'BillingKey', getByReceipt: 'BillingKey', getSequential: 'BillingKey', delete: 'DeletedBillingKey', charge: 'Receipt', finishEasy: 'Receipt' }, {}],
  ['reservations', 'Reservations', { create: 'CreatedReservation', get: 'Reservation', cancel: 'CancelledReservation' }, {}],
  ['users', 'Users', { token: 'UserToken', wallets: 'Wallet', registerBiometric: 'Undocumented', validatePassword: 'Undocumented' }, {}],
  ['wallets', 'Wallets', { list: 'Wallet', charge: 'WalletPayment', listService: 'Undocumented' }, {}],
  ['identity', 'Identity', { request: 'Certificate', confirm: 'Certificate', resend: 'Certificate', certificate: 'Certificate' }, {}],
  ['cashReceipts', 'CashReceipts', { publishForPayment: 'Receipt', cancelForPayment: 'Receipt', publish: 'Receipt', cancel: 'Receipt' }, {}],
  ['escrow', 'Escrow', { startShipping: 'Receipt' }, {}],
  ['paymentMethods', 'PaymentMethods', { list: 'PaymentMethod' }, {}],
  ['webhooks', 'Webhooks', { receive: 'WebhookDelivery', done: 'WebhookResponse', release: 'WebhookResponse', resend: 'Undocumented' }, { parse: 'WebhookNotice' }],
  ['attempts', 'Attempts', { resolve: 'Resolution', recover: 'Resolution' }, { unresolved: 'Attempt', acknowledge: 'bool' }],
  ['reseller', 'Reseller', { createSeller: 'Undocumented', getSeller: 'Undocumented', deleteTestSeller: 'Undocumented', updateResources: 'Undocumented', createApp: 'Undocumented', invite: 'Undocumented' }, {}],
  ['setup', 'Setup', {}, { addresses: 'BootpayAddresses', applicationId: 'String', supports: 'Support', readiness: 'ReadinessItem' }],
]

/** What each function of the payment window returns. */
const window = { payment: 'WindowPayload', subscription: 'WindowPayload', authentication: 'WindowPayload', scripts: 'WindowScripts', shell: 'String', form: 'WindowForm', decryptForm: 'String', parse: 'WindowEvent', closes: 'bool', decide: 'LinkDecision', manifest: 'String' }

module.exports = { models, resources, window }
