// Names that the documentation's snippets use and do not define.
import type { Bootpay } from 'bootpay-core'

declare global {
  const bootpay: Bootpay
  const clientKey: string
  const secretKey: string
  const receiptId: string
  const signal: AbortSignal
}
