import { ReleaseSigningError } from '../core/error.ts'
import type { OptionValues } from '../entry/option.ts'
import { choice, required, wholeNumber } from '../entry/read-values.ts'
import type { SignOption } from '../entry/sign-options.ts'
import { readSignRequest } from '../entry/sign-request.ts'
import type { Files } from '../release/ports.ts'
import type { SignRequest } from '../release/sign/sign-request.ts'
import { type ArtifactsOnRelease, readArtifactsOnRelease } from './artifacts-on-release.ts'
import { artifactPatterns, booleanInput, type Environment, inputText, inputValues } from './inputs.ts'
import { type RoleInputs, readRole, roleInputs } from './role.ts'

/** Everything that a step of the sign action is told. */
export interface SignInputs {
  /** Without artifacts: these are found by the patterns. */
  readonly request: SignRequest
  readonly patterns: readonly string[]
  /** The release whose files are signed in place of files of this machine. */
  readonly source: ArtifactsOnRelease | undefined
  readonly keyId: string
  readonly region: string | undefined
  readonly useFipsEndpoint: boolean
  /** Undefined: the credentials that the AWS SDK finds. */
  readonly role: RoleInputs | undefined
  /** A secret. */
  readonly githubToken: string | undefined
  readonly showSummary: boolean
}

/** Inputs of the sign action that are no options of `sign`. */
export const signActionInputs = [
  'artifacts',
  ...roleInputs,
  'expiry-warning-days',
  'cross-check',
  'github-token',
  'trusted-uploaders',
  'show-summary',
] as const

const expiryWarningDays = 30

/**
 * Reads every input once and cross-checks them.
 *
 * @throws ReleaseSigningError `usage`, `input-missing` or what a file is refused for
 */
export async function readSignInputs(given: Environment, files: Pick<Files, 'read'>): Promise<SignInputs> {
  const environment = withRunnerList(given)
  const patterns = artifactPatterns(environment, ['checksums-file'])
  const values = inputValues<SignOption>(environment, files)
  const keyId = required(values, 'kms-key-id', 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.')
  const days = inputText(environment, 'expiry-warning-days')
  const request = await readSignRequest(releaseOfRun(values, environment), [], {
    expiryWarningDays: days === undefined ? expiryWarningDays : wholeNumber('expiry-warning-days', days, 0, 36_500),
    crossCheck: choice(inputValues<'cross-check'>(environment, files), 'cross-check', ['first', 'all', 'none']),
    pullRequest: environment.GITHUB_EVENT_NAME === 'pull_request',
  })
  return {
    request,
    patterns,
    source: readArtifactsOnRelease(environment, patterns, request.tag),
    keyId,
    region: values.text('aws-region'),
    useFipsEndpoint: values.flag('use-fips-endpoint'),
    role: readRole(environment),
    githubToken: inputText(environment, 'github-token'),
    showSummary: booleanInput('show-summary', inputText(environment, 'show-summary'), true),
  }
}

const runnerList = 'GITHUB_ARTIFACTS_LIST'

/** A workflow does not expand variables in an input, so `$GITHUB_ARTIFACTS_LIST` there stands for the file it names. */
function withRunnerList(environment: Environment): Environment {
  if (inputText(environment, 'checksums-file') !== `$${runnerList}`) return environment
  const path = environment[runnerList]
  if (path) return { ...environment, 'INPUT_CHECKSUMS-FILE': path }
  throw new ReleaseSigningError('input-invalid', `checksums-file: this runner sets no ${runnerList}`, {
    hint: 'It takes a newer runner. Or write a list with sha256sum, and name that.',
  })
}

/** Repository, its number and tag come from the run where they are not given. A branch is never a tag. */
function releaseOfRun(values: OptionValues<SignOption>, environment: Environment): OptionValues<SignOption> {
  const { GITHUB_REPOSITORY, GITHUB_REPOSITORY_ID, GITHUB_REF_TYPE, GITHUB_REF_NAME, GITHUB_SERVER_URL } = environment
  const host = GITHUB_SERVER_URL && URL.canParse(GITHUB_SERVER_URL) ? new URL(GITHUB_SERVER_URL).host : 'github.com'
  const repository = GITHUB_REPOSITORY && (host === 'github.com' ? GITHUB_REPOSITORY : `${host}/${GITHUB_REPOSITORY}`)
  // GitHub does not tell names by case, and a host in front says no more than the run does.
  const own = [GITHUB_REPOSITORY, `${host}/${GITHUB_REPOSITORY}`].map((name) => name?.toLowerCase())
  const run: Readonly<Partial<Record<SignOption, string | undefined>>> = {
    repository: repository || undefined,
    'repository-id': GITHUB_REPOSITORY_ID || undefined,
  }
  const given = values.text('repository')
  if (run.repository !== undefined && given !== undefined && !own.includes(given.toLowerCase())) {
    throw notOwn('repository', given, run.repository)
  }
  const id = values.text('repository-id')
  if (run['repository-id'] !== undefined && id !== undefined && id !== run['repository-id']) {
    throw notOwn('repository-id', id, run['repository-id'])
  }
  const tag =
    values.text('tag') ?? values.text('release-tag') ?? (GITHUB_REF_TYPE === 'tag' ? GITHUB_REF_NAME : undefined)
  const isTag = (name: SignOption) => name === 'tag' || name === 'release-tag'
  return { ...values, text: (name) => run[name] ?? values.text(name) ?? (isTag(name) ? tag : undefined) }
}

const notOwn = (what: string, given: string, own: string) =>
  new ReleaseSigningError('usage', `${what}: ${given} is not the run's own, ${own}`, {
    hint: 'A run signs releases of its own repository. Leave it out.',
  })
