// Byte-mutating fuzz of everything that reads what comes from outside.
//
//   npm run fuzz -- [--inputs 1000000] [--seed N] [--target NAME]
//   npm run fuzz -- differential [--inputs 2000] [--seed N] [--openssl openssl]
//
// No crash, no input that takes more than 100 ms, no accepted mutant of a signed byte: else exit status 1. Keys are new
// in every run: a seed repeats the changes, not the bytes; a finding is printed whole.
//
// Differential: random chains, sound and broken, judged by us and by `openssl verify`; a disagreement that is not
// explained is a finding.
import { parseArgs } from 'node:util'
import { compareWithOpenssl } from './fuzz/differential.ts'
import { createRandom } from './fuzz/random.ts'
import { fuzz } from './fuzz/run.ts'
import { createFuzzPki } from './fuzz/seeds.ts'
import { createSidecarTargets } from './fuzz/sidecar-targets.ts'
import { createX509Targets } from './fuzz/x509-targets.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    inputs: { type: 'string' },
    seed: { type: 'string' },
    target: { type: 'string' },
    /** The program that differential asks. */
    openssl: { type: 'string', default: 'openssl' },
  },
})

const seed = values.seed === undefined ? Date.now() % 2 ** 32 : Number(values.seed)
const write = (line: string) => process.stdout.write(`${line}\n`)

function runFuzz(): boolean {
  const pki = createFuzzPki()
  const targets = [...createX509Targets(pki), ...createSidecarTargets(pki)].filter(
    ({ name }) => values.target === undefined || values.target === name,
  )
  write(`seed ${seed}`)
  const start = performance.now()
  const report = fuzz(targets, createRandom(seed), Number(values.inputs ?? 1_000_000), (done) =>
    write(`${done} inputs`),
  )
  for (const [name, { inputs, accepted, slowest }] of report.tallies) {
    write(`${name}: ${inputs} inputs, ${accepted} accepted, slowest ${slowest.toFixed(1)} ms`)
  }
  for (const { target, problem, input } of report.findings) write(`FINDING ${target}: ${problem}\n${input}`)
  const seconds = (performance.now() - start) / 1000
  write(`${report.inputs} inputs in ${seconds.toFixed(0)} s, ${report.findings.length} findings`)
  return report.findings.length === 0
}

async function runDifferential(): Promise<boolean> {
  write(`seed ${seed}`)
  const random = createRandom(seed)
  const chains = Number(values.inputs ?? 2_000)
  const report = await compareWithOpenssl(values.openssl, random, chains, (done) => write(`${done} chains`))
  const explained = Map.groupBy(report.disagreements, ({ explanation }) => explanation)
  for (const [explanation, some] of explained) if (explanation !== undefined) write(`${some.length}: ${explanation}`)
  const findings = explained.get(undefined) ?? []
  for (const { ours, theirs, chain } of findings) {
    write(`FINDING ours: ${ours}; openssl: ${theirs}\n  ${chain.choices.join('\n  ')}`)
  }
  write(
    `${report.chains} chains, ${report.accepted} accepted; ${report.disagreements.length} disagreements, ${findings.length} not explained`,
  )
  return findings.length === 0
}

switch (positionals[0]) {
  case undefined:
    process.exitCode = runFuzz() ? 0 : 1
    break
  case 'differential':
    process.exitCode = (await runDifferential()) ? 0 : 1
    break
  default:
    throw new Error(`unknown: ${positionals[0]}`)
}
