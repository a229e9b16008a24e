import { createRequire } from 'node:module'
import { ReleaseSigningError } from '../core/error.ts'
import { debugTrace, diagnosedFailure, exitStatus } from '../entry/failure.ts'
import { checkOptionsAreNoFiles, parseArguments } from './arguments.ts'
import { checkChainCommand } from './check-chain.ts'
import type { Command } from './command.ts'
import { type CommandHelp, commandHelp, program, programHelp } from './help.ts'
import { inspect } from './inspect.ts'
import { sign } from './sign.ts'
import { createTerminal } from './terminal.ts'
import { verify } from './verify.ts'

const commands: readonly Command[] = [sign, verify, checkChainCommand, inspect]

/** Loaded when one of them is called or all are listed: whoever signs or verifies does without. */
const loadMore = async (): Promise<readonly Command[]> => (await import('./more-commands.ts')).moreCommands

const helps = async () => [...commands, ...(await loadMore())].map(({ help }) => help)

/**
 * Runs the command line. Never throws.
 *
 * @returns the exit status
 */
export async function main(args: readonly string[], process: NodeJS.Process): Promise<number> {
  // Whoever reads what is printed may stop reading; that is no reason for a stack trace, and no success either.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => process.exit(1))

  const ends = args.indexOf('--')
  const own = ends === -1 ? args : args.slice(0, ends)
  const terminal = createTerminal(process, own.includes('--json'))
  const [name] = args
  let command: Command | undefined
  try {
    if (name === undefined) {
      process.stderr.write(programHelp(await helps()))
      return 2
    }
    if (name === '--version') {
      process.stdout.write(`${program} ${version()}\n`)
      return 0
    }
    if (name === 'help' || name === '--help' || name === '-h') {
      const all = await helps()
      const about = all.find((one) => startsWithName(args.slice(1), one))
      process.stdout.write(about === undefined ? programHelp(all) : commandHelp(about))
      return 0
    }
    command = await commandNamed(args)
    checkOptionsAreNoFiles(own)
    if (own.includes('--help') || own.includes('-h')) {
      process.stdout.write(commandHelp(command.help))
      return 0
    }
    requireNode(process.versions.node)
    const rest = args.slice(wordsOf(command.help).length)
    return await command.run(parseArguments(rest, command.help.options), terminal)
  } catch (error) {
    const failure = await diagnosedFailure(error)
    terminal.failure(failure)
    if (failure.diagnosis !== undefined) {
      const { diagnosisText } = await import('../entry/diagnosis-text.ts')
      for (const line of diagnosisText(failure.diagnosis)) terminal.aside(line)
    }
    const trace = debugTrace(error, process.env)
    if (trace !== undefined) for (const line of trace.split('\n')) terminal.warning(line)
    if (terminal.json) terminal.document(command?.failed(failure) ?? failure)
    return exitStatus(failure)
  }
}

/** A command is called by one word, or by two, such as `certificate request`. */
const wordsOf = ({ name }: Pick<CommandHelp, 'name'>): readonly string[] => name.split(' ')

const startsWithName = (args: readonly string[], help: Pick<CommandHelp, 'name'>): boolean =>
  wordsOf(help).every((word, i) => args[i] === word)

/** @throws ReleaseSigningError `usage` */
async function commandNamed(args: readonly string[]): Promise<Command> {
  const isCalled = ({ help }: Command) => startsWithName(args, help)
  const command = commands.find(isCalled) ?? (await loadMore()).find(isCalled)
  if (command !== undefined) return command
  const all = (await helps()).map((help) => help.name)
  const [first = '', second] = args
  const group = all.filter((name) => name.startsWith(`${first} `))
  const asked = group.length === 0 || second === undefined || second.startsWith('-') ? first : `${first} ${second}`
  throw new ReleaseSigningError('usage', `there is no command ${asked}`, {
    hint: `The commands are ${(group.length > 0 ? group : all).join(', ')}. ${program} COMMAND --help explains each.`,
  })
}

/** As package.json has it under `engines`, which npm only warns of. */
const oldestNode = 24

/** @throws ReleaseSigningError `usage`: older ones lack what is used here */
function requireNode(version: string): void {
  if (Number.parseInt(version, 10) >= oldestNode) return
  throw new ReleaseSigningError('usage', `Node ${version} is too old: this program needs Node ${oldestNode} or later`, {
    hint: `Install it; in a workflow, have actions/setup-node do so with node-version: ${oldestNode}.`,
  })
}

/** From the package that this bundle is part of. */
function version(): string {
  const { version } = createRequire(import.meta.url)('../package.json') as { readonly version: string }
  return version
}
