// Names that the documentation's snippets use and do not define.
import type { Bootpay, VerifiedPayment } from 'bootpay-core'

declare global {
  const bootpay: Bootpay
  const clientKey: string
  const secretKey: string
  const receiptId: string
  const signal: AbortSignal
  /** Stands for the merchant's database; `execute` returns the number of rows that changed. */
  const database: {
    execute (query: string, values: unknown[]): Promise<number>
    order (id: string | undefined): Promise<{ orderId: string, price: number } | undefined>
    pay (payment: VerifiedPayment): Promise<void>
    refund (orderId: string, cancelledPrice: number, remaining: number): Promise<void>
  }
  /** Stands for the merchant's warehouse. */
  function ship (orderId: string): void
}
