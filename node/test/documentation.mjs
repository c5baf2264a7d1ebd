// The documentation's TypeScript.
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

const pagesOf = folder => readdirSync(join(root, folder)).filter(name => name.endsWith('.md')).map(name => join(root, folder, name))

/** Page, line and code of every snippet. */
export function snippets () {
  const packages = readdirSync(root, { withFileTypes: true }).filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
  const readmes = packages.flatMap(({ name }) => pagesOf(name).filter(page => page.endsWith('README.md')))
  const found = []
  for (const page of new Set([...pagesOf('.'), ...pagesOf('docs'), ...readmes])) {
    const text = readFileSync(page, 'utf8')
    for (const { 1: code, index } of text.matchAll(/^```ts\n(.*?)^```$/gms)) {
      found.push({ page: relative(root, page), line: text.slice(0, index).split('\n').length + 1, code })
    }
  }
  if (!found.some(({ page }) => page === 'README.ko.md')) throw new Error('README.ko.md has no snippet')
  return found
}
