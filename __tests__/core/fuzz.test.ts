import { expect, test } from '@jest/globals'
import { compareWithOpenssl } from '../../dev/fuzz/differential.ts'
import { createRandom } from '../../dev/fuzz/random.ts'
import { fuzz } from '../../dev/fuzz/run.ts'
import { createFuzzPki } from '../../dev/fuzz/seeds.ts'
import { createSidecarTargets } from '../../dev/fuzz/sidecar-targets.ts'
import { createX509Targets } from '../../dev/fuzz/x509-targets.ts'
import { testWithOpenssl } from '../support/openssl.ts'

// The long run is `npm run fuzz`. The seed of this one is new each time, and can be set.
const seed = Number(process.env.KMS_RELEASE_SIGNING_FUZZ_SEED ?? Date.now() % 2 ** 32)

test('no mutant of what comes from outside crashes, hangs, or is believed', () => {
  process.stdout.write(`fuzz seed ${seed}\n`)
  const pki = createFuzzPki()
  const targets = [...createX509Targets(pki), ...createSidecarTargets(pki)]
  const report = fuzz(targets, createRandom(seed), 1_000)
  expect({ seed, findings: report.findings }).toEqual({ seed, findings: [] })
  // Every target was reached.
  expect(report.tallies.size).toBe(targets.length)
})

testWithOpenssl('random chains are judged as OpenSSL judges them, but for what is explained', async () => {
  const { disagreements } = await compareWithOpenssl('openssl', createRandom(seed), 30)
  const findings = disagreements.filter(({ explanation }) => explanation === undefined)
  expect({ seed, findings }).toEqual({ seed, findings: [] })
})

test('a target that believes a mutant, crashes or hangs is found out', () => {
  const make = () => Uint8Array.of(1)
  const believing = { name: 'believing', weight: 1, make, run: () => 'believed' }
  const crashing = {
    name: 'crashing',
    weight: 1,
    make,
    run: () => {
      throw new TypeError('not a refusal')
    },
  }
  const hanging = {
    name: 'hanging',
    weight: 1,
    make,
    run: () => {
      const start = process.cpuUsage()
      while (process.cpuUsage(start).user < 120_000);
      return undefined
    },
  }
  const problems = (target: typeof believing | typeof crashing | typeof hanging) =>
    fuzz([target], createRandom(1), 1).findings.map(({ problem }) => problem.slice(0, 5))
  expect(problems(believing)).toEqual(['belie'])
  expect(problems(crashing)).toEqual(['crash'])
  expect(problems(hanging)).toEqual(['hang:'])
})
