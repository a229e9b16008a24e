import { afterAll, beforeAll } from '@jest/globals'
import type { PrivateCaAuthority } from '../../dev/aws/private-ca-store.ts'
import { type Aws, startAws } from '../../dev/aws.ts'
import { createPrivateCa } from '../../src/adapters/aws/private-ca.ts'
import type { Timers } from '../../src/adapters/waiting/timers.ts'
import type { PrivateCa } from '../../src/identity/private-ca-port.ts'

export interface PrivateCaDesk {
  aws(): Aws
  /** A client of the CA, as an administrator, whose waits take no time. */
  client(ca: Pick<PrivateCaAuthority, 'arn'>, timers?: Partial<Timers>): PrivateCa
  /** Calls of an operation so far. */
  calls(operation: string): number
}

/** AWS Private CA on loopback for the tests of a file. */
export function privateCaDesk(): PrivateCaDesk {
  let started: Aws | undefined
  beforeAll(async () => {
    started = await startAws()
  })
  afterAll(() => started?.close())
  const aws = (): Aws => {
    if (started === undefined) throw new Error('AWS is started before all tests')
    return started
  }
  return {
    aws,
    client: ({ arn }, timers = {}) =>
      createPrivateCa({
        arn,
        credentials: async () => aws().credentials,
        environment: { AWS_ENDPOINT_URL: aws().url, AWS_MAX_ATTEMPTS: '2' },
        fetch,
        timers: { now: () => 0, random: () => 1, sleep: async () => undefined, ...timers },
        clock: () => new Date(),
        token: () => crypto.randomUUID(),
      }),
    calls: (operation) => aws().calls.filter((call) => call.operation === operation).length,
  }
}
