/** The bytes of one input, PEM or DER, and what to call it in an error: a path, or the input's name where it held the text itself. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}
