let sold = 0

/** Whom an identity verification is about. */
export const PERSON = { username: '홍길동', identity_no: '9001011', carrier: 'SKT', phone: '01012345678' }

/** An order that the shop sold: what its server keeps, and the request that its page makes of it. */
export function order (emulator, { extra = {}, ...changes } = {}) {
  sold += 1
  return {
    client_key: emulator.merchant.client_key,
    order_id: `o-${process.pid}-${sold}`,
    order_name: '무선 이어폰',
    price: 15_000,
    pg: 'nicepay',
    method: 'card',
    user: { username: '홍길동', phone: '01012345678', email: 'buyer@example.com' },
    ...changes,
    extra
  }
}

/** The receipt of an order, as a server finds it that the browser told nothing. */
export async function findReceipt (emulator, { order_id }) {
  const receipts = await emulator.control('GET', '/emulator/payments')
  return receipts.find(receipt => receipt.order_id === order_id)
}
