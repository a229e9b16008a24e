import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ReleaseSigningError } from '../../src/core/error.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { anyPolicy } from '../../src/core/x509/object-identifiers.ts'
import { findPath } from '../../src/core/x509/path.ts'
import { createTrustAnchor } from '../../src/core/x509/trust-anchor.ts'
import { certificatePem, purpose } from '../pki.ts'
import { run } from '../process.ts'
import type { Random } from './random.ts'
import { type RandomChain, randomChain } from './random-chain.ts'

const instant = new Date('2026-11-24T12:00:00Z')

/** Two verdicts on one chain: `accepted`, or why not. */
export interface Disagreement {
  readonly ours: string
  readonly theirs: string
  /** Undefined: nobody knows why. */
  readonly explanation: string | undefined
  readonly chain: RandomChain
}

export interface DifferentialReport {
  readonly chains: number
  readonly accepted: number
  readonly disagreements: readonly Disagreement[]
}

/**
 * Random sound and broken chains, judged for clientAuth by our `rfc5280` profile and by `openssl verify -x509_strict`.
 *
 * @param openssl the program
 */
export async function compareWithOpenssl(
  openssl: string,
  random: Random,
  chains: number,
  progress: (done: number) => void = () => {},
): Promise<DifferentialReport> {
  const folder = mkdtempSync(join(tmpdir(), 'differential-'))
  const disagreements: Disagreement[] = []
  let accepted = 0
  try {
    for (let done = 1; done <= chains; done++) {
      const chain = randomChain(random)
      const [ours, theirs] = [ourVerdict(chain), await theirVerdict(openssl, folder, chain)]
      if (ours === 'accepted') accepted++
      if ((ours === 'accepted') !== (theirs === 'accepted')) {
        disagreements.push({ ours, theirs, explanation: explain(theirs, chain), chain })
      }
      if (done % 500 === 0) progress(done)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  return { chains, accepted, disagreements }
}

function ourVerdict({ leaf, intermediates, root, policy }: RandomChain): string {
  try {
    findPath({
      leaf: parseCertificate(leaf),
      intermediates,
      anchors: [createTrustAnchor(root)],
      at: instant,
      profile: 'rfc5280',
      purpose: purpose.clientAuth,
      policy,
    })
    return 'accepted'
  } catch (error) {
    if (error instanceof ReleaseSigningError) return error.code
    throw error
  }
}

async function theirVerdict(openssl: string, folder: string, chain: RandomChain): Promise<string> {
  const { leaf, intermediates, root, policy } = chain
  const write = (name: string, ...ders: readonly Uint8Array[]) =>
    writeFileSync(join(folder, name), ders.map(certificatePem).join(''))
  write('leaf.pem', leaf)
  write('untrusted.pem', ...intermediates)
  write('root.pem', root)
  const args = [
    'verify',
    '-x509_strict',
    '-no-CApath',
    '-no-CAstore',
    ...['-attime', String(instant.getTime() / 1000)],
    ...['-purpose', 'sslclient'],
    ...(Object.keys(policy).length === 0 ? [] : ['-policy_check']),
    // Asked for none, it finds none: it has to be told that any will do.
    ...(policy.initialPolicies ?? [anyPolicy]).flatMap((oid) => ['-policy', oid]),
    ...(policy.requireExplicitPolicy === true ? ['-explicit_policy'] : []),
    ...(policy.inhibitPolicyMapping === true ? ['-inhibit_map'] : []),
    ...(policy.inhibitAnyPolicy === true ? ['-inhibit_any'] : []),
    ...['-CAfile', 'root.pem'],
    ...(intermediates.length === 0 ? [] : ['-untrusted', 'untrusted.pem']),
    'leaf.pem',
  ]
  const { status, stderr } = await run(openssl, args, { cwd: folder })
  if (status === 0) return 'accepted'
  return /^error \d+ at .*$/m.exec(stderr)?.[0] ?? stderr
}

/** What is known to be judged otherwise: by what verdict of theirs, for which choices, and why. */
const explanations: readonly { readonly theirs: RegExp; readonly choices: readonly RegExp[]; readonly why: string }[] =
  [
    {
      theirs: /^error 20 /,
      choices: [/: (wrong AKI|SKI of another key)$/],
      why: 'OpenSSL looks for issuers by key identifier; RFC 5280 section 4.2.1.1 makes it a hint, which `rfc5280` takes it for. `code-signing` refuses as well.',
    },
    {
      theirs: /^error 92 /,
      choices: [/^CA .*: no key usage$/],
      why: '-x509_strict demands the key usage of CAs that RFC 5280 section 4.2.1.3 asks of whoever issues; section 6.1.4 (n) looks at it where it is there.',
    },
    {
      theirs: /^error 26 /,
      choices: [/: any purpose$/],
      why: 'OpenSSL takes anyExtendedKeyUsage for no purpose; RFC 5280 section 4.2.1.12 takes it for each. `code-signing` refuses it in leaves.',
    },
    {
      theirs: /^error 26 at 0 /,
      choices: [/^leaf: keyEncipherment alone$/],
      why: 'OpenSSL looks at the key usage of a TLS client; RFC 5280 section 6.1 leaves that to the application, and `code-signing` asks for digitalSignature.',
    },
    {
      theirs: /^error 43 /,
      choices: [/^CA .*: maps /, /^CA .*: policies 2\.5\.29\.32\.0$/],
      why: 'OpenSSL forgets the mapping of a policy that a CA carries as anyPolicy where the next CA carries anyPolicy too; RFC 9618 sections 5.3 (d)(2) and 5.4 (b)(1)(ii) do not.',
    },
    {
      theirs: /^accepted$/,
      choices: [/^root: .*(requireExplicitPolicy|inhibitPolicyMapping|inhibitAnyPolicy)/],
      why: 'OpenSSL passes over what the root says of policies; here its constraints count, as RFC 5937 has it.',
    },
  ]

const explain = (theirs: string, { choices }: RandomChain): string | undefined =>
  explanations.find(
    (one) => one.theirs.test(theirs) && one.choices.every((pattern) => choices.some((choice) => pattern.test(choice))),
  )?.why
