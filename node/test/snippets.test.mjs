import { equal, ok } from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import test from 'node:test'
import { snippets } from './documentation.mjs'

const programs = snippets().filter(({ code }) => code.includes('Emulator.start'))

test('the documentation has whole programs', () => ok(programs.length >= 2))

for (const { page, line, code } of programs) {
  test(`the program in ${page}, line ${line}, runs on the emulator`, () => {
    // It has no types, so it is JavaScript.
    const program = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: new URL('..', import.meta.url), encoding: 'utf8' })
    equal(program.status, 0, program.stderr)
    equal(program.stdout, 'paid\n')
  })
}
