// What requiring the package costs over an empty process.
import { execFileSync } from 'node:child_process'

const root = new URL('..', import.meta.url).pathname
const run = source => execFileSync(process.execPath, ['--eval', source], { cwd: root, encoding: 'utf8' })
const time = source => {
  const started = process.hrtime.bigint()
  run(source)
  return Number(process.hrtime.bigint() - started) / 1e6
}
const median = values => values.sort((a, b) => a - b)[values.length >> 1].toFixed(1)
const rounds = Array.from({ length: 41 })
// In pairs, so that another program's load weighs on both; the processor's time knows of no load.
const wall = median(rounds.map(() => -time('') + time('require("bootpay-core")')))
const processor = median(rounds.map(() => Number(run(`
  const before = process.cpuUsage()
  require('bootpay-core')
  const { user, system } = process.cpuUsage(before)
  console.log((user + system) / 1000)
`))))
console.log(`node: require('bootpay-core') costs ${wall} ms over an empty process, ${processor} ms of the processor (medians of ${rounds.length})`)
