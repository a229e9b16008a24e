import { ReleaseSigningError } from '../../core/error.ts'
import { type AwsCall, type AwsFailure, awsError, deniedPrincipal, type Explanation } from './aws-errors.ts'

/** A failed call of AWS Private CA as an error that says what to do. */
export const privateCaError = (error: unknown, call: AwsCall): ReleaseSigningError =>
  awsError(error, call, (failure) => explain(failure, call))

/** By the names in the API reference of the six operations that are called. */
function explain({ name, message }: AwsFailure, { action, resource, region }: AwsCall): Explanation | undefined {
  switch (name) {
    case 'AccessDeniedException':
      return {
        code: 'aws-access-denied',
        message: `${deniedPrincipal(message)} may not ${action} on ${resource}: ${message}`,
        hint: `Allow ${action} on the CA in its identity policies; a condition such as acm-pca:TemplateArn must fit, too. A CA of another account has to be shared with this one.`,
      }
    case 'ResourceNotFoundException':
    case 'InvalidArnException':
      return {
        code: 'private-ca-not-found',
        message: `${resource} is not found in ${region}: ${message}`,
        hint: 'Check the ARN; `aws acm-pca list-certificate-authorities` lists the CAs of a Region.',
      }
    case 'InvalidStateException':
    case 'ConcurrentModificationException':
      return {
        code: 'private-ca-state',
        message: `${action} on ${resource}: the CA is in no state for it: ${message}`,
        hint: 'See the state of the CA: `aws acm-pca describe-certificate-authority`.',
      }
    case 'LimitExceededException':
      return {
        code: 'private-ca-quota',
        message: `${action} on ${resource}: a quota is used up: ${message}`,
        hint: 'A CA issues a limited number of certificates in its life: see Service Quotas, or use another CA.',
      }
    case 'MalformedCSRException':
    case 'InvalidArgsException':
    case 'ValidationException':
      return {
        code: 'private-ca-request-refused',
        message: `${action} on ${resource}: the request is refused: ${message}`,
        hint: 'Check the request, the template, and the validity, which ends with that of the CA at the latest (and after seven days, with a CA for short-lived certificates).',
      }
    case 'RequestFailedException':
      return {
        code: 'private-ca-failed',
        message: `${action} on ${resource}: AWS Private CA failed: ${message}`,
        hint: 'Ask again; if it fails again, AWS Support can say why.',
      }
    case 'RequestInProgressException':
      return {
        code: 'private-ca-pending',
        message: `${action} on ${resource}: still in progress: ${message}`,
        hint: 'Try again in a minute.',
      }
    case 'InvalidRequestException':
    case 'MalformedCertificateException':
    case 'CertificateMismatchException':
      return {
        code: 'private-ca-import-refused',
        message: `${action} on ${resource}: the certificate is refused: ${message}`,
        hint: 'It must hold the key of the request that this CA gave out last, and its chain must end in the root.',
      }
    case 'UnreadableAnswer':
      return answerExplanation(`${action} on ${resource}: ${message}`)
    default:
      return undefined
  }
}

const answerExplanation = (message: string): Explanation => ({
  code: 'aws-answer-invalid',
  message,
  hint: 'The answer is not used. Is something between here and AWS?',
})

export function privateCaAnswerInvalid(what: string, requestId: string | undefined): ReleaseSigningError {
  const { code, message, hint } = answerExplanation(`AWS Private CA answers ${what} (request ${requestId})`)
  return new ReleaseSigningError(code, message, { hint })
}
