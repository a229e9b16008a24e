import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { testIf } from './judges.ts'

const folder = process.env.KMS_RELEASE_SIGNING_VECTORS ?? join(import.meta.dirname, '../../../shared/vectors')
const found = existsSync(folder)

/**
 * `test` where the vectors that others wrote are on the machine; else skipped, or a failure where
 * KMS_RELEASE_SIGNING_REQUIRE=all asks for everything.
 */
export const testWithVectors = testIf(found, 'the vectors of others are not on this machine')

/** @param path inside the folder of vectors */
export const readVector = (path: string): Uint8Array => new Uint8Array(readFileSync(join(folder, path)))

/** @param path of a JSON file inside the folder of vectors */
export const readVectorJson = (path: string): unknown => JSON.parse(new TextDecoder().decode(readVector(path)))
