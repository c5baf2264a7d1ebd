// Bytes on disk of each contender with all that it needs, as JSON: `sizes.mjs NAME=PACKAGE …`.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

const folderOf = (name, from) => {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(folder)) return folder
    if (at === dirname(at)) return undefined
  }
}

const closure = (name, from, found) => {
  const folder = folderOf(name, from)
  if (!folder || found.has(folder)) return
  found.add(folder)
  const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  for (const needed of Object.keys(dependencies)) closure(needed, folder, found)
}

const bytes = folder =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (entry.name === 'node_modules') return sum // What is in there is counted by itself.
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? bytes(path) : statSync(path).size)
  }, 0)

const size = name => {
  const found = new Set()
  closure(name, import.meta.dirname, found)
  return found.size ? [...found].reduce((sum, folder) => sum + bytes(folder), 0) : null
}

console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map(pair => pair.split('=')).map(([name, of]) => [name, size(of)]))))
