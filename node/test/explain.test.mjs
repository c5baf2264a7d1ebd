import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BootpayError, explainRetry } from 'bootpay-core'

test('the rule of repeating a call can be read', () => {
  assert.match(explainRetry('payments.cancelFull'), /^payments\.cancelFull .*sent at most once/s)
  assert.equal(explainRetry('payments.cancel_full'), explainRetry('payments.cancelFull'))
  assert.match(explainRetry('payments.get'), /at most 2 times \(`retries`\)/)
  for (const none of ['payments.refund', '', 7, undefined]) {
    assert.throws(() => explainRetry(none), error => error instanceof BootpayError && error.kind === 'invalid' && error.field === 'endpoint')
  }
})
