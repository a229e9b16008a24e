import type { HashName, KeySpec, SignatureAlgorithm } from '../core/algorithm.ts'

/** What is known of a key before it signs anything. */
export interface KeyDescription {
  /** The key's ARN, or what the caller gave where the service tells no ARN. */
  readonly keyId: string
  readonly spec: KeySpec
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
}

export interface SignatureReceipt {
  readonly signature: Uint8Array
  /** The service's id of the request, for its audit log. */
  readonly requestId: string | undefined
}

/** A private key that never leaves its service. Every failure is a ReleaseSigningError that says what to do. */
export interface Signer {
  /** Refuses a key that is disabled, pending deletion or not for signing. */
  describe(): Promise<KeyDescription>
  /** Asks, without signing, whether this caller may sign with this algorithm. */
  probe(algorithm: SignatureAlgorithm): Promise<void>
  /** @param message the whole signed form; the adapter hashes it as the algorithm's message type asks */
  sign(algorithm: SignatureAlgorithm, message: Uint8Array): Promise<SignatureReceipt>
}

/** The digests of one artifact, by hash name, and the bytes a guard looks at. */
export interface ArtifactDigest {
  readonly path: string
  readonly size: number
  /** Raw digests; holds every hash that was asked for. */
  readonly digests: Readonly<Partial<Record<HashName, Uint8Array>>>
}

export interface NewFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The machine's files. */
export interface Files {
  /** At most `maximum` bytes of a regular file, else `limit-exceeded`. */
  read(path: string, maximum: number): Promise<Uint8Array>
  /** Undefined where nothing is there. */
  readIfThere(path: string, maximum: number): Promise<Uint8Array | undefined>
  /** Streamed, several files at a time, in the order given. Refuses a file that changes or vanishes meanwhile. */
  digest(paths: readonly string[], hashes: readonly HashName[]): Promise<readonly ArtifactDigest[]>
  /** Puts all of the files in place or none, replacing what was there under the same names. */
  writeAll(files: readonly NewFile[]): Promise<void>
}

/** Another implementation's verdict on a sidecar just made. */
export interface SecondOpinion {
  /** `unable` says why it could not judge: not installed, or an algorithm it does not do. */
  verify(request: {
    readonly artifact: string
    readonly sidecar: string
    readonly anchors: readonly Uint8Array[]
    readonly at: Date
  }): Promise<{ readonly verdict: 'agrees' | 'disagrees' | 'unable'; readonly detail: string }>
}

export type Clock = () => Date

/** Tells people how far long work has come; called as often as there is something to tell. */
export type Progress = (step: string, done: number, of: number) => void

export interface VerifyPorts {
  readonly files: Files
  readonly clock: Clock
  readonly progress?: Progress | undefined
}

export interface SignPorts {
  readonly files: Files
  readonly clock: Clock
  readonly signer: Signer
  /** Undefined where there is none to ask; `crossCheck: 'all'` then fails. */
  readonly secondOpinion?: SecondOpinion | undefined
  readonly progress?: Progress | undefined
}
