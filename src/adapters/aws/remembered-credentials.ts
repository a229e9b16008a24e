import type { CredentialProvider } from './web-identity.ts'

/** Milliseconds before their end in which credentials are not used any more, as in the SDK. */
const renewal = 300_000

/** Asks for credentials once, however many ask at the same time, and again when they come to their end. */
export function rememberedCredentials(provider: CredentialProvider, clock: () => Date): CredentialProvider {
  let last: Awaited<ReturnType<CredentialProvider>> | undefined
  let asked: ReturnType<CredentialProvider> | undefined
  return async (...context) => {
    const ends = last?.expiration?.getTime() ?? Number.POSITIVE_INFINITY
    if (last !== undefined && ends - clock().getTime() >= renewal) return last
    asked ??= provider(...context).finally(() => {
      asked = undefined
    })
    last = await asked
    return last
  }
}
