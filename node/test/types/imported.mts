// Compiled, not run: what TypeScript must accept, and what it must refuse.
import { Bootpay, BootpayError, Payments, VerifiedPayment, type Attempt, type ErrorKind, type Receipt, type Status } from 'bootpay-core'
import { Emulator } from 'bootpay-core/testing'
import { names, type Name } from 'bootpay-core/enums'
import { payment, scripts } from 'bootpay-core/window'

await using emulator = await Emulator.start({ args: ['--tls'] })
const bootpay = new Bootpay({ clientKey: 'k', secretKey: 's', baseUrl: emulator.url, mode: 'test', timeoutMs: 1000 })
new Bootpay(emulator.settings())
const payments: Payments = bootpay.payments

const receipt: Receipt = await payments.get({ receiptId: 'r' }, { timeoutMs: 5000, signal: AbortSignal.timeout(10) })
const orders: Receipt[] = await payments.findByOrder({ orderId: 'o' })
const price: number = receipt.price
const date: Date | undefined = receipt.purchasedAt
const known: Status = 'paid'
const unknown: Status = 'never seen'
const installments = receipt.cardData?.cardQuota
const kind = receipt.methodSymbol === 'card' ? 1 : 2
const attempts: Attempt[] = bootpay.attempts.unresolved()

function ship (payment: VerifiedPayment): string {
  return `${payment.orderId} ${payment.price} ${payment.receipt.status}`
}
ship(await payments.confirm({ receiptId: 'r', orderId: 'o', price: 15_000 }))

try {
  await payments.cancelPartial({ receiptId: 'r', cancelPrice: 5000, cancelId: 'o/1', cancelMessage: 'size' })
} catch (error) {
  if (error instanceof BootpayError) {
    const kind: ErrorKind = error.kind
    const code: string | undefined = error.code
    const attempt: Attempt | undefined = error.attempt
    if (error.kind === 'outcome_unknown' && error.repeat === 'after_resolve') console.log(kind, code, attempt?.sentAt.getTime(), error.cause)
    // @ts-expect-error a kind that does not exist
    if (error.kind === 'failed') throw error
    // @ts-expect-error what happened cannot be rewritten
    error.kind = 'rejected'
  }
}

await bootpay.paymentMethods.list()
await bootpay.wallets.listService(undefined, { timeoutMs: 5000 })
// @ts-expect-error a member must be said
await bootpay.wallets.list()

const kookmin: string = names.Bank['004'].english
const bank: Name | undefined = names.Bank[receipt.bankData?.bankCode ?? '']
const mode: Name = names.Mode[Math.random() < 0.5 ? 'live' : 'test']
// @ts-expect-error a newer bank may have no name
names.Bank['777'].english
// @ts-expect-error a mode that does not exist
names.Mode.sandbox
console.log(kookmin, bank?.korean, mode)

// @ts-expect-error the amount of a part must be said
await payments.cancelPartial({ receiptId: 'r', cancelId: 'o/1' })
// @ts-expect-error a part of the whole
await payments.cancelFull({ receiptId: 'r', amount: 5000 })
// @ts-expect-error won are numbers
await payments.cancelPartial({ receiptId: 'r', cancelPrice: '5000', cancelId: 'o/1' })
// @ts-expect-error only the two modes
new Bootpay({ clientKey: 'k', secretKey: 's', mode: 'sandbox' })
// @ts-expect-error only a call makes one
ship({ receiptId: 'r', orderId: 'o', price: 1, receipt })
// @ts-expect-error only a call makes one
new VerifiedPayment()
// @ts-expect-error reached from a client
new Payments()
// @ts-expect-error made by calls
new BootpayError()

console.log(price, date, known, unknown, installments, kind, attempts, orders)

// A payload travels under the API's names, and is taken back by the functions for apps.
const { payload } = payment({ price: 1000, orderName: '차', orderId: 'o-1', clientKey: 'ck', methods: ['card'] })
const travels: { price: number, order_name: string, method?: string | string[] } = payload
const separately: boolean | undefined = payload.extra?.separately_confirmed
// @ts-expect-error: an amount
const text: string = payload.price
const lines: string[] = scripts({ kind: 'payment', payload, dialect: 'android', uuid: 'u-1' }).open
