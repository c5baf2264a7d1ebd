// The documentation's TypeScript compiles: writes each snippet into a folder of this package, for tsc.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { snippets } from '../documentation.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const folder = join(here, 'snippets')

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
const all = snippets()
for (const [number, { line, code }] of all.entries()) {
  // On its own line of the page, so that a complaint's line is the page's.
  writeFileSync(join(folder, `snippet-${number}.mts`), '\n'.repeat(line - 1) + code + 'export {}\n')
}

const compiler = join(here, '../../node_modules/typescript/bin/tsc')
const { stdout, stderr, status } = spawnSync(process.execPath, [compiler, '--project', join(here, 'snippets.json'), '--pretty', 'false'], { encoding: 'utf8' })
process.stdout.write(stdout.replace(/\S*snippet-(\d+)\.mts/g, (_, number) => all[number].page))
process.stderr.write(stderr)
process.exitCode = status ?? 1
