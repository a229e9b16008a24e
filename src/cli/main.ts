import { createRequire } from 'node:module'
import { ReleaseSigningError } from '../core/error.ts'
import { debugTrace, exitStatus, failureOf } from '../entry/failure.ts'
import { parseArguments } from './arguments.ts'
import { checkChainCommand } from './check-chain.ts'
import type { Command } from './command.ts'
import { commandHelp, program, programHelp } from './help.ts'
import { inspect } from './inspect.ts'
import { sign } from './sign.ts'
import { createTerminal } from './terminal.ts'
import { verify } from './verify.ts'

const commands: readonly Command[] = [sign, verify, checkChainCommand, inspect]
const helps = commands.map(({ help }) => help)

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
  const [name, ...rest] = args
  let command: Command | undefined
  try {
    if (name === undefined) {
      process.stderr.write(programHelp(helps))
      return 2
    }
    if (name === '--version') {
      process.stdout.write(`${program} ${version()}\n`)
      return 0
    }
    if (name === 'help' || name === '--help' || name === '-h') {
      const about = helps.find((one) => one.name === rest[0])
      process.stdout.write(about === undefined ? programHelp(helps) : commandHelp(about))
      return 0
    }
    command = commandNamed(name)
    if (own.includes('--help') || own.includes('-h')) {
      process.stdout.write(commandHelp(command.help))
      return 0
    }
    return await command.run(parseArguments(rest, command.help.options), terminal)
  } catch (error) {
    const failure = failureOf(error)
    terminal.failure(failure)
    const trace = debugTrace(error, process.env)
    if (trace !== undefined) for (const line of trace.split('\n')) terminal.warning(line)
    if (terminal.json) terminal.document(command?.failed(failure) ?? failure)
    return exitStatus(failure)
  }
}

/** @throws ReleaseSigningError `usage` */
function commandNamed(name: string): Command {
  const command = commands.find(({ help }) => help.name === name)
  if (command !== undefined) return command
  throw new ReleaseSigningError('usage', `there is no command ${name}`, {
    hint: `The commands are ${helps.map((help) => help.name).join(', ')}; --help explains them.`,
  })
}

/** From the package that this bundle is part of. */
function version(): string {
  const { version } = createRequire(import.meta.url)('../package.json') as { readonly version: string }
  return version
}
