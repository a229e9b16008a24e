import type { NamedBytes } from '../release/named-bytes.ts'

/** One option of a command, and the action's input of the same name. */
export interface OptionRow {
  /** As on the command line, without the dashes. */
  readonly name: string
  /** What stands for its value in the help; without one it is a flag. */
  readonly value?: string
  /** May be given several times; in an action's input one a line. */
  readonly repeatable?: true
  /** One sentence or two, for people. */
  readonly help: string
  /** Heading of the help under which it stands; that of the row before where it is left out. */
  readonly group?: string
}

/** The values given for the options of a command, wherever they came from. An empty value counts as none. */
export interface OptionValues<Name extends string = string> {
  /** How people write the option, for messages: `--tag` or `tag`. */
  label(name: Name): string
  flag(name: Name): boolean
  text(name: Name): string | undefined
  texts(name: Name): readonly string[]
  /**
   * What the option's files hold.
   *
   * @param maximumBytes of each
   */
  files(name: Name, maximumBytes: number): Promise<readonly NamedBytes[]>
}

export type NamesOf<Rows extends readonly OptionRow[]> = Rows[number]['name']
