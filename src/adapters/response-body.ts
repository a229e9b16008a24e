/** The whole body of an answer; undefined where it is longer than `maximum` bytes, and no more of it is read. */
export async function bodyWithin(response: Response, maximum: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of response.body ?? []) {
    length += part.length
    if (length > maximum) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}
