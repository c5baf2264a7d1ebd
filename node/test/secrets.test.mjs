import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inspect } from 'node:util'
import { Bootpay } from 'bootpay-core'
import { sandboxed } from './support.mjs'

const place = sandboxed()
const markers = { clientKey: 'marker-client', secretKey: 'marker-secret', applicationId: 'marker-application', privateKey: 'marker-private' }

function clean (value) {
  const texts = [inspect(value, { depth: 9, showHidden: true, getters: true }), String(value), JSON.stringify(value) ?? '', value?.stack ?? '']
  for (const text of texts) assert.ok(!/marker/.test(text), text)
}

test('no key is ever shown', async () => {
  const bootpay = new Bootpay({ ...markers, baseUrl: place.sandbox.url })
  clean(bootpay)
  clean(bootpay.payments)
  for (const client of [bootpay, new Bootpay({ applicationId: markers.applicationId, privateKey: markers.privateKey, baseUrl: place.sandbox.url })]) {
    const refund = { bankAccount: 'marker-account', bankUsername: '홍길동', bankCode: '004' }
    clean(await client.payments.get({ receiptId: 'x' }).catch(error => error))
    clean(await client.payments.cancelFull({ receiptId: 'x', refund }).catch(error => error))
    clean(client.unsettled())
  }
  const echo = { status: 500, body: Object.values(markers).join(' ') }
  for (const path of ['/v2/receipt', '/v2/cancel']) await place.sandbox.fault({ path, kind: undefined, status: echo })
  clean(await bootpay.payments.get({ receiptId: 'x' }).catch(error => error))
  clean(await bootpay.payments.cancelFull({ receiptId: 'x' }).catch(error => error))
  for (const settings of [{ clientKey: 'marker' }, { ...markers, baseUrl: 'http://marker-host' }]) {
    assert.throws(() => new Bootpay(settings), error => { clean(error); return true })
  }
})
