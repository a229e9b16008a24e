import { ReleaseSigningError } from '../../core/error.ts'

/** A key as the KMS API and its client take it. */
export interface KmsKeyId {
  /** Key id, key ARN, alias name or alias ARN. */
  readonly id: string
  /** The Region in the ARN. */
  readonly region: string | undefined
  /** The URL of the endpoint in an `awskms://ENDPOINT/…` name. */
  readonly endpoint: string | undefined
}

/**
 * Reads a key id, key ARN, alias name or alias ARN, as such or as sigstore writes it: `awskms:///ID` or
 * `awskms://ENDPOINT/ID`.
 *
 * @throws ReleaseSigningError `input-invalid`
 */
export function parseKmsKeyId(text: string): KmsKeyId {
  const { endpoint, id } = /^awskms:\/\/(?<endpoint>[^/]*)\/(?<id>.*)$/s.exec(text.trim())?.groups ?? {
    id: text.trim(),
  }
  const arn = /^arn:(?<partition>aws[a-z-]*):kms:(?<region>[a-z0-9-]+):\d{12}:(?<resource>.*)$/s.exec(id ?? '')?.groups
  const resource = arn?.resource ?? id ?? ''
  const isAlias = /^alias\/[\w/-]+$/.test(resource)
  const isKey = arn === undefined ? /^[\w-]+$/.test(resource) : /^key\/[\w-]+$/.test(resource)
  if (!isAlias && !isKey) {
    throw new ReleaseSigningError('input-invalid', `kms-key-id ${text} is not the name of a KMS key`, {
      hint: 'Give a key id, a key ARN, alias/NAME, an alias ARN, or one of these behind awskms:///.',
    })
  }
  return { id: id ?? '', region: arn?.region, endpoint: endpoint ? `https://${endpoint}` : undefined }
}

/**
 * The Region to call: that of the key's ARN, else the one given, else the environment's. Undefined leaves it to the
 * profile that the SDK reads.
 *
 * @throws ReleaseSigningError `aws-region-conflict`
 */
export function chooseRegion(
  key: Pick<KmsKeyId, 'region'>,
  given: string | undefined,
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined {
  if (key.region !== undefined && given !== undefined && given !== key.region) {
    throw new ReleaseSigningError('aws-region-conflict', `aws-region is ${given}, but the key is in ${key.region}`, {
      hint: `Leave aws-region out, or set it to ${key.region}.`,
    })
  }
  // The SDK for JavaScript does not look at AWS_DEFAULT_REGION, which other AWS tools do.
  return key.region ?? given ?? (environment.AWS_REGION || environment.AWS_DEFAULT_REGION || undefined)
}
