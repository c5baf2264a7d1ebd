import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { describe, test } from 'node:test'
import { Bootpay } from 'bootpay-core'
import { refusal, withEmulator } from './support.mjs'

const keys = { clientKey: 'k', secretKey: 's' }
const receiptId = '6712ab34c0de5f0012a4b901'

describe('TLS', () => {
  const place = withEmulator(['--tls'])

  test('with the authority named', async () => {
    const { receipt_id: paid } = await place.paid()
    assert.equal((await place.client().payments.get({ receiptId: paid })).price, 15000)
  })

  test('an authority that nobody trusts', async () => {
    assert.match((await unsent(place.client({ caCertificates: undefined }))).detail, /unknown ?issuer/i)
  })
})

for (const [certificate, reason] of [['expired', /expired/i], ['wrong-host', /not valid for name/i]]) {
  describe(`a certificate that is ${certificate}`, () => {
    const place = withEmulator(['--tls', '--certificate', certificate])
    test('is not believed', async () => {
      assert.match((await unsent(place.client())).detail, reason)
    })
  })
}

test('a refused connection', async () => {
  const port = await new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
  await unsent(new Bootpay({ ...keys, baseUrl: `http://127.0.0.1:${port}` }))
})

test('an unknown host', () => unsent(new Bootpay({ ...keys, baseUrl: 'https://no-such-host.invalid' })))

async function unsent ({ payments }) {
  const error = await refusal(payments.get({ receiptId }), { kind: 'not_sent', repeat: 'safe', status: undefined, endpoint: 'payments.get' })
  await refusal(payments.cancelFull({ receiptId }), { kind: 'not_sent', repeat: 'safe', attempt: undefined })
  return error
}

describe('what cannot be understood', () => {
  const place = withEmulator()

  for (const [kind, expected] of Object.entries({
    html_502: { kind: 'unavailable', status: 502 },
    empty: { kind: 'unexpected_response', status: 200, body: '' },
    truncated: {},
    not_json: { kind: 'unexpected_response', status: 200 },
    wrong_content_type: { kind: 'unexpected_response', status: 200 }
  })) {
    test(kind, async () => {
      const { receipt_id: receiptId } = await place.paid()
      await place.emulator.fault({ path: '/v2/receipt', kind })
      const error = await refusal(place.client({ retries: 0 }).payments.get({ receiptId }), expected)
      assert.ok(!(error.cause instanceof SyntaxError))
      if (kind === 'html_502') assert.match(error.body, /^</)
    })
  }
})
