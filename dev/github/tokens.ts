import { randomBytes } from 'node:crypto'
import { badCredentials, notAccessible, notFound } from './errors.ts'
import type { Repository, User } from './state.ts'

export interface Permissions {
  /** Default: none beyond what the public has. */
  readonly contents?: 'read' | 'write'
  readonly actions?: 'read' | 'write'
}

export interface TokenOptions {
  readonly permissions: Permissions
  /** `owner/name` of each that it is for. Default: all that there are. */
  readonly repositories?: readonly string[]
  /** Whom it acts for. Default `github-actions[bot]`, as the token of a job. */
  readonly login?: string
}

/** Who asks. */
export interface Caller {
  readonly user: User
  readonly permissions: Permissions
  readonly repositories: readonly string[] | undefined
}

export interface TokenStore {
  create(options: TokenOptions): string
  /**
   * @returns undefined for a request without a token
   * @throws GithubError 401
   */
  identify(authorization: string | undefined): Caller | undefined
  /** No longer accepted. */
  revoke(token: string): void
}

export function createTokenStore(userOf: (login: string) => User, secrets: string[]): TokenStore {
  const callers = new Map<string, Caller>()
  return {
    create({ permissions, repositories, login = 'github-actions[bot]' }) {
      const token = `ghs_${randomBytes(27).toString('hex').slice(0, 36)}`
      callers.set(token, { user: userOf(login), permissions, repositories })
      secrets.push(token)
      return token
    },
    identify(authorization) {
      if (authorization === undefined) return undefined
      const token = /^(?:token|bearer) (\S+)$/i.exec(authorization)?.[1]
      const caller = token === undefined ? undefined : callers.get(token)
      if (caller === undefined) throw badCredentials()
      return caller
    },
    revoke: (token) => void callers.delete(token),
  }
}

/** What a caller may do with one repository. */
export interface Access {
  readonly caller: Caller | undefined
  readonly write: boolean
  readonly actions: boolean
}

/** @throws GithubError 404 where the repository is not to be known */
export function accessOf(caller: Caller | undefined, repository: Repository): Access {
  const names = caller?.repositories?.map((name) => name.toLowerCase())
  const covered = caller !== undefined && (names?.includes(repository.fullName.toLowerCase()) ?? true)
  const permissions = covered ? caller.permissions : {}
  if (repository.private && permissions.contents === undefined) throw notFound()
  return {
    caller,
    write: permissions.contents === 'write',
    actions: permissions.actions !== undefined,
  }
}

/** @throws GithubError 403; 404 for nobody */
export function requireWrite({ caller, write }: Access): Caller {
  if (caller === undefined) throw notFound()
  if (!write) throw notAccessible('contents=write')
  return caller
}
