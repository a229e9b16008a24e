import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { ReceivedRequest } from '../loopback.ts'
import { AwsError } from './errors.ts'
import type { Principal } from './principals.ts'

export interface AuthenticatedCaller {
  readonly principal: Principal
  /** Region of the credential scope: the one whose service the client means to speak to. */
  readonly region: string
}

/**
 * Checks an AWS Signature Version 4 and finds out who made it.
 *
 * @param find the principal of an access key id
 * @throws AwsError as AWS words it
 */
export function authenticate(
  request: ReceivedRequest,
  service: string,
  find: (accessKeyId: string) => Principal | undefined,
): AuthenticatedCaller {
  const { headers } = request.message
  const fields =
    /^AWS4-HMAC-SHA256 Credential=(?<id>[^/,]+)\/(?<date>\d{8})\/(?<region>[^/,]+)\/(?<service>[^/,]+)\/aws4_request, ?SignedHeaders=(?<signed>[^,]+), ?Signature=(?<signature>[0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    )?.groups
  if (fields === undefined) throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token')
  const { id = '', date = '', region = '', signed = '', signature = '' } = fields
  if (fields.service !== service) {
    throw new AwsError('InvalidSignatureException', `Credential should be scoped to correct service: '${service}'.`)
  }
  const principal = find(id)
  const token = headers['x-amz-security-token']
  if (principal === undefined || principal.credentials.sessionToken !== token) {
    throw new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.')
  }
  if (principal.expires !== undefined && principal.expires.getTime() <= Date.now()) {
    throw new AwsError('ExpiredTokenException', 'The security token included in the request is expired')
  }
  const scope = `${date}/${region}/${service}/aws4_request`
  const secret = principal.credentials.secretAccessKey
  const key = ['aws4_request', service, region, date].reduceRight(
    (previous: string | Buffer, part) => hmac(previous, part),
    `AWS4${secret}`,
  )
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonicalRequest(request, signed))].join(
    '\n',
  )
  if (!timingSafeEqual(hmac(key, toSign), Buffer.from(signature, 'hex'))) {
    throw new AwsError(
      'InvalidSignatureException',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    )
  }
  return { principal, region }
}

function canonicalRequest({ message, url, body }: ReceivedRequest, signedHeaders: string): string {
  const query = [...url.searchParams]
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort()
    .join('&')
  const headers = signedHeaders.split(';').map((name) => {
    const value = message.headers[name] ?? ''
    return `${name}:${(Array.isArray(value) ? value.join(',') : value).trim().replace(/ +/g, ' ')}\n`
  })
  return [message.method, url.pathname, query, headers.join(''), signedHeaders, sha256(body)].join('\n')
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
