// Makes a sidecar with every algorithm, hands each and its tampered twin to the tools of others, and writes what they say
// into docs/interoperability.md. Tools that are not on the machine keep their column out, unless
// KMS_RELEASE_SIGNING_REQUIRE=all is set. Ends with 1 when a tampered twin is accepted anywhere, or the document was not up
// to date (--check).
//
//     PATH="$(.ci/install-judges):$PATH" node scripts/interoperability.ts [--check]
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judges } from '../dev/interop/judges.ts'
import { createScene } from '../dev/interop/scene.ts'
import { type KeySpec, signatureAlgorithms } from '../src/core/algorithm.ts'

interface Row {
  readonly name: string
  readonly spec: KeySpec
  readonly algorithm: string
}

/** One for each algorithm and curve or parameter set; the size of an RSA key changes nothing for a verifier. */
const rows: readonly Row[] = signatureAlgorithms.flatMap(({ name, keySpecs }) =>
  keySpecs
    .filter((spec) => spec !== 'RSA_3072' && spec !== 'RSA_4096')
    .map((spec) => ({ name: spec === 'RSA_2048' ? `\`${name}\`` : `\`${name}\`, ${spec}`, spec, algorithm: name })),
)

const document = join(import.meta.dirname, '../docs/interoperability.md')
const begin = '<!-- table: written by scripts/interoperability.ts -->'
const end = '<!-- end of table -->'

const there = judges.filter((judge) => judge.isThere())
const missing = judges.filter((judge) => !there.includes(judge)).map(({ name }) => name)
if (missing.length > 0) {
  process.stderr.write(`not on this machine: ${missing.join(', ')}\n`)
  if (process.env.KMS_RELEASE_SIGNING_REQUIRE === 'all') process.exit(1)
}

const failures: string[] = []
const table = [
  ['Algorithm', ...there.map(({ name }) => name)],
  ['---', ...there.map(() => '---')],
]
for (const row of rows) {
  const folder = await mkdtemp(join(tmpdir(), 'interoperability-'))
  try {
    const scene = await createScene(folder, row)
    const cells = there.map((judge) => {
      const verdict = judge.verify(scene, 'as signed')
      for (const twin of judge.twins) {
        if (judge.verify(scene, twin).accepted) failures.push(`${judge.name} accepts ${row.name}, ${twin}`)
      }
      return verdict.accepted ? 'accepted' : ['refused', verdict.message].filter((part) => part !== '').join(': ')
    })
    table.push([row.name, ...cells])
    process.stderr.write(`${row.name}: ${cells.join(' | ')}\n`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const text = table.map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`).join('\n')
const old = await readFile(document, 'utf8')
const [before = '', rest = ''] = old.split(begin)
const [, after = ''] = rest.split(end)
const fresh = `${before}${begin}\n${text}\n${end}${after}`
if (fresh !== old) {
  if (process.argv.includes('--check')) failures.push('docs/interoperability.md says something else')
  else await writeFile(document, fresh)
}
for (const failure of failures) process.stderr.write(`${failure}\n`)
process.exitCode = failures.length > 0 ? 1 : 0
