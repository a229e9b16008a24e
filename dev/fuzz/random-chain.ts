import { anyPolicy } from '../../src/core/x509/object-identifiers.ts'
import type { PolicyInputs } from '../../src/core/x509/path-validation.ts'
import {
  type Authority,
  type AuthorityOptions,
  type CertificateOptions,
  createAuthority,
  critical,
  type Extension,
  extension,
  generalName,
  generateKey,
  type LeafOptions,
  purpose,
  rawExtension,
} from '../pki.ts'
import type { Random } from './random.ts'

/** A path that may be sound or broken, in the shape in which validators take it. DER. */
export interface RandomChain {
  readonly leaf: Uint8Array
  /** In any order, one missing or strangers among them. */
  readonly intermediates: readonly Uint8Array[]
  readonly root: Uint8Array
  readonly policy: PolicyInputs
  /** What is out of the ordinary in it, for people. */
  readonly choices: readonly string[]
}

/** One thing that is out of the ordinary. */
interface Twist {
  readonly label: string
  readonly options: CertificateOptions & { readonly pathLength?: number }
}

const past = { notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2025-12-31T00:00:00Z') }
const future = { notBefore: new Date('2028-01-01T00:00:00Z') }
const withExtension = (label: string, name: string, value: Extension | null): Twist => ({
  label,
  options: { extensions: { [name]: value } },
})
const flipLast = (bytes: Uint8Array) => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1)
const unknown = rawExtension('1.2.3.4', Uint8Array.of(5, 0))

/** Of any certificate below the root. */
const anywhere: readonly Twist[] = [
  { label: 'expired', options: past },
  { label: 'not yet valid', options: future },
  { label: 'badly signed', options: { mutateSignature: flipLast } },
  withExtension('unknown critical extension', 'unknown', critical(unknown)),
  withExtension('unknown extension', 'unknown', unknown),
  withExtension('wrong AKI', 'authorityKeyIdentifier', extension.authorityKeyIdentifier(Uint8Array.of(1, 2, 3))),
  withExtension('clientAuth', 'extendedKeyUsage', extension.extendedKeyUsage(purpose.clientAuth)),
  withExtension('no purpose', 'extendedKeyUsage', null),
  withExtension('another purpose', 'extendedKeyUsage', extension.extendedKeyUsage(purpose.emailProtection)),
  withExtension(
    'two purposes',
    'extendedKeyUsage',
    extension.extendedKeyUsage(purpose.codeSigning, purpose.clientAuth),
  ),
  withExtension('any purpose', 'extendedKeyUsage', extension.extendedKeyUsage(purpose.any)),
  withExtension('no key usage', 'keyUsage', null),
]

const ofRoots: readonly Twist[] = [0, 1].map((pathLength) => ({
  label: `pathLength ${pathLength}`,
  options: { pathLength },
}))

const ofAuthorities: readonly Twist[] = [
  ...ofRoots,
  withExtension('no basic constraints', 'basicConstraints', null),
  withExtension('no CA', 'basicConstraints', extension.basicConstraints(false)),
  withExtension('no keyCertSign', 'keyUsage', extension.keyUsage('cRLSign', 'digitalSignature')),
  withExtension('SKI of another key', 'subjectKeyIdentifier', extension.subjectKeyIdentifier(Uint8Array.of(9, 9))),
]

const ofLeaves: readonly Twist[] = [
  withExtension('keyEncipherment alone', 'keyUsage', extension.keyUsage('keyEncipherment')),
  withExtension('a CA', 'basicConstraints', extension.basicConstraints(true)),
]

const bases = [
  generalName.dns('example.com'),
  generalName.dns('sub.example.com'),
  generalName.dns('example.org'),
  generalName.email('example.com'),
  generalName.email('.example.com'),
  generalName.email('user@example.com'),
  generalName.uri('example.com'),
  generalName.uri('.example.com'),
  generalName.ip([192, 0, 2, 0, 255, 255, 255, 0]),
  generalName.ip([198, 51, 100, 0, 255, 255, 255, 128]),
  generalName.directory({ O: 'Example' }),
  generalName.directory({ O: 'Other' }),
]

const alternativeNames = [
  generalName.dns('example.com'),
  generalName.dns('www.sub.example.com'),
  generalName.dns('SUB.Example.COM'),
  generalName.dns('badexample.com'),
  generalName.dns('example.org'),
  generalName.email('user@example.com'),
  generalName.email('other@mail.example.com'),
  generalName.email('User@EXAMPLE.com'),
  generalName.uri('https://example.com/x'),
  generalName.uri('https://www.example.com:8080/x'),
  generalName.uri('https://user@example.org/x'),
  generalName.ip('192.0.2.7'),
  generalName.ip('198.51.100.200'),
  generalName.directory({ O: 'Example', CN: 'x' }),
]

const policies = ['1.2.3.1', '1.2.3.2'] as const

const readable = (name: Uint8Array): string =>
  Buffer.from(name.subarray(2))
    .toString('latin1')
    .replace(/[^\x20-\x7e]/g, '.')

function some<T>(random: Random, list: readonly T[], most: number): readonly T[] {
  return Array.from({ length: 1 + random.below(most) }, () => random.pick(list))
}

