// What the summary offers for pasting is pasted: every command verifies, and refuses another file and another root.
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from '@jest/globals'
import { createAuthority } from '../../dev/pki.ts'
import { run } from '../../dev/process.ts'
import type { StepResult } from '../../dev/runner.ts'
import { builtBundle } from '../support/bundle.ts'
import { testWithCosign } from '../support/cosign.ts'
import { testWithOpenssl } from '../support/openssl.ts'
import { type Env, type Inputs, signSteps } from '../support/sign-steps.ts'

const { scene, folder, at, write, sign } = signSteps()
const inWorkspace = (name: string) => join(scene().workspace, name)

/** Each verifies by itself. */
async function commandsOf({ summary }: StepResult): Promise<readonly string[]> {
  const text = /```sh\n(.*?)\n```/s.exec(summary)?.[1] ?? ''
  const bundle = join(await builtBundle(), 'dist', 'index.js')
  return text.replace('npx kms-release-signing', `'${process.execPath}' '${bundle}'`).split('\n\n')
}

/** Where root.pem lies. */
const paste = (command: string, cwd: string) =>
  run('bash', ['-ec', command], {
    cwd,
    env: { ...process.env, HOME: at(), TUF_ROOT: at(), GITHUB_API_URL: scene().github.apiUrl },
  })

const artifacts = { "-it's $(odd).bin": 'x', 'below/y.bin': 'y' }

interface Case {
  readonly name: string
  readonly inputs: () => Inputs
  /** What the commands are with. */
  readonly tools: readonly (RegExp | string)[]
  readonly env?: Env
}

const own = /^# With this program/
const openssl = /^# With OpenSSL/
const cosign = /^# With cosign/

const stamped = () => ({
  'timestamp-authority-url': scene().timestampAuthority?.url ?? '',
  'timestamp-root-certificate': 'tsa-root.pem',
})

const withCosign: readonly Case[] = [
  { name: 'both kinds', inputs: () => ({}), tools: [own, openssl, cosign] },
  {
    name: 'both kinds in a folder of their own',
    inputs: () => ({ 'output-directory': `${folder()}/out put` }),
    tools: [own, openssl, cosign],
  },
  { name: 'an attestation alone', inputs: () => ({ sidecars: 'attestation' }), tools: [own, cosign] },
  {
    name: 'a time stamp, and a trusted root',
    inputs: () => ({ ...stamped(), 'trusted-root': `${folder()}/trusted root.json` }),
    tools: [own, openssl, /^# With cosign.*--use-signed-timestamps/s],
  },
  {
    name: 'the leaf alone, and a trusted root',
    inputs: () => ({ 'attestation-certificates': 'leaf', 'trusted-root': `${folder()}/trusted.json` }),
    tools: [own, openssl, cosign],
  },
]

const withoutCosign: readonly Case[] = [
  { name: 'a CMS alone', inputs: () => ({ sidecars: 'cms' }), tools: [own, openssl] },
  {
    name: 'the leaf alone, without a trusted root',
    inputs: () => ({ 'attestation-certificates': 'leaf' }),
    tools: [own, openssl],
  },
  {
    name: 'a CMS, on a branch',
    inputs: () => ({}),
    tools: [own, openssl],
    env: { GITHUB_REF: 'refs/heads/main', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' },
  },
]

async function check({ inputs, tools, env = {} }: Case) {
  mkdirSync(at('below'))
  for (const [name, content] of Object.entries(artifacts)) write(name, content)
  const result = await sign({ artifacts: `${folder()}/**/*.bin`, ...inputs() }, env)
  expect(result).toMatchObject({ outcome: 'success', stderr: '' })
  const commands = await commandsOf(result)
  expect(commands).toEqual(tools.map((tool) => expect.stringMatching(tool)))
  for (const command of commands) expect(await paste(command, scene().workspace)).toMatchObject({ status: 0 })

  const root = readFileSync(inWorkspace('root.pem'))
  // A trusted root that is there names the root itself.
  const rooted = commands.filter((command) => command.includes('root.pem'))
  try {
    writeFileSync(
      inWorkspace('root.pem'),
      createAuthority({ subject: { C: 'DE', O: 'Example', CN: 'Example Root' } }).rootPem,
    )
    for (const command of rooted) expect((await paste(command, scene().workspace)).status).not.toBe(0)
  } finally {
    writeFileSync(inWorkspace('root.pem'), root)
  }
  for (const name of Object.keys(artifacts)) appendFileSync(at(name), '!')
  for (const command of commands) expect((await paste(command, scene().workspace)).status).not.toBe(0)
}

describe('the commands in the summary verify, and refuse another root and another file:', () => {
  for (const one of withCosign) testWithCosign(one.name, () => check(one))
  for (const one of withoutCosign) testWithOpenssl(one.name, () => check(one))
})

describe('a published release is verified as people get it, by the commands in the summary, and refused when it is another:', () => {
  const cases: readonly Pick<Case, 'name' | 'inputs' | 'tools'>[] = [
    { name: 'both kinds', inputs: () => ({}), tools: [own, openssl, cosign] },
    {
      name: 'time stamps, and a trusted root that stays with the run',
      inputs: () => ({ ...stamped(), 'trusted-root': `${folder()}/trusted root.json` }),
      tools: [own, openssl, cosign],
    },
    { name: 'the leaf alone', inputs: () => ({ 'attestation-certificates': 'leaf' }), tools: [own, openssl] },
  ]
  for (const { name, inputs, tools } of cases) {
    testWithCosign(name, async () => {
      const { github } = scene()
      github.repository().releases.length = 0
      const release = github.createRelease({ tag: 'v1.0.0' })
      write("it's $(odd).bin", 'x')
      const given = { upload: 'true', 'upload-artifacts': 'true', publish: 'true', artifacts: `${folder()}/*.bin` }
      const result = await sign({ ...given, ...inputs() })
      expect(result).toMatchObject({ outcome: 'success', stderr: '' })
      expect(result.summary).toContain('/releases/download/v1.0.0/it.s.odd.bin>)')
      const commands = await commandsOf(result)
      expect(commands).toEqual(tools.map((tool) => expect.stringMatching(tool)))
      const consumer = (folder: string) => {
        mkdirSync(at(folder))
        for (const name of ['root.pem', 'chain.pem']) copyFileSync(inWorkspace(name), at(folder, name))
        return at(folder)
      }
      const home = consumer('home')
      for (const command of commands) expect(await paste(command, home)).toMatchObject({ status: 0 })

      const [ownCommand = '', ...others] = commands
      appendFileSync(join(home, 'example-project-v1.0.0', 'it.s.odd.bin'), '!')
      for (const command of others) expect((await paste(command, home)).status).not.toBe(0)
      const asset = release.assets.find(({ name }) => name.endsWith('.bin'))
      if (asset !== undefined) asset.bytes = Buffer.from('another')
      expect((await paste(ownCommand, consumer('elsewhere'))).stdout).toMatch(/NOT VERIFIED/)
    })
  }
})
