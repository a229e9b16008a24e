import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { verifyStreamed } from '../../core/crypto.ts'
import type { CheckedSignatures, SignatureCandidate } from '../../release/ports.ts'
import { readError } from './file-error.ts'

/** Bytes read at once. */
const highWaterMark = 1024 * 1024

/**
 * Tries keys and algorithms on a signature over a file, in one pass.
 *
 * @throws ReleaseSigningError `file-not-found` or `file-unreadable`
 */
export async function checkSignatures(
  path: string,
  signature: Uint8Array,
  candidates: readonly SignatureCandidate[],
): Promise<CheckedSignatures> {
  const hash = createHash('sha256')
  const attempts = candidates.map(({ algorithm, key }) => ({ key, verification: verifyStreamed(algorithm) }))
  try {
    for await (const part of fs.createReadStream(path, { highWaterMark })) {
      hash.update(part)
      for (const { verification } of attempts) verification.update(part)
    }
  } catch (error) {
    throw readError(path, error)
  }
  return {
    sha256: Uint8Array.from(hash.digest()),
    valid: attempts.map(({ key, verification }) => verification.verify(key, signature)),
  }
}