/** Certificate policies, and on a CA at times mappings and constraints. */
function policyTwists(random: Random, isAuthority: boolean): readonly Twist[] {
  const set = random.pick([[policies[0]], [policies[0]], [...policies], [policies[1]], [anyPolicy], []])
  const twists: Twist[] =
    set.length === 0 ? [] : [withExtension(`policies ${set}`, 'p', extension.certificatePolicies(...set))]
  if (!isAuthority) return twists
  if (random.chance(0.2)) {
    const pair = { from: random.pick(policies), to: random.pick(policies) }
    twists.push(withExtension(`maps ${pair.from} to ${pair.to}`, 'm', extension.policyMappings(pair)))
  }
  if (random.chance(0.2)) {
    const constraints = random.pick([
      { requireExplicitPolicy: random.below(3) },
      { inhibitPolicyMapping: random.below(2) },
    ])
    twists.push(withExtension(JSON.stringify(constraints), 'c', extension.policyConstraints(constraints)))
  }
  if (random.chance(0.2)) {
    const skip = random.below(2)
    twists.push(withExtension(`inhibitAnyPolicy ${skip}`, 'i', extension.inhibitAnyPolicy(skip)))
  }
  return twists
}

function constraintTwist(random: Random): Twist {
  const subtrees = some(random, bases, 2)
  const constraints = random.chance(0.6) ? { permitted: subtrees } : { excluded: subtrees }
  const label = `${Object.keys(constraints)} ${subtrees.map(readable)}`
  return withExtension(label, 'n', extension.nameConstraints(constraints))
}

const merge = (twists: readonly Twist[]): Twist['options'] => ({
  ...Object.assign({}, ...twists.map(({ options }) => options)),
  extensions: Object.assign({}, ...twists.map(({ options }) => options.extensions)),
})

/** A path of three to five certificates, most of them with nothing or one thing out of the ordinary. */
export function randomChain(random: Random): RandomChain {
  const choices: string[] = []
  const [withPolicies, withConstraints] = [random.chance(0.35), random.chance(0.4)]
  const twist = (place: string, pool: readonly Twist[], isAuthority: boolean): Twist['options'] => {
    const twists = [
      ...(random.chance(0.15) ? [random.pick(pool)] : []),
      ...(withPolicies ? policyTwists(random, isAuthority) : []),
      ...(withConstraints && isAuthority && random.chance(0.4) ? [constraintTwist(random)] : []),
    ]
    choices.push(...twists.map(({ label }) => `${place}: ${label}`))
    return merge(twists)
  }
  const key = () =>
    generateKey(random.pick(['ECC_NIST_P256', 'ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_EDWARDS25519']))
  const root = createAuthority({ subject: { O: 'Example', CN: 'Root' }, ...twist('root', ofRoots, true) })
  let issuer: Authority = root
  const authorities: Authority[] = []
  for (let i = 1 + random.below(3); i > 0; i--) {
    const place = `CA ${authorities.length + 1}`
    const isSelfIssued = random.chance(0.1)
    if (isSelfIssued) choices.push(`${place}: self-issued`)
    const options: AuthorityOptions = {
      key: key(),
      subject: isSelfIssued ? issuer.subject : { O: 'Example', CN: place },
      ...twist(place, [...anywhere, ...ofAuthorities], true),
    }
    issuer = issuer.issueAuthority(options)
    authorities.push(issuer)
  }
  const leaf = issuer.issue(leafOptions(random, twist('leaf', [...anywhere, ...ofLeaves], false), choices))
  return {
    leaf: leaf.certificate,
    intermediates: intermediatesOf(random, authorities, choices),
    root: root.certificate,
    policy: withPolicies ? policyInputs(random, choices) : {},
    choices,
  }
}

function leafOptions(random: Random, twisted: Twist['options'], choices: string[]): LeafOptions {
  const subject = random.pick([{ O: 'Example', CN: 'Signer' }, { O: 'Other', CN: 'Signer' }, { CN: 'Signer' }])
  const san = random.chance(0.5) ? some(random, alternativeNames, 3) : undefined
  if (san !== undefined) choices.push(`leaf: names ${san.map((one) => readable(one))}`)
  choices.push(`leaf: ${JSON.stringify(subject)}`)
  const extendedKeyUsage = extension.extendedKeyUsage(purpose.clientAuth)
  return {
    subject,
    ...(san === undefined ? {} : { san }),
    ...twisted,
    extensions: { extendedKeyUsage, ...twisted.extensions },
  }
}

function intermediatesOf(random: Random, authorities: readonly Authority[], choices: string[]): readonly Uint8Array[] {
  const all = authorities.map(({ certificate }) => certificate)
  const given = random.chance(0.05) ? all.slice(1) : all
  if (given.length < all.length) choices.push('CA 1 is not given')
  if (random.chance(0.1)) {
    choices.push('a stranger among the CAs')
    given.push(createAuthority({ subject: { O: 'Example', CN: 'CA 1' } }).certificate)
  }
  return random.chance(0.5) ? given : given.toReversed()
}

function policyInputs(random: Random, choices: string[]): PolicyInputs {
  const inputs: PolicyInputs = {
    requireExplicitPolicy: random.chance(0.5),
    inhibitPolicyMapping: random.chance(0.2),
    inhibitAnyPolicy: random.chance(0.2),
    ...(random.chance(0.4) ? { initialPolicies: [random.pick(policies)] } : {}),
  }
  choices.push(JSON.stringify(inputs))
  return inputs
}
