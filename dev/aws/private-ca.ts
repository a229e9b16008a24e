import { createHash, randomBytes } from 'node:crypto'
import { certificationRequestPem, encodeCertificate, type TestAlgorithm } from '../pki.ts'
import { type CertificationRequest, readCertificationRequest } from './certification-request.ts'
import { AwsError, validationError } from './errors.ts'
import type { KmsInput } from './kms-input.ts'
import { authorizePrivateCa } from './private-ca-authorization.ts'
import { importCertificate } from './private-ca-import.ts'
import { type PrivateCaAuthority, type PrivateCaStatus, type PrivateCaStore, pemOf } from './private-ca-store.ts'
import { subjectKeyIdentifierOf, templateOf } from './private-ca-templates.ts'
import type { AuthenticatedCaller } from './signature-v4.ts'

export interface PrivateCaService {
  readonly account: string
  readonly authorities: PrivateCaStore
}

type Operation = (ca: PrivateCaAuthority, input: KmsInput) => object

const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['DescribeCertificateAuthority', (ca) => ({ CertificateAuthority: description(ca) })],
  ['GetCertificateAuthorityCertificate', getCertificateAuthorityCertificate],
  ['GetCertificateAuthorityCsr', getCertificateAuthorityCsr],
  ['IssueCertificate', issueCertificate],
  ['GetCertificate', getCertificate],
  ['ImportCertificateAuthorityCertificate', importCertificate],
])

/** Answers one call of AWS Private CA. @throws AwsError */
export function callPrivateCa(
  service: PrivateCaService,
  operation: string,
  { principal, region }: AuthenticatedCaller,
  input: KmsInput,
): object {
  const handler = operations.get(operation)
  if (handler === undefined) throw new AwsError('UnknownOperationException', '')
  const arn = input.string('CertificateAuthorityArn')
  authorizePrivateCa(principal, {
    account: service.account,
    region,
    operation,
    arn,
    template: operation === 'IssueCertificate' ? (input.optionalString('TemplateArn') ?? defaultTemplate) : undefined,
  })
  return handler(service.authorities.find(arn, region), input)
}

const defaultTemplate = 'arn:aws:acm-pca:::template/EndEntityCertificate/V1'

const description = (ca: PrivateCaAuthority): object => ({
  Arn: ca.arn,
  OwnerAccount: ca.arn.split(':')[4],
  CreatedAt: 1_764_000_000,
  Type: ca.type,
  Status: ca.status,
  ...(ca.chain.length === 0 ? {} : { NotAfter: ca.notAfter.getTime() / 1000 }),
  CertificateAuthorityConfiguration: {
    KeyAlgorithm: ca.keyAlgorithm,
    SigningAlgorithm: ca.signingAlgorithm,
    Subject: {},
  },
  RevocationConfiguration: { CrlConfiguration: { Enabled: false }, OcspConfiguration: { Enabled: false } },
  KeyStorageSecurityStandard: 'FIPS_140_2_LEVEL_3_OR_HIGHER',
  UsageMode: ca.usageMode,
})

/** In the words of the service. */
function requireStatus(ca: PrivateCaAuthority, ...allowed: readonly PrivateCaStatus[]): void {
  if (allowed.includes(ca.status)) return
  throw new AwsError('InvalidStateException', `The certificate authority ${ca.arn} is in the ${ca.status} state.`)
}

function getCertificateAuthorityCertificate(ca: PrivateCaAuthority): object {
  requireStatus(ca, 'ACTIVE', 'DISABLED', 'EXPIRED')
  const [own, ...above] = ca.chain
  return { Certificate: pemOf(own === undefined ? [] : [own]), CertificateChain: pemOf(above) }
}

function getCertificateAuthorityCsr(ca: PrivateCaAuthority): object {
  if (ca.status === 'DELETED' || ca.status === 'FAILED') requireStatus(ca, 'ACTIVE')
  return { Csr: certificationRequestPem({ subject: ca.subject, key: ca.key }) }
}

