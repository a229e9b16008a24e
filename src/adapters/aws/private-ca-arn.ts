import { ReleaseSigningError } from '../../core/error.ts'

/** A CA of AWS Private CA, by the parts of its ARN. */
export interface PrivateCaArn {
  readonly arn: string
  /** Such as `aws` or `aws-us-gov`. */
  readonly partition: string
  readonly region: string
}

/** @throws ReleaseSigningError `input-invalid` */
export function parsePrivateCaArn(text: string): PrivateCaArn {
  const { partition, region } =
    /^arn:(?<partition>aws[a-z-]*):acm-pca:(?<region>[a-z0-9-]+):\d{12}:certificate-authority\/[\w-]+$/.exec(text)
      ?.groups ?? {}
  if (partition === undefined || region === undefined) {
    throw new ReleaseSigningError('input-invalid', `private-ca ${text} is not the ARN of a CA in AWS Private CA`, {
      hint: 'It reads arn:aws:acm-pca:REGION:ACCOUNT:certificate-authority/ID; `aws acm-pca list-certificate-authorities` lists them.',
    })
  }
  return { arn: text, partition, region }
}

/** Whether it is the ARN of a certificate of this CA. */
export function isCertificateOf({ arn }: Pick<PrivateCaArn, 'arn'>, text: string): boolean {
  const prefix = `${arn}/certificate/`
  return text.startsWith(prefix) && /^[\w-]+$/.test(text.slice(prefix.length))
}

/** The ARN of a certificate of this CA, as somebody gave it. @throws ReleaseSigningError `input-invalid` */
export function certificateArnOf(ca: Pick<PrivateCaArn, 'arn'>, text: string): string {
  if (isCertificateOf(ca, text)) return text
  const { arn } = ca
  throw new ReleaseSigningError('input-invalid', `private-ca-certificate ${text} is no certificate of ${arn}`, {
    hint: `Its ARN reads ${arn}/certificate/ID.`,
  })
}

/**
 * The ARN of a certificate template, by its name, such as `CodeSigningCertificate/V1`, or as it is.
 *
 * @see https://docs.aws.amazon.com/privateca/latest/userguide/UsingTemplates.html
 * @throws ReleaseSigningError `input-invalid`
 */
export function templateArn(text: string, { partition }: Pick<PrivateCaArn, 'partition'>): string {
  if (/^\w+\/V\d+$/.test(text)) return `arn:${partition}:acm-pca:::template/${text}`
  if (/^arn:aws[a-z-]*:acm-pca:::template\/\w+\/V\d+$/.test(text)) return text
  throw new ReleaseSigningError('input-invalid', `template ${text} is not the name or ARN of a certificate template`, {
    hint: 'Give it as CodeSigningCertificate/V1, or as arn:aws:acm-pca:::template/CodeSigningCertificate/V1.',
  })
}

/** Domains of the partitions of AWS, as its SDKs know them. */
const domains: Readonly<Record<string, string>> = {
  aws: 'amazonaws.com',
  'aws-cn': 'amazonaws.com.cn',
  'aws-eusc': 'amazonaws.eu',
  'aws-iso': 'c2s.ic.gov',
  'aws-iso-b': 'sc2s.sgov.gov',
  'aws-iso-e': 'cloud.adc-e.uk',
  'aws-iso-f': 'csp.hci.ic.gov',
  'aws-us-gov': 'amazonaws.com',
}

/**
 * Where the CA answers: what the environment names, as for the SDKs, else AWS's own endpoint of the Region.
 *
 * @throws ReleaseSigningError `aws-configuration`
 */
export function privateCaEndpoint(
  { partition, region, arn }: PrivateCaArn,
  useFipsEndpoint: boolean | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): URL {
  const fips = useFipsEndpoint === true || environment.AWS_USE_FIPS_ENDPOINT?.toLowerCase() === 'true'
  const isIgnored = environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true'
  const configured = isIgnored ? undefined : environment.AWS_ENDPOINT_URL_ACM_PCA || environment.AWS_ENDPOINT_URL
  if (configured) {
    const url = URL.canParse(configured) ? new URL(configured) : undefined
    if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
      throw misconfigured('AWS_ENDPOINT_URL is no http or https URL', 'Correct it, or leave it out.')
    }
    if (!fips) return url
    throw misconfigured('FIPS endpoints and AWS_ENDPOINT_URL exclude each other', 'Leave one of them out.')
  }
  const domain = domains[partition]
  if (domain === undefined) {
    throw misconfigured(`${arn}: the domain of partition ${partition} is not known`, 'Set AWS_ENDPOINT_URL_ACM_PCA.')
  }
  // GovCloud's only endpoint is the FIPS one.
  const host = fips && partition !== 'aws-us-gov' ? 'acm-pca-fips' : 'acm-pca'
  return new URL(`https://${host}.${region}.${domain}`)
}

const misconfigured = (message: string, hint: string) => new ReleaseSigningError('aws-configuration', message, { hint })
