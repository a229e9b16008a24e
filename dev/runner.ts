import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { arch, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { run } from './process.ts'
import { readFileCommands, readStepOutput, type StepOutput } from './workflow-commands.ts'

export const repositoryRoot = resolve(import.meta.dirname, '..')

/** The one bundle that both actions and the command-line tool are. */
export const bundle = join(repositoryRoot, 'dist', 'index.js')

/** @throws Error that says what to do */
export function requireBundle(): void {
  if (!existsSync(bundle)) throw new Error('dist/index.js is missing: run `npm run build` first')
}

export interface Step {
  /** Folder that holds action.yml, relative to the repository: `.`, `verify` or `certificate`. */
  readonly uses: string
  /** Inputs, as a workflow gives them. */
  readonly with?: Readonly<Record<string, string>>
  /** On top of what every job on a runner has; undefined takes one away. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** What `github.token` stands for. Default: nothing. */
  readonly token?: string
  /** The folder the job works in. */
  readonly workspace: string
  /** Where action.yml, verify/ and dist/ are. Default: the repository. */
  readonly root?: string
  /** Ends it at once, as `kill -9` does. */
  readonly kill?: AbortSignal
}

export interface StepResult extends StepOutput {
  readonly outcome: 'success' | 'failure'
  readonly status: number
  readonly outputs: Readonly<Record<string, string>>
  /** Environment that later steps would get. */
  readonly exported: Readonly<Record<string, string>>
  /** Markdown. */
  readonly summary: string
  /** As it was written, workflow commands and all. */
  readonly stdout: string
  readonly stderr: string
}

/** The variables of a run on tag v1.0.0 of example/project, as a hosted Linux runner sets them. */
export const runEnvironment = {
  CI: 'true',
  GITHUB_ACTIONS: 'true',
  GITHUB_ACTOR: 'octocat',
  GITHUB_API_URL: 'https://api.github.com',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_JOB: 'release',
  GITHUB_REF: 'refs/tags/v1.0.0',
  GITHUB_REF_NAME: 'v1.0.0',
  GITHUB_REF_TYPE: 'tag',
  GITHUB_REPOSITORY: 'example/project',
  GITHUB_REPOSITORY_ID: '123456789',
  GITHUB_REPOSITORY_OWNER: 'example',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_RUN_ID: '4242424242',
  GITHUB_RUN_NUMBER: '7',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_WORKFLOW: 'release',
  RUNNER_ARCH: arch() === 'arm64' ? 'ARM64' : 'X64',
  RUNNER_ENVIRONMENT: 'github-hosted',
  RUNNER_OS: 'Linux',
} as const

interface ActionMetadata {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>
  readonly runs: { readonly using: string; readonly main: string }
}

/**
 * Runs one step as the runner does: metadata and defaults from action.yml, inputs as INPUT_ variables, its main under
 * Node, files for outputs, environment and summary.
 *
 * @throws Error when the action cannot be started at all
 */
export async function runStep(step: Step): Promise<StepResult> {
  if (step.root === undefined) requireBundle()
  const folder = join(step.root ?? repositoryRoot, step.uses)
  const metadata: ActionMetadata = parse(await readFile(join(folder, 'action.yml'), 'utf8'))
  if (metadata.runs.using !== 'node24') throw new Error(`${step.uses}: runs on ${metadata.runs.using}`)
  const unexpected = Object.keys(step.with ?? {}).filter((name) => !(name in (metadata.inputs ?? {})))
  if (unexpected.length > 0) throw new Error(`${step.uses} has no input ${unexpected.join(', ')}`)

  const temporary = await mkdtemp(join(tmpdir(), 'runner-'))
  try {
    const commandFiles = {
      GITHUB_ENV: join(temporary, 'env'),
      GITHUB_OUTPUT: join(temporary, 'output'),
      GITHUB_PATH: join(temporary, 'path'),
      GITHUB_STATE: join(temporary, 'state'),
      GITHUB_STEP_SUMMARY: join(temporary, 'summary'),
    }
    await Promise.all(Object.values(commandFiles).map((path) => writeFile(path, '')))
    const { status, stdout, stderr } = await run(process.execPath, [join(folder, metadata.runs.main)], {
      cwd: step.workspace,
      kill: step.kill,
      env: {
        PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
        HOME: temporary,
        RUNNER_TEMP: temporary,
        GITHUB_WORKSPACE: step.workspace,
        ...runEnvironment,
        ...inputEnvironment(metadata, step),
        ...commandFiles,
        ...step.env,
      },
    })
    const text = (path: string): Promise<string> => readFile(path, 'utf8')
    return {
      ...readStepOutput(stdout),
      outcome: status === 0 ? 'success' : 'failure',
      status,
      stdout,
      stderr,
      outputs: readFileCommands(await text(commandFiles.GITHUB_OUTPUT)),
      exported: readFileCommands(await text(commandFiles.GITHUB_ENV)),
      summary: await text(commandFiles.GITHUB_STEP_SUMMARY),
    }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Every input of the metadata is set: what was given, else its default, else nothing but the name. */
function inputEnvironment({ inputs = {} }: ActionMetadata, step: Step): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      step.with?.[name] ?? evaluate(String(input?.default ?? ''), step),
    ]),
  )
}

/** Defaults may use the `github` context. */
function evaluate(text: string, { token = '', env }: Step): string {
  const context = { ...runEnvironment, ...env, GITHUB_TOKEN: token }
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const name = /^github\.(\w+)$/.exec(expression)?.[1]
    const value = Object.entries(context).find(([key]) => key === `GITHUB_${name?.toUpperCase()}`)?.[1]
    if (value === undefined) throw new Error(`the expression ${expression} in a default is not known to the stand-in`)
    return value
  })
}

/** Starts the command-line tool from the bundle. */
export function runCli(
  args: readonly string[],
  options: {
    readonly cwd: string
    readonly env?: Readonly<Record<string, string | undefined>>
    /** Where dist/ is. Default: the repository. */
    readonly root?: string
  },
) {
  if (options.root === undefined) requireBundle()
  const env = { PATH: process.env.PATH, HOME: options.cwd, ...options.env }
  return run(process.execPath, [join(options.root ?? repositoryRoot, 'dist', 'index.js'), ...args], {
    cwd: options.cwd,
    env,
  })
}
