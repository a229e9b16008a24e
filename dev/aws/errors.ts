/** An answer of AWS that refuses: its wire name, status and wording. */
export class AwsError extends Error {
  readonly code: string
  readonly status: number

  constructor(code: string, message: string, status = 400) {
    super(message)
    this.code = code
    this.status = status
  }
}

/** One field that breaks a constraint of the API model, worded as every AWS JSON service does. */
export const validationError = (field: string, value: string | undefined, constraint: string): AwsError =>
  new AwsError(
    'ValidationException',
    `1 validation error detected: Value ${value === undefined ? '' : `'${value}' `}at '${field}' failed to satisfy constraint: ${constraint}`,
  )
