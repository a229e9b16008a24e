import type { Digests, Hash, HashName, KeySpec, SignatureAlgorithm } from '../core/algorithm.ts'
import type { VerificationKey } from '../core/crypto.ts'
import type { TimeStampTrust } from '../core/timestamp/verify.ts'
import type { ReleaseHost } from './host/release-host.ts'

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
  /** @param digest by the algorithm's hash, which must be one of message type `DIGEST` */
  signDigest(algorithm: SignatureAlgorithm, digest: Uint8Array): Promise<SignatureReceipt>
}

/** A key in a service that says whether signatures are its own. Every failure is a ReleaseSigningError. */
export interface KeyVerifier {
  /** Refuses a key that is disabled, pending deletion or not for signing. */
  describe(): Promise<KeyDescription>
  /**
   * False for a signature that the service refuses, and for nothing else.
   *
   * @param message the whole signed form
   */
  verify(algorithm: SignatureAlgorithm, message: Uint8Array, signature: Uint8Array): Promise<boolean>
  /** @param digest by the algorithm's hash, which must be one of message type `DIGEST` */
  verifyDigest(algorithm: SignatureAlgorithm, digest: Uint8Array, signature: Uint8Array): Promise<boolean>
}

/** An artifact and its digests, of a file or in place of one. */
export interface NamedDigests {
  readonly path: string
  readonly digests: Digests
}

/** The digests of one file, by hash name, and the bytes a guard looks at. */
export interface ArtifactDigest extends NamedDigests {
  readonly size: number
  /** The first bytes, as many as the guard of `core/raw-signature.ts` looks at. */
  readonly start: Uint8Array
  /** Holds every hash that was asked for. */
  readonly digests: Digests
}

export interface SignatureCandidate {
  readonly algorithm: SignatureAlgorithm
  readonly key: VerificationKey
}

export interface CheckedSignatures {
  /** Of what was read. */
  readonly sha256: Uint8Array
  /** Whether the signature is one of the candidate, in their order. */
  readonly valid: readonly boolean[]
}

export interface NewFile {
  readonly path: string
  readonly bytes: Uint8Array
  /**
   * What may be replaced: `nothing`, so that a file there is a refusal (`file-exists`), or a file with exactly these
   * bytes, else `file-changed`. Undefined: whatever file is there.
   */
  readonly replaces?: 'nothing' | Uint8Array
}

/** The machine's files. */
export interface Files {
  /** At most `maximum` bytes of a regular file, else `limit-exceeded`. */
  read(path: string, maximum: number): Promise<Uint8Array>
  /** Undefined where nothing is there. */
  readIfThere(path: string, maximum: number): Promise<Uint8Array | undefined>
  /** Whether anything is there, of whatever kind. */
  exists(path: string): Promise<boolean>
  /** Names of what lies in a directory, in any order; none where it is not there. */
  list(directory: string): Promise<readonly string[]>
  /** Streamed, several files at a time, in the order given. Refuses a file that changes or vanishes meanwhile. */
  digest(paths: readonly string[], hashes: readonly HashName[]): Promise<readonly ArtifactDigest[]>
  /** Reads the file through once, and tries each key and algorithm on a signature over it. */
  checkSignatures(
    path: string,
    signature: Uint8Array,
    candidates: readonly SignatureCandidate[],
  ): Promise<CheckedSignatures>
  /** Finds out, before anything is signed, whether files can be written at these paths; `file-unwritable` if not. */
  checkWritable(paths: readonly string[]): Promise<void>
  /** Puts all of the files in place or none, replacing what was there under the same names. */
  writeAll(files: readonly NewFile[]): Promise<void>
}

/** Another implementation's verdict on a sidecar just made. */
export interface SecondOpinion {
  /** `unable` says why it could not judge: not installed, or an algorithm it does not do. */
  verify(request: {
    /** Path. */
    readonly artifact: string
    /** Not yet on disk. */
    readonly sidecar: Uint8Array
    /** DER; where no root is pinned, the topmost certificate that is at hand, which need not be self-signed. */
    readonly anchors: readonly Uint8Array[]
    readonly at: Date
  }): Promise<{ readonly verdict: 'agrees' | 'disagrees' | 'unable'; readonly detail: string }>
}

/** What a time-stamp server gave, checked in full against the request. */
export interface TimeStampReceipt {
  /** DER TimeStampResp, for a Sigstore bundle. */
  readonly response: Uint8Array
  /** DER TimeStampToken, for a CMS. */
  readonly token: Uint8Array
}

/** Time-stamp servers (RFC 3161), which see digests only. */
export interface TimestampAuthority {
  /** @throws ReleaseSigningError `timestamp-unavailable` when none of them gave a stamp that holds */
  stamp(hash: Hash, message: Uint8Array): Promise<TimeStampReceipt>
}

/** @param trust undefined: signer and signature are checked, but no root is pinned */
export type TimestampAuthorityFactory = (
  urls: readonly string[],
  trust: TimeStampTrust | undefined,
) => TimestampAuthority

export type Clock = () => Date

/** Tells people how far long work has come; called as often as there is something to tell. */
export type Progress = (step: string, done: number, of: number) => void

export interface SignPorts {
  readonly files: Files
  readonly clock: Clock
  readonly signer: Signer
  /** Undefined where there is none to ask; `crossCheck: 'all'` then fails. */
  readonly secondOpinion?: SecondOpinion | undefined
  /** Undefined where no time stamps can be had; a request that names a server then fails. */
  readonly timestampAuthority?: TimestampAuthorityFactory | undefined
  /** Of the repository that is released. Undefined where none is to be had; a request to upload then fails. */
  readonly releaseHost?: ReleaseHost | undefined
  readonly progress?: Progress | undefined
}
