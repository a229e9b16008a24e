import { base64 } from '../../core/base64.ts'
import type { PrivateCa, PrivateCaIssuance } from '../../identity/private-ca-port.ts'
import type { Timers } from '../waiting/timers.ts'
import { type AwsCall, awsFailure } from './aws-errors.ts'
import { type AwsJsonAnswer, createAwsJsonCall } from './aws-json.ts'
import { isCertificateOf, parsePrivateCaArn, privateCaEndpoint } from './private-ca-arn.ts'
import { privateCaAnswerInvalid, privateCaError } from './private-ca-errors.ts'
import type { CredentialProvider } from './web-identity.ts'

export interface PrivateCaOptions {
  /** Of the CA; its Region is the one that is called. */
  readonly arn: string
  readonly useFipsEndpoint?: boolean | undefined
  /** Undefined: the SDK's default chain. */
  readonly credentials?: CredentialProvider | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly fetch: typeof fetch
  readonly timers: Timers
  readonly clock: () => Date
  /** A new token at every call, 1 to 36 characters: by it AWS knows a repeated request from a second one. */
  readonly token: () => string
  /** Milliseconds for one answer. Default 15,000. */
  readonly requestTimeout?: number | undefined
}

/** Milliseconds that what is in progress is waited for: it usually takes a second or two. */
const patience = 120_000
/** Milliseconds between two questions; doubled from the first to the longest. */
const wait = { first: 500, longest: 5_000 } as const

/**
 * A CA in AWS Private CA. The SDK's client for it cannot be had in the age of the others, so its six operations are
 * called here.
 *
 * @see https://docs.aws.amazon.com/privateca/latest/APIReference/API_Operations.html
 * @throws ReleaseSigningError `input-invalid` or `aws-configuration` at once; a call: `private-ca-…`, `aws-…`
 */
export function createPrivateCa(options: PrivateCaOptions): PrivateCa {
  const { environment, fetch, timers, clock } = options
  const ca = parsePrivateCaArn(options.arn)
  const { arn, region } = ca
  const call = createAwsJsonCall({
    signingName: 'acm-pca',
    targetPrefix: 'ACMPrivateCA',
    endpoint: privateCaEndpoint(ca, options.useFipsEndpoint, environment),
    region,
    credentials: options.credentials,
    environment,
    fetch,
    timers,
    clock,
    requestTimeout: options.requestTimeout ?? 15_000,
  })
  const about = (operation: string): AwsCall => ({ action: `acm-pca:${operation}`, resource: arn, region })

  const send = (operation: string, input: object = {}): Promise<AwsJsonAnswer> =>
    call(operation, { CertificateAuthorityArn: arn, ...input }).catch((error: unknown) => {
      throw privateCaError(error, about(operation))
    })

  /** Waits while it is in progress, and for nothing else. */
  async function sendUntilDone(operation: string, input: object = {}): Promise<AwsJsonAnswer> {
    const end = timers.now() + patience
    for (let pause: number = wait.first; ; pause = Math.min(wait.longest, pause * 2)) {
      try {
        return await call(operation, { CertificateAuthorityArn: arn, ...input })
      } catch (error) {
        const isInProgress = awsFailure(error).name === 'RequestInProgressException'
        if (!isInProgress || timers.now() + pause > end) throw privateCaError(error, about(operation))
        await timers.sleep(pause)
      }
    }
  }

  const certificateIn = (answer: AwsJsonAnswer) => ({
    certificate: text(answer, 'Certificate'),
    chain: (answer.members.CertificateChain ?? '') === '' ? undefined : text(answer, 'CertificateChain'),
  })

  return {
    arn,
    async describe() {
      const { members, requestId } = await send('DescribeCertificateAuthority')
      const found = { members: object(members.CertificateAuthority), requestId }
      const configuration = { members: object(found.members.CertificateAuthorityConfiguration), requestId }
      const { UsageMode } = found.members
      return {
        arn: text(found, 'Arn'),
        status: text(found, 'Status'),
        type: text(found, 'Type'),
        keyAlgorithm: text(configuration, 'KeyAlgorithm'),
        signingAlgorithm: text(configuration, 'SigningAlgorithm'),
        usageMode: typeof UsageMode === 'string' ? UsageMode : 'GENERAL_PURPOSE',
      }
    },
    certificate: async () => certificateIn(await send('GetCertificateAuthorityCertificate')),
    csr: async () => text(await sendUntilDone('GetCertificateAuthorityCsr'), 'Csr'),
    async issue({ csr, template, signingAlgorithm, validity }) {
      const answer = await send('IssueCertificate', {
        Csr: base64(csr),
        TemplateArn: template,
        SigningAlgorithm: signingAlgorithm,
        Validity: validityMember(validity),
        IdempotencyToken: options.token(),
      })
      const certificateArn = text(answer, 'CertificateArn')
      if (isCertificateOf(ca, certificateArn)) return certificateArn
      throw privateCaAnswerInvalid(`with a certificate that is none of ${arn}: ${certificateArn}`, answer.requestId)
    },
    collect: async (certificateArn) =>
      certificateIn(await sendUntilDone('GetCertificate', { CertificateArn: certificateArn })),
    async importCertificate(certificate, chain) {
      await send('ImportCertificateAuthorityCertificate', {
        Certificate: base64(certificate),
        CertificateChain: base64(chain),
      })
    },
  }
}

const validityMember = (validity: PrivateCaIssuance['validity']): object =>
  'days' in validity
    ? { Type: 'DAYS', Value: validity.days }
    : { Type: 'ABSOLUTE', Value: Math.floor(validity.until.getTime() / 1000) }

/** @throws ReleaseSigningError `aws-answer-invalid` */
function text({ members, requestId }: AwsJsonAnswer, name: string): string {
  const value = members[name]
  if (typeof value === 'string' && value !== '') return value
  throw privateCaAnswerInvalid(`without ${name}`, requestId)
}

const object = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
