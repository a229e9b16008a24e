// What a step tells its runner: workflow commands on standard output, and files that it appends to.

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string | undefined
  readonly message: string
}

export interface StepOutput {
  readonly annotations: readonly Annotation[]
  /** Values that the runner hides from here on. */
  readonly masks: readonly string[]
  readonly debug: readonly string[]
  /** What a person reads in the log: all but commands that the runner swallows, masks applied. */
  readonly log: string
}

/** Reads a step's standard output as a runner does (docs: "Workflow commands for GitHub Actions"). */
export function readStepOutput(stdout: string): StepOutput {
  const annotations: Annotation[] = []
  const masks: string[] = []
  const debug: string[] = []
  const log: string[] = []
  for (const line of stdout.split('\n')) {
    const {
      name,
      properties = '',
      message = '',
    } = /^\s*::(?<name>[a-z-]+)(?: (?<properties>.*?))?::(?<message>.*)$/.exec(line)?.groups ?? {}
    if (name === undefined) log.push(line)
    else if (name === 'add-mask') masks.push(unescapeData(message))
    else if (name === 'debug') debug.push(unescapeData(message))
    else if (name === 'group') log.push(unescapeData(message))
    else if (name === 'error' || name === 'warning' || name === 'notice') {
      const text = unescapeData(message)
      annotations.push({ level: name, title: property(properties, 'title'), message: text })
      log.push(`${name}: ${text}`)
    }
  }
  const text = log.join('\n')
  return { annotations, masks, debug, log: masks.reduce((all, mask) => all.replaceAll(mask, '***'), text) }
}

/** Reads GITHUB_OUTPUT, GITHUB_ENV or GITHUB_STATE: `name=value` lines and `name<<DELIMITER` blocks. */
export function readFileCommands(text: string): Readonly<Record<string, string>> {
  const values: Record<string, string> = {}
  const lines = text.split('\n')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]?.replace(/\r$/, '') ?? ''
    const { name, delimiter } = /^(?<name>[^=]+?)<<(?<delimiter>.+)$/.exec(line)?.groups ?? {}
    if (name !== undefined && delimiter !== undefined) {
      const end = lines.findIndex((candidate, at) => at > i && candidate.replace(/\r$/, '') === delimiter)
      if (end === -1) throw new Error(`file command ${name}: the delimiter never comes`)
      values[name] = lines.slice(i + 1, end).join('\n')
      i = end
    } else if (line.includes('=')) values[line.slice(0, line.indexOf('='))] = line.slice(line.indexOf('=') + 1)
    else if (line !== '') throw new Error(`file command of no known form: ${line}`)
  }
  return values
}

function property(properties: string, name: string): string | undefined {
  const value = properties
    .split(',')
    .find((part) => part.startsWith(`${name}=`))
    ?.slice(name.length + 1)
  return value === undefined ? undefined : unescapeData(value.replaceAll('%3A', ':').replaceAll('%2C', ','))
}

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
