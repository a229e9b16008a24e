import { atMost } from '../waiting/concurrency.ts'
import { backoff } from '../waiting/retry.ts'

/** Milliseconds. */
export interface ServerLimits {
  /** For one answer. */
  readonly attempt: number
  /** Without one good answer, after which a server is given up for the whole run. */
  readonly giveUp: number
  /** Requests to one server at once. */
  readonly concurrency: number
  /** Requests to one server for one thing to be stamped. */
  readonly attempts: number
}

/** One server and how it has been doing in this run. */
export interface Server {
  readonly url: string
  /** Failures since the last good answer. */
  failures: number
  /** When the first of them was sent; undefined: the last answer was good. */
  failingSince: number | undefined
  /** Not asked again before. */
  pausedUntil: number
  reason: string
  dead: boolean
  /** Runs a request when fewer than the server takes at once are on their way. */
  readonly inTurn: ReturnType<typeof atMost>
}

export const createServers = (urls: readonly string[], { concurrency }: ServerLimits): readonly Server[] =>
  urls.map((url) => ({
    url,
    failures: 0,
    failingSince: undefined,
    pausedUntil: 0,
    reason: 'not asked',
    dead: false,
    inTurn: atMost(concurrency),
  }))

/**
 * The server to ask next: of those still alive, the one asked least for this thing, then the one that failed least
 * lately, then the first named. Undefined: none is left.
 *
 * @param asked how often each was asked for this thing
 */
export function nextServer(
  servers: readonly Server[],
  asked: ReadonlyMap<Server, number>,
  limits: ServerLimits,
): Server | undefined {
  const times = (server: Server) => asked.get(server) ?? 0
  return servers
    .filter((server) => !server.dead && times(server) < limits.attempts)
    .sort((a, b) => times(a) - times(b) || a.failures - b.failures)[0]
}

/** Whole milliseconds that an attempt begun now may take, so that a dead server costs the run no more than `giveUp`. */
export function timeLimit({ failingSince }: Server, limits: ServerLimits, now: number): number {
  if (failingSince === undefined) return limits.attempt
  return Math.ceil(Math.max(0, Math.min(limits.attempt, failingSince + limits.giveUp - now)))
}

export function recordSuccess(server: Server): void {
  server.failures = 0
  server.failingSince = undefined
}

export interface Failure {
  readonly reason: string
  /** When the attempt was sent. */
  readonly sent: number
  readonly now: number
  /** Milliseconds that the server asked everybody to wait. */
  readonly retryAfter?: number | undefined
  /** It was given less time than an answer may take, so that what went wrong before tells more. */
  readonly cutShort: boolean
}

export function recordFailure(server: Server, limits: ServerLimits, failure: Failure): void {
  if (!failure.cutShort || server.failures === 0) server.reason = failure.reason
  server.failures++
  server.failingSince = Math.min(server.failingSince ?? failure.sent, failure.sent)
  const tooLong = failure.now >= server.failingSince + limits.giveUp
  server.dead ||= tooLong || server.failures >= limits.attempts * limits.concurrency
  server.pausedUntil = Math.max(server.pausedUntil, failure.now + (failure.retryAfter ?? 0))
}

const firstWait = 250
const longestWait = 4_000

/**
 * Milliseconds to wait before the server is asked.
 *
 * @param asked how often it was asked for this thing already
 * @param jitter from 0 to 1, so that several do not come back at once
 */
export function pauseBefore(server: Server, limits: ServerLimits, asked: number, now: number, jitter: number): number {
  const wait = asked === 0 ? 0 : backoff({ firstWait, longestWait }, asked, jitter)
  const pause = Math.max(wait, server.pausedUntil - now, 0)
  if (server.failingSince === undefined) return pause
  // A pause that reaches past the end leaves room for one last attempt.
  return Math.min(pause, Math.max(0, server.failingSince + limits.giveUp - now - lastAttempt))
}

const lastAttempt = 500
