// `npm run bench`, or `npm run bench -- startup chain`: the budgets, as ratios within one run on this machine. Ends with
// 1 when one is missed.
import { requireBundle } from '../dev/runner.ts'
import { bundleSize } from './bundle.ts'
import { chain } from './chain.ts'
import { hashing } from './hashing.ts'
import type { Benchmark, Measurement } from './measure.ts'
import { memory } from './memory.ts'
import { signing } from './signing.ts'
import { startup } from './startup.ts'
import { verification } from './verification.ts'

const benchmarks: ReadonlyMap<string, Benchmark> = new Map([
  ['bundle', bundleSize],
  ['chain', chain],
  ['startup', startup],
  ['hashing', hashing],
  ['verification', verification],
  ['signing', signing],
  ['memory', memory],
])

/** They measure the source as it is. */
const withoutBundle: readonly string[] = ['chain', 'hashing']

async function bench(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !benchmarks.has(name))
  if (unknown.length > 0) {
    throw new Error(`no benchmark ${unknown.join(', ')}: there are ${[...benchmarks.keys()].join(', ')}`)
  }
  for (const [name, benchmark] of benchmarks) {
    if (names.length > 0 && !names.includes(name)) continue
    if (!withoutBundle.includes(name)) requireBundle()
    for (const measurement of await benchmark()) print(measurement)
  }
}

const verdicts = new Map([
  [true, 'ok    '],
  [false, 'MISSED'],
  [undefined, '--    '],
])

function print({ what, measured, budget, ok }: Measurement): void {
  process.stdout.write(`${verdicts.get(ok)}  ${what.padEnd(52)}  ${budget.padEnd(8)}  ${measured}\n`)
  if (ok === false) process.exitCode = 1
}

try {
  await bench(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
