// Stands in for @jest/globals, so that tests can be run one by one and often in one process.
import { format } from 'node:util'
import { expect } from 'expect'

export { expect }

export interface CollectedTest {
  readonly name: string
  readonly run: () => unknown
}

const collected: CollectedTest[] = []
const path: string[] = []

export const collectedTests = (): readonly CollectedTest[] => collected

const titled = (title: string, row: unknown, index: number): string =>
  format(title.replaceAll('%#', String(index)), ...(Array.isArray(row) ? row : [row]))

const rows = (table: readonly unknown[]) => table.map((row) => (Array.isArray(row) ? row : [row]))

function collect(title: string, run: () => unknown): void {
  collected.push({ name: [...path, title].join(' › '), run })
}

function group(title: string, body: () => void): void {
  path.push(title)
  body()
  path.pop()
}

const ignore = (): void => {}

export const test = Object.assign(collect, {
  skip: Object.assign(ignore, { each: () => ignore }),
  each: (table: readonly unknown[]) => (title: string, run: (...row: unknown[]) => unknown) =>
    rows(table).forEach((row, i) => {
      collect(titled(title, row, i), () => run(...row))
    }),
})
export const it = test

export const describe = Object.assign(group, {
  skip: ignore,
  each: (table: readonly unknown[]) => (title: string, body: (...row: unknown[]) => void) =>
    rows(table).forEach((row, i) => {
      group(titled(title, row, i), () => body(...row))
    }),
})

/** Set-up that a suite asks for is done at once. */
export const beforeAll = (action: () => unknown): unknown => action()
export const afterAll = ignore
export const jest = { setTimeout: ignore }
