// What requiring the package costs over an empty process, and how large its library is, stripped.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const time = source => {
  const started = process.hrtime.bigint()
  execFileSync(process.execPath, ['--eval', source], { cwd: root })
  return Number(process.hrtime.bigint() - started) / 1e6
}
const median = values => values.sort((a, b) => a - b)[values.length >> 1]
// Pairs, so that another program's load weighs on both.
const rounds = Array.from({ length: 41 }, () => -time('') + time('require("bootpay-core")'))
console.log(`node: require('bootpay-core') costs ${median(rounds).toFixed(1)} ms over an empty process (median of ${rounds.length} pairs)`)

const folder = mkdtempSync(join(tmpdir(), 'bootpay-'))
for (const name of readdirSync(root).filter(name => name.endsWith('.node'))) {
  const stripped = join(folder, name)
  execFileSync('strip', ['-o', stripped, join(root, name)])
  console.log(`node: ${name} ${(statSync(stripped).size / 1e6).toFixed(2)} MB stripped`)
}
rmSync(folder, { recursive: true })
