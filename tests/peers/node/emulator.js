'use strict'

const { spawn } = require('node:child_process')
const { once } = require('node:events')
const readline = require('node:readline')

/** Starts the local Bootpay named by BOOTPAY_EMULATOR; it ends with this process at the latest. */
async function startEmulator(...options) {
  const program = process.env.BOOTPAY_EMULATOR
  if (!program) throw new Error('BOOTPAY_EMULATOR must name the bootpay-emulator program')
  const child = spawn(program, ['--port', '0', '--stop-with-stdin', ...options], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  const ended = once(child, 'exit')
  const [line] = await Promise.race([
    once(readline.createInterface({ input: child.stdout }), 'line'),
    ended.then(([code]) => Promise.reject(new Error(`bootpay-emulator ended with ${code}`)))
  ])
  const { url, merchant } = JSON.parse(line)

  async function control(method, path, body) {
    const response = await fetch(`${url}/emulator/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body)
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }

  return {
    url,
    merchant,
    control,
    async stop() {
      child.stdin.end()
      await ended
    }
  }
}

module.exports = { startEmulator }
