import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { repositoryRoot } from '../../dev/runner.ts'
import { certificateActionInputs } from '../../src/action/certificate.ts'
import { signActionInputs } from '../../src/action/sign-inputs.ts'
import { verifyActionInputs } from '../../src/action/verify.ts'
import { renewOptions } from '../../src/entry/renew-options.ts'
import { signOptions } from '../../src/entry/sign-options.ts'
import { verifyOptions } from '../../src/entry/verify-options.ts'

interface Metadata {
  readonly name: string
  readonly description: string
  readonly branding: { readonly icon: string; readonly color: string }
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
  readonly runs: { readonly using: string; readonly main: string }
}

const actions = [
  {
    folder: '.',
    inputs: [...signOptions.map(({ name }) => name), ...signActionInputs],
    outputs: ['sidecars', 'signed-count', 'certificate-sha256', 'release-url', 'release-id', 'assets', 'results'],
  },
  {
    folder: 'verify',
    inputs: [...verifyOptions.map(({ name }) => name), ...verifyActionInputs],
    outputs: ['directory', 'verified', 'results'],
  },
  {
    folder: 'certificate',
    inputs: [...renewOptions.map(({ name }) => name), ...certificateActionInputs],
    outputs: [
      'due',
      'renewed',
      'certificate-chain',
      'certificate-chain-file',
      'certificate-sha256',
      'not-after',
      'days-left',
    ],
  },
] as const

describe.each(actions)('$folder/action.yml', ({ folder, inputs, outputs }) => {
  const metadata: Metadata = parse(readFileSync(join(repositoryRoot, folder, 'action.yml'), 'utf8'))

  test('has an input for every option of its command, by the same name, and no other that nobody reads', () => {
    expect(Object.keys(metadata.inputs).sort()).toEqual([...inputs].sort())
  })

  test('has the outputs that are written', () => {
    expect(Object.keys(metadata.outputs).sort()).toEqual([...outputs].sort())
  })

  test('leaves defaults to the code, and says them', () => {
    for (const [name, { description, default: value }] of Object.entries(metadata.inputs)) {
      // Only the runner knows the job's token. Verification shows it to nobody unless it is told to.
      const expected = name === 'github-token' && folder === '.' ? ['$', '{{ github.token }}'].join('') : undefined
      expect({ name, value }).toEqual({ name, value: expected })
      expect(description.length).toBeGreaterThan(20)
      // A runner evaluates none there, and refuses the whole file.
      expect(description).not.toContain(['$', '{{'].join(''))
    }
  })

  test('runs on Node 24, from a file that is there or is built', () => {
    expect(metadata.runs.using).toBe('node24')
    expect(metadata.branding.icon).not.toBe('')
    const isThere = existsSync(join(repositoryRoot, folder, metadata.runs.main))
    expect(isThere || metadata.runs.main === 'dist/index.js').toBe(true)
  })
})
