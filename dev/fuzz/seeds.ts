import {
  createAuthority,
  extension,
  generalName,
  generateKey,
  type LeafOptions,
  name,
  rdn,
  utf8String,
} from '../pki.ts'

const uri = (text: string) => generalName.uri(`http://example.com/${text}`)
const policy = '1.2.3.1'

/** Everything that is read of a certificate, so that mutants reach it. */
export const richExtensions: LeafOptions['extensions'] & {} = {
  subjectAltName: extension.subjectAltName(
    uri('signer'),
    generalName.email('signer@example.com'),
    generalName.dns('*.example.com'),
    generalName.ip('192.0.2.1'),
    generalName.directory({ O: 'Example', CN: 'Other' }),
    generalName.otherName('1.2.3', utf8String('x')),
    generalName.registeredId('1.2.3.4'),
  ),
  issuerAltName: extension.issuerAltName(generalName.dns('ca.example.com')),
  policies: extension.certificatePolicies(policy, '1.2.3.2'),
  crlDistributionPoints: extension.crlDistributionPoints(
    { names: [uri('crl')] },
    { relativeName: rdn({ CN: 'Part' }), reasons: ['keyCompromise'], crlIssuer: [generalName.directory('Indirect')] },
  ),
  freshest: extension.freshestCrl({ names: [uri('delta')] }),
  access: extension.authorityInfoAccess('http://example.com/ocsp'),
}

const constraints = extension.nameConstraints({
  permitted: [
    generalName.directory(name({})),
    generalName.dns('example.com'),
    generalName.email('example.com'),
    generalName.uri('example.com'),
    generalName.ip([192, 0, 2, 0, 255, 255, 255, 0]),
  ],
  excluded: [generalName.dns('evil.org'), generalName.email('.evil.org')],
})

/** A virtual PKI with every extension in use. */
export function createFuzzPki() {
  const root = createAuthority({ subject: { C: 'CH', O: 'Example', CN: 'Root' } })
  const ca = root.issueAuthority({
    subject: { C: 'CH', O: 'Example', CN: 'CA' },
    pathLength: 1,
    extensions: {
      constraints,
      policies: extension.certificatePolicies(policy, '1.2.3.3'),
      mappings: extension.policyMappings({ from: '1.2.3.3', to: '1.2.3.2' }),
      policyConstraints: extension.policyConstraints({ requireExplicitPolicy: 0, inhibitPolicyMapping: 3 }),
      inhibitAny: extension.inhibitAnyPolicy(2),
    },
  })
  const leaf = ca.issue({ subject: { O: 'Example', CN: 'Signer' }, extensions: richExtensions })
  const rsaLeaf = ca.issue({ key: generateKey('RSA_2048'), extensions: richExtensions })
  return { root, ca, leaf, rsaLeaf }
}

export type FuzzPki = ReturnType<typeof createFuzzPki>

const date = new Date('2026-11-02T00:00:00Z')

/** CRLs of the CA that find the leaf good, with every extension in use; and one that lists it. */
export function createFuzzCrls({ ca, leaf }: FuzzPki) {
  const others = (['keyCompromise', 'superseded', 'certificateHold'] as const).map((why, i) => ({
    serial: BigInt(1000 + i),
    date,
    reason: why,
    invalidityDate: date,
  }))
  const good = ca.crl({ revoked: others, extensions: [extension.expiredCertsOnCrl(date)] })
  const indirect = ca.crl({
    extensions: [
      extension.issuingDistributionPoint({ names: [uri('crl')], indirect: true, onlySomeReasons: ['keyCompromise'] }),
      extension.freshestCrl({ names: [uri('delta')] }),
    ],
    revoked: [{ serial: 5n, date, certificateIssuer: [generalName.directory('Other')] }, ...others],
  })
  const delta = ca.crl({ number: 7, extensions: [extension.deltaCrlIndicator(3)], revoked: others })
  const listing = ca.crl({ revoked: [...others, { serial: leaf.serial, date, reason: 'keyCompromise' }] })
  return { good, indirect, delta, listing }
}
