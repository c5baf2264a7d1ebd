'use strict'

const { spawn } = require('node:child_process')
const { once } = require('node:events')
const readline = require('node:readline')

/** Starts the local Bootpay named by BOOTPAY_SANDBOX; it ends with this process at the latest. */
async function startSandbox(...options) {
  const program = process.env.BOOTPAY_SANDBOX
  if (!program) throw new Error('BOOTPAY_SANDBOX must name the bootpay-sandbox program')
  const child = spawn(program, ['--port', '0', '--stop-with-stdin', ...options], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  const ended = once(child, 'exit')
  const [line] = await Promise.race([
    once(readline.createInterface({ input: child.stdout }), 'line'),
    ended.then(([code]) => Promise.reject(new Error(`bootpay-sandbox ended with ${code}`)))
  ])
  const { url, merchant } = JSON.parse(line)

  async function control(method, path, body) {
    const response = await fetch(`${url}/sandbox/${path}`, {
      method,
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

module.exports = { startSandbox }