function issueCertificate(ca: PrivateCaAuthority, input: KmsInput): object {
  const token = input.optionalString('IdempotencyToken')
  if (token !== undefined && (token.length < 1 || token.length > 36)) {
    throw validationError('idempotencyToken', token, 'Member must have length less than or equal to 36')
  }
  requireStatus(ca, 'ACTIVE')
  const earlier = ca.tokens.get(token ?? '')
  if (earlier !== undefined) return { CertificateArn: earlier }
  const request = readRequest(input)
  const method = signingMethodOf(ca, input.string('SigningAlgorithm'))
  const template = templateOf(input.optionalString('TemplateArn') ?? defaultTemplate)
  if (template === undefined) throw new AwsError('InvalidArgsException', 'The template ARN is not valid.')
  const [own] = ca.chain
  if (own === undefined) throw new Error('an active CA has a certificate')
  const serial = BigInt(`0x4${randomBytes(15).toString('hex')}`)
  const certificate = encodeCertificate(
    {
      serial,
      issuer: ca.subject,
      notBefore: new Date(Date.now() - 3_600_000),
      notAfter: endOf(ca, input.members.Validity),
      subject: request.subject,
      publicKey: request.publicKey,
      extensions: template(request, subjectKeyIdentifierOf(own)),
    },
    ca.key,
    { algorithm: method },
  )
  const arn = `${ca.arn}/certificate/${createHash('sha256').update(certificate).digest('hex').slice(0, 32)}`
  const made = { certificate: pemOf([certificate]) ?? '', chain: pemOf(ca.chain) }
  ca.issued.set(arn, { arn, answer: ca.substitute?.(made) ?? made, pendingPolls: ca.pendingPolls })
  if (token !== undefined) ca.tokens.set(token, arn)
  return { CertificateArn: arn }
}

/** Keys that the service certifies (user guide, "Supported cryptographic algorithms"). */
const keyTypes: readonly string[] = ['rsa', 'ec', 'ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87']

function readRequest(input: KmsInput): CertificationRequest {
  const request = readCertificationRequest(Buffer.from(input.blob('Csr')).toString('utf8'))
  const isKnown =
    keyTypes.includes(request?.key.asymmetricKeyType ?? '') &&
    request?.key.asymmetricKeyDetails?.namedCurve !== 'secp256k1'
  if (request === undefined || !isKnown) throw new AwsError('MalformedCSRException', 'The CSR is not valid.')
  return request
}

/** Names of Private CA and of KMS for the same. */
const signingMethods: ReadonlyMap<string, TestAlgorithm> = new Map<string, TestAlgorithm>([
  ['SHA256WITHECDSA', 'ECDSA_SHA_256'],
  ['SHA384WITHECDSA', 'ECDSA_SHA_384'],
  ['SHA512WITHECDSA', 'ECDSA_SHA_512'],
  ['SHA256WITHRSA', 'RSASSA_PKCS1_V1_5_SHA_256'],
  ['SHA384WITHRSA', 'RSASSA_PKCS1_V1_5_SHA_384'],
  ['SHA512WITHRSA', 'RSASSA_PKCS1_V1_5_SHA_512'],
  ['SHA256WITHRSA_PSS', 'RSASSA_PSS_SHA_256'],
  ['ML_DSA_65', 'ML_DSA_SHAKE_256'],
])

function signingMethodOf(ca: PrivateCaAuthority, name: string): TestAlgorithm {
  const family = (algorithm: string) => /RSA|EC|ML_DSA_\d\d/.exec(algorithm)?.[0]
  const method = signingMethods.get(name)
  if (method !== undefined && family(name) === family(ca.keyAlgorithm)) return method
  throw new AwsError(
    'InvalidArgsException',
    `The signing algorithm ${name} is not compatible with the key algorithm of the CA.`,
  )
}

function endOf(ca: PrivateCaAuthority, validity: unknown): Date {
  const { Type, Value }: { Type?: unknown; Value?: unknown } = { ...Object(validity) }
  if (typeof Value !== 'number' || !Number.isInteger(Value) || Value < 1) {
    throw validationError('validity.value', String(Value), 'Member must have value greater than or equal to 1')
  }
  if (Type !== 'DAYS' && Type !== 'ABSOLUTE') throw new Error(`validity of type ${Type} is not known to the stand-in`)
  const end = new Date(Type === 'DAYS' ? Date.now() + Value * 86_400_000 : Value * 1000)
  if (end > ca.notAfter) {
    throw new AwsError(
      'ValidationException',
      'The certificate validity specified exceeds the certificate authority validity',
    )
  }
  if (ca.usageMode === 'SHORT_LIVED_CERTIFICATE' && end.getTime() - Date.now() > 7 * 86_400_000) {
    throw new AwsError('ValidationException', 'The certificate validity exceeds 7 days, for a short-lived CA')
  }
  return end
}

function getCertificate(ca: PrivateCaAuthority, input: KmsInput): object {
  const arn = input.string('CertificateArn')
  if (ca.status === 'DELETED') requireStatus(ca, 'ACTIVE')
  const issued = ca.issued.get(arn)
  if (issued === undefined) {
    throw new AwsError('ResourceNotFoundException', `Could not find Certificate with arn ${arn}.`)
  }
  if (issued.pendingPolls > 0) {
    issued.pendingPolls -= 1
    throw new AwsError('RequestInProgressException', 'The request is in progress.')
  }
  return { Certificate: issued.answer.certificate, CertificateChain: issued.answer.chain }
}
