import { Buyer } from './buyer.js'

/**
 * The three ways of the SDK to show a window. `open` makes the call and returns the `buyer` in front of it, and `end`,
 * which waits for what the merchant's page is told: `{ state: 'resolved' | 'rejected', value }`, of a redirect as the
 * promise of the others would have it.
 */
export const SURFACES = {
  async iframe (page, name, payload) {
    const call = await page.call(name, withType(payload, 'iframe'))
    return { buyer: new Buyer(page.frame), end: () => page.outcome(call) }
  },

  async popup (page, name, payload) {
    const call = await page.call(name, withType(payload, 'popup'))
    return { buyer: new Buyer(await page.popup()), end: () => page.outcome(call) }
  },

  async redirect (page, name, payload, { shop }) {
    const back = `${shop.url}/return?cart=7`
    await page.call(name, { ...withType(payload, 'redirect'), redirect_url: back })
    return { buyer: new Buyer(page.tab), end: () => returned(page.tab, back) }
  }
}

function withType (payload, open_type) {
  return { ...payload, extra: { ...payload.extra, open_type } }
}

/** Waits for the merchant's return page and reads the result from its query. */
export async function returned (page, back) {
  await page.waitForURL(url => url.href.startsWith(back), { timeout: 10_000 })
  const { event, cart, ...value } = Object.fromEntries(new URL(page.url()).searchParams)
  if (cart !== '7') throw new Error(`the query of redirect_url is gone: ${page.url()}`)
  return { state: ['done', 'issued', 'confirm'].includes(event) ? 'resolved' : 'rejected', value: { event, ...value } }
}

/** The receipt's id, wherever the event has it. */
export const receiptOf = value => value.receipt_id ?? value.data.receipt_id
