// A time-stamp server on loopback: answers come from `openssl ts -reply`, faults on demand.
//
//   const tsa = await startTimestampAuthority({ fault: (n) => (n % 3 === 0 ? 'status-500' : undefined) })
//   tsa.url, tsa.rootPem, tsa.requests
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { parseDer } from '../src/core/der/reader.ts'
import { sequence } from '../src/core/der/writer.ts'
import { serve } from './loopback.ts'
import { type Authority, certificatePem, createAuthority, type Leaf } from './pki.ts'
import { refusedResponse } from './time-stamp-token.ts'

export type TimestampFault =
  | 'slow'
  | 'hang'
  | 'status-500'
  | 'status-429'
  | 'refused'
  | 'wrong-nonce'
  | 'wrong-imprint'
  | 'expired-signer'
  | 'untrusted-signer'
  | 'garbage'
  | 'endless'
  | 'cut'
  | 'stall'

export interface TimestampAuthorityOptions {
  /** Issues the server's certificate. Default: a root and an intermediate of its own. */
  readonly authority?: Authority
  /** What goes wrong with request `number`, counted from 1. Default: nothing. */
  readonly fault?: (number: number) => TimestampFault | undefined
  /** Milliseconds before every answer. Default 0. */
  readonly latency?: number
}

export interface TestTimestampAuthority {
  readonly url: string
  /** DER. */
  readonly root: Uint8Array
  readonly rootPem: string
  /** Signer and intermediates, PEM. */
  readonly chainPem: string
  /** How many requests came in. */
  readonly requests: number
  /** The most that were being answered at once. */
  readonly busiest: number
  close(): Promise<void>
}

const run = promisify(execFile)
const slowMilliseconds = 2_000

export async function startTimestampAuthority(
  options: TimestampAuthorityOptions = {},
): Promise<TestTimestampAuthority> {
  const authority =
    options.authority ?? createAuthority({ subject: 'Test TSA Root' }).issueAuthority({ subject: 'Test TSA CA' })
  const folder = await mkdtemp(join(tmpdir(), 'tsa-'))
  const expired = { notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2025-02-01T00:00:00Z') }
  const signers = {
    good: await writeSigner(folder, 'good', authority.issue({ profile: 'time-stamping', subject: 'Test TSA' })),
    expired: await writeSigner(folder, 'expired', authority.issue({ profile: 'time-stamping', ...expired })),
    untrusted: await writeSigner(folder, 'untrusted', createAuthority().issue({ profile: 'time-stamping' })),
  }
  const answers = new Set<Promise<Uint8Array>>()
  let requests = 0
  let busy = 0
  let busiest = 0
  const server = await serve(async ({ body }, response) => {
    requests++
    const number = requests
    const fault = options.fault?.(number)
    busiest = Math.max(busiest, ++busy)
    try {
      if (options.latency !== undefined) await sleep(options.latency)
      if (fault !== undefined && (await misbehave(fault, response))) return
      const signer =
        fault === 'expired-signer' ? signers.expired : fault === 'untrusted-signer' ? signers.untrusted : signers.good
      const making = answer(folder, number, signer, changed(body, fault))
      answers.add(making)
      const reply = await making.finally(() => answers.delete(making))
      response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(reply)
    } finally {
      busy--
    }
  })
  return {
    url: server.url,
    root: authority.root,
    rootPem: authority.rootPem,
    chainPem: signers.good.chainPem,
    get requests() {
      return requests
    },
    get busiest() {
      return busiest
    },
    close: async () => {
      await server.close()
      // Those that nobody waits for any more still write into the folder.
      await Promise.allSettled(answers)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

interface SignerFiles {
  readonly config: string
  readonly chainPem: string
}

async function writeSigner(folder: string, name: string, leaf: Leaf): Promise<SignerFiles> {
  const file = (suffix: string) => join(folder, `${name}.${suffix}`)
  const chain = leaf.chain.slice(1)
  await writeFile(file('crt'), leaf.certificatePem)
  await writeFile(file('key'), leaf.key.privateKeyPem)
  await writeFile(file('chain'), chain.map(certificatePem).join(''))
  const lines = [
    '[tsa]',
    'default_tsa = server',
    '[server]',
    // One file a request: processes that run side by side would spoil each other's.
    'serial = $ENV::TSA_SERIAL',
    `signer_cert = ${file('crt')}`,
    `signer_key = ${file('key')}`,
    ...(chain.length === 0 ? [] : [`certs = ${file('chain')}`]),
    'signer_digest = sha256',
    'default_policy = 1.3.6.1.4.1.4146.2.3',
    'digests = sha256, sha384, sha512',
    'accuracy = secs:1',
    'tsa_name = yes',
    'ess_cert_id_alg = sha256',
  ]
  await writeFile(file('cnf'), lines.join('\n'))
  return { config: file('cnf'), chainPem: leaf.chainPem }
}

async function answer(folder: string, number: number, signer: SignerFiles, query: Uint8Array): Promise<Uint8Array> {
  const file = (suffix: string) => join(folder, `${number}.${suffix}`)
  await writeFile(file('serial'), `${(number + 0x100).toString(16).padStart(4, '0')}\n`)
  await writeFile(file('tsq'), query)
  const environment = { ...process.env, TSA_SERIAL: file('serial') }
  const arguments_ = ['ts', '-reply', '-config', signer.config, '-queryfile', file('tsq'), '-out', file('tsr')]
  await run('openssl', arguments_, { env: environment })
  const reply = await readFile(file('tsr'))
  await Promise.all(['serial', 'tsq', 'tsr'].map((suffix) => rm(file(suffix), { force: true })))
  return reply
}

/** Answers in place of the server; false: the server answers. */
async function misbehave(fault: TimestampFault, response: ServerResponse): Promise<boolean> {
  switch (fault) {
    case 'slow':
      await sleep(slowMilliseconds)
      return false
    case 'hang':
      await once(response, 'close')
      return true
    case 'status-500':
      response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>Internal Server Error</h1>')
      return true
    case 'status-429':
      response.writeHead(429, { 'retry-after': '1' }).end()
      return true
    case 'refused':
      response.end(refusedResponse(2, 'the clock is not to be trusted'))
      return true
    case 'garbage':
      response.end('<html>not what you asked for</html>')
      return true
    case 'endless':
      // More than any answer may have, then the end.
      for (let sent = 0; sent < 16 && !response.destroyed; sent++) response.write(Buffer.alloc(64 * 1024))
      response.end()
      return true
    case 'stall':
      response.writeHead(200, { 'content-length': '4096' }).write('0')
      await once(response, 'close')
      return true
    case 'cut':
      response.writeHead(200, { 'content-length': '4096' }).write('0')
      response.destroy()
      return true
    default:
      return false
  }
}

/** The query that is answered in place of the one that came. */
function changed(query: Uint8Array, fault: TimestampFault | undefined): Uint8Array {
  if (fault !== 'wrong-nonce' && fault !== 'wrong-imprint') return query
  const fields = parseDer(query, 'time-stamp query').children
  // version, messageImprint, nonce, certReq: no policy is asked for by our client.
  const last = (bytes: Uint8Array) => Uint8Array.from(bytes, (octet, i) => (i === bytes.length - 1 ? octet ^ 1 : octet))
  const touched = fault === 'wrong-nonce' ? 2 : 1
  return sequence(...fields.map(({ bytes }, i) => (i === touched ? last(bytes) : bytes)))
}
