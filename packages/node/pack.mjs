// Packs the npm packages as they are published: `pack.mjs OUT [--core TRIPLE=LIBRARY]… [--emulator TRIPLE=PROGRAM]…`.
//
// Writes OUT/*.tgz, and each package unpacked in OUT/unpacked. The main packages name those of the given targets, and
// no others, as optional dependencies: what is not published must not be asked for.
import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const [folder, ...given] = process.argv.slice(2)
const out = resolve(folder)
const built = { core: new Map(), emulator: new Map() }
for (let index = 0; index < given.length; index += 2) {
  const [triple, file] = given[index + 1].split('=')
  built[given[index].slice(2)].set(triple, file)
}

const version = /^version = "(.+)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8'))[1]
const [head, ...rows] = readFileSync(join(root, 'packages/targets.tsv'), 'utf8').split('\n')
  .filter(line => line && !line.startsWith('#')).map(line => line.split('\t'))
const targets = new Map(rows.map(row => [row[0], Object.fromEntries(head.map((name, index) => [name, row[index]]))]))
const json = value => `${JSON.stringify(value, null, 2)}\n`

/** Lays a package out, with the licence and, once they were written, the notices of `crate`. */
function lay (manifest, crate, files) {
  const folder = join(out, 'unpacked', manifest.name)
  mkdirSync(folder, { recursive: true })
  const notices = join(process.env.BOOTPAY_PACKAGES || join(root, 'target/packages'), 'notices', crate ?? '')
  const all = { LICENSE: join(root, 'LICENSE'), ...files }
  if (existsSync(`${notices}.txt`)) all['THIRD-PARTY-NOTICES'] = `${notices}.txt`
  if (existsSync(`${notices}.cdx.json`)) all['sbom.cdx.json'] = `${notices}.cdx.json`
  for (const [name, from] of Object.entries(all)) copyFileSync(from, join(folder, name))
  writeFileSync(join(folder, 'package.json'), json({ ...manifest, files: Object.keys(all).sort() }))
  return folder
}

function pack (folder) {
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', out], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
}

/** The package of a platform, with one native file. */
function platform (main, prefix, triple, file, name, crate, described) {
  const target = targets.get(triple)
  if (!target) throw new Error(`targets.tsv has no ${triple}`)
  const { license, author, homepage, repository, bugs, engines } = main
  const manifest = {
    name: `@bootpay-core/${prefix}${target.npm}`,
    version,
    description: `The ${described} of ${main.name} for ${target.npm}`,
    license,
    author,
    homepage,
    repository,
    bugs,
    engines,
    os: [target.os],
    cpu: [target.cpu],
    ...(target.libc === '-' ? {} : { libc: [target.libc] }),
    ...(prefix ? {} : { main: name }),
    // Yarn must not leave it in its archive: it is loaded, or run, as a file.
    preferUnplugged: true
  }
  const folder = lay(manifest, crate, { [name]: file })
  chmodSync(join(folder, name), 0o755)
  writeFileSync(join(folder, 'README.md'), `# ${manifest.name}\n\n${manifest.description}. [\`${main.name}\`](${homepage}) depends on it; install that.\n`)
  pack(folder)
  return manifest.name
}

/** The package that users install, from its folder in this repository. */
function main (folder, platforms, others) {
  const { scripts, devDependencies, files, ...manifest } = read(folder)
  const listed = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' }))
  const laid = Object.fromEntries(listed[0].files.map(({ path }) => path).filter(path => path !== 'package.json').map(path => [path, join(folder, path)]))
  const dependencies = Object.fromEntries(platforms.map(name => [name, version]))
  pack(lay({ ...manifest, optionalDependencies: dependencies, ...others.manifest }, undefined, { ...laid, ...others.files }))
}

function read (folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (manifest.version !== version) throw new Error(`${folder}/package.json has version ${manifest.version}, and Cargo.toml ${version}`)
  return manifest
}

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
if (built.core.size > 0) {
  const folder = join(root, 'node')
  const names = [...built.core].map(([triple, file]) => platform(read(folder), '', triple, file, 'bootpay-core.node', 'bootpay-node', 'native library'))
  main(folder, names, {
    // So that strict package managers let the testing helper see it, if it is there.
    manifest: { peerDependencies: { 'bootpay-emulator': version }, peerDependenciesMeta: { 'bootpay-emulator': { optional: true } } },
    files: {}
  })
}
if (built.emulator.size > 0) {
  const folder = join(root, 'emulator/node')
  const names = [...built.emulator].map(([triple, file]) => {
    const name = triple.includes('windows') ? 'bootpay-emulator.exe' : 'bootpay-emulator'
    return platform(read(folder), 'emulator-', triple, file, name, 'bootpay-emulator', 'program')
  })
  main(folder, names, { manifest: {}, files: { 'platform.js': join(root, 'node/platform.js') } })
}
