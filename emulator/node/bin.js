#!/usr/bin/env node
'use strict'

const { spawn } = require('node:child_process')
const { program } = require('./index.js')

const child = spawn(program, process.argv.slice(2), { stdio: 'inherit' })
child.once('error', error => {
  console.error(`bootpay-emulator: ${program} did not start: ${error.message}`)
  process.exitCode = 1
})
// The terminal sends its own to both; a process manager sends them to this process only.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.once('exit', (code, signal) => {
  if (!signal) {
    process.exitCode = code
    return
  }
  process.removeAllListeners(signal)
  process.kill(process.pid, signal)
})
