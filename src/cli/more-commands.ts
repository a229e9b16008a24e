import type { Command } from './command.ts'

/** What comes before and around signing, in the order in which the help lists it. */
export const moreCommands: readonly Command[] = []
