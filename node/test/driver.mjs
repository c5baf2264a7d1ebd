// Clients for ../../tests/chaos, which says what each line means.
import { createInterface } from 'node:readline'
import { Bootpay, BootpayError } from 'bootpay-core'
import { call, camel, literal, named, reach } from './declared.mjs'

const clients = new Map()

/** A call's name as core spells it. */
const snake = name => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

const say = line => process.stdout.write(`${JSON.stringify(line)}\n`)

/** What is at each of the paths; of a list, in each of its items. */
const read = (value, paths, type) => Array.isArray(value)
  ? value.map(item => read(item, paths, type.typeArguments[0]))
  : Object.fromEntries(paths.map(path => {
    const found = reach(value, path, type) ?? null
    return [path, found !== null && path.endsWith('endpoint') ? snake(found) : found]
  }))

async function take (line) {
  const bootpay = clients.get(line.client)
  if (line.do === 'open') {
    clients.set(line.client, new Bootpay({ ...literal(line.credentials, named('ClientOptions')), ...literal(line.options, named('ClientOptions')) }))
    return { returned: null }
  }
  if (line.do === 'unresolved') return { returned: bootpay.attempts.unresolved().map(attempt => read(attempt, line.read, named('Attempt'))) }
  if (line.do === 'acknowledge') return { returned: bootpay.attempts.acknowledge(line.attempt) }
  const [resource, method] = line.call.split('.').map(camel)
  const types = call(resource, method)
  const signal = line.cancel === null ? undefined : AbortSignal.timeout(Math.round(line.cancel * 1000))
  const options = { timeoutMs: line.timeout * 1000, signal }
  try {
    const reply = await bootpay[resource][method](literal(line.with, types.request), options)
    return { returned: read(reply, line.read, types.reply) }
  } catch (error) {
    if (error instanceof BootpayError) return { failed: read(error, line.fails, named('BootpayError')) }
    if (error === signal?.reason) return { cancelled: true }
    throw error
  }
}

say({ language: 'Node', cancels: true })
for await (const text of createInterface(process.stdin)) {
  const line = JSON.parse(text)
  take(line).catch(error => ({ broken: String(error) })).then(answer => say({ id: line.id, ...answer }))
}
