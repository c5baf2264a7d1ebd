// The documentation's TypeScript is TypeScript: writes each snippet into a folder of this package and compiles them.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const root = join(here, '../../..')
const folder = join(here, 'snippets')

const markdown = (place) => readdirSync(join(root, place)).filter(name => name.endsWith('.md')).map(name => join(root, place, name))
const packages = readdirSync(root, { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
  .flatMap(entry => markdown(entry.name).filter(page => page.endsWith('README.md')))
const pages = [...new Set([...markdown('.'), ...markdown('docs'), ...packages])]

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
const written = new Map()
for (const page of pages) {
  const text = readFileSync(page, 'utf8')
  for (const { 1: code, index } of text.matchAll(/^```ts\n(.*?)^```$/gms)) {
    const file = `snippet-${written.size}.mts`
    // On its own line of the page, so that a complaint's line is the page's.
    writeFileSync(join(folder, file), '\n'.repeat(text.slice(0, index).split('\n').length) + code + 'export {}\n')
    written.set(file, relative(root, page))
  }
}
if (![...written.values()].includes('README.ko.md')) throw new Error('README.ko.md has no snippet')

const tsc = spawnSync(process.execPath, [join(here, '../../node_modules/typescript/bin/tsc'), '--project', join(here, 'snippets.json'), '--pretty', 'false'], { encoding: 'utf8' })
process.stdout.write(tsc.stdout.replace(/\S*(snippet-\d+\.mts)/g, (_, file) => written.get(file)))
process.stderr.write(tsc.stderr)
process.exitCode = tsc.status ?? 1
