// Byte-mutating fuzz of everything that reads what comes from outside.
//
//   npm run fuzz -- [--inputs 1000000] [--seed N] [--target NAME]
//   npm run fuzz -- differential [--inputs 500] [--seed N]
//
// No crash, no input that takes more than 100 ms, no accepted mutant of a signed byte: else exit status 1. Keys are new
// in every run: a seed repeats the changes, not the bytes; a finding is printed whole.
import { parseArgs } from 'node:util'
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

if (positionals[0] === undefined) process.exitCode = runFuzz() ? 0 : 1
else throw new Error(`unknown: ${positionals[0]}`)
