// Nothing that the stand-ins handed out as a secret is found in what a run leaves: log, outputs, environment, summary,
// files. The log is read as it was written, before a runner hides what is masked, and with debug output.
import { mkdirSync } from 'node:fs'
import { beforeEach, describe, expect, test } from '@jest/globals'
import type { PlannedFault } from '../../dev/github.ts'
import { cli } from '../support/bundle.ts'
import { filesBelow, leaksIn } from '../support/leaks.ts'
import { type Inputs, signSteps } from '../support/sign-steps.ts'

const { scene, folder, at, sign } = signSteps()
const tag = 'v1.0.0'

/** Given by the issuer in a token's place. */
const noToken = 'kept-secret-7f3a91c2e85d4b60'

/** Everything that was handed out so far, by whomever. */
function secrets(): readonly string[] {
  const { aws, issuer, github } = scene()
  return [...aws.secrets(), ...issuer.secrets, ...github.secrets, noToken]
}

beforeEach(() => {
  const { github, aws, issuer } = scene()
  github.repository().releases.splice(0)
  github.createRelease({ tag })
  github.faults.clear()
  aws.faults.clear()
  issuer.setFault(undefined)
  issuer.setClaims({ environment: 'release' })
  mkdirSync(at('home'))
})

/** Where a program may be tempted to put things; all of it is looked through. */
const watched = () => ({ HOME: at('home'), RUNNER_TEMP: at('home'), TMPDIR: at('home'), RUNNER_DEBUG: '1' })

interface Case {
  readonly name: string
  /** Found in the log: that the run ended as it was meant to. */
  readonly says: RegExp
  readonly inputs?: Inputs
  readonly prepare?: () => unknown
}

const fault = (planned: PlannedFault) => () => scene().github.faults.add(planned)
const upload = { upload: 'true', 'upload-artifacts': 'true', publish: 'true' }
const uploadToDraft = () => sign({ ...upload, publish: 'false' })

const echo = (): void => {
  const message = `no such token: ${scene().token}`
  fault({ operation: 'repos/list-releases', fault: { kind: 'status', status: 400, message } })()
}

const cases: readonly Case[] = [
  { name: 'a release is published', says: /release v1\.0\.0, published/ },
  {
    name: 'what an earlier run uploaded is downloaded, and replaced',
    prepare: uploadToDraft,
    says: /release v1\.0\.0, published/,
  },
  {
    name: 'the storage refuses an address that was signed for it',
    prepare: async () => {
      await uploadToDraft()
      fault({ operation: 'storage/download', fault: { kind: 'status', status: 403, message: 'refused' } })()
    },
    says: /cannot download .*403: refused/,
  },
  {
    name: 'AWS refuses the role',
    prepare: () => scene().issuer.setClaims({ environment: 'other' }),
    says: /AssumeRoleWithWebIdentity/,
  },
  {
    name: 'AWS does not let the role sign',
    prepare: () => {
      const answer = { kind: 'error', status: 400, name: 'AccessDeniedException', message: 'not authorized' } as const
      scene().aws.faults.add({ service: 'kms', operation: 'Sign', answer })
    },
    says: /not authorized/,
  },
  {
    name: 'the issuer refuses',
    prepare: () => scene().issuer.setFault({ kind: 'token-status', status: 403 }),
    says: /403/,
  },
  {
    name: 'the issuer gives something that is no token, and AWS refuses it',
    prepare: () => scene().issuer.setFault({ kind: 'token-garbage', body: JSON.stringify({ value: noToken }) }),
    says: /token/i,
  },
  {
    name: 'GitHub refuses the token',
    prepare: fault({
      operation: 'repos/list-releases',
      fault: { kind: 'status', status: 401, message: 'Bad credentials' },
    }),
    says: /Bad credentials/,
  },
  {
    name: 'GitHub says again what it was sent',
    prepare: echo,
    says: /no such token: \*\*\*/,
  },
]

describe('no secret is found after a run of the action', () => {
  test.each(cases)('$name', async ({ says, inputs = {}, prepare = () => undefined }) => {
    await prepare()
    const { stdout, stderr, summary, outputs, exported, masks } = await sign({ ...upload, ...inputs }, watched())
    const written = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'))
    const left = [...written, stderr, summary, JSON.stringify([outputs, exported]), ...filesBelow(at())].join('\n')
    expect(left).toMatch(says)
    expect(leaksIn(left, secrets())).toEqual([])
    expect(masks).toContain(scene().token)
  })

  test('what it gets itself is masked before anything is done with it', async () => {
    const before = secrets()
    const { masks } = await sign(upload)
    const handedOut = secrets().filter((secret) => !before.includes(secret))
    // An identity token, and the secret key and session token of the role.
    expect(handedOut).toHaveLength(3)
    expect(masks).toEqual(expect.arrayContaining(handedOut))
  })
})

describe('no secret is found after a run of the command line', () => {
  const run = async (args: readonly string[]) => {
    const { aws, issuer, github, token, workspace, roleArn } = scene()
    const env = { ...aws.environment, ...issuer.environment, ...github.environment, ...watched(), GH_TOKEN: token }
    const key = ['--kms-key-id', scene().alias, '--certificate-chain', 'chain.pem', '--json']
    const role = args[0] === 'doctor' ? ['--role-to-assume', roleArn] : []
    const { stdout, stderr } = await cli([...args, ...key, ...role], { cwd: workspace, env })
    return [stdout, stderr, ...filesBelow(at())].join('\n')
  }
  const release = ['--repository', 'example/project', '--tag', tag, '--upload', '--upload-artifacts']

  test.each<[name: string, prepare: () => void, says: RegExp]>([
    ['sign', () => undefined, /"signed": ?2/],
    ['sign, and GitHub says again what it was sent', echo, /no such token: \*\*\*/],
  ])('%s', async (_, prepare, says) => {
    prepare()
    const left = await run(['sign', `${folder()}/app.*`, ...release])
    expect(left).toMatch(says)
    expect(leaksIn(left, secrets())).toEqual([])
  })

  test.each(['release', 'other'])('doctor, of a run in the environment %s', async (environment) => {
    scene().issuer.setClaims({ environment })
    const left = await run(['doctor'])
    expect(left).toContain('example/project')
    expect(leaksIn(left, secrets())).toEqual([])
  })
})

describe('what counts as found', () => {
  const secret = 'ghs_0123456789abcdefghijABCDEFGHIJ012345'
  test.each([
    ['whole', secret],
    ['without its end', secret.slice(0, 34)],
    ['without its beginning', secret.slice(6)],
    ['in base64', Buffer.from(secret).toString('base64')],
    ['in hexadecimal', Buffer.from(secret).toString('hex')],
    ['in an address', `?t=${encodeURIComponent(secret)}&x`],
  ])('a secret that is there %s', (_, text) => {
    expect(leaksIn(`before ${text} after`, [secret])).not.toEqual([])
  })

  test('of an identity token, what makes it one', () => {
    const head = Buffer.from('{"alg":"RS256"}').toString('base64url')
    const claims = Buffer.from('{"repository_id":"123456789"}').toString('base64url')
    const token = `${head}.${claims}.${'signature'.repeat(20)}`
    expect(leaksIn(`${head}.${claims}`, [token])).toEqual([])
    expect(leaksIn(token, [token])).not.toEqual([])
  })
})
