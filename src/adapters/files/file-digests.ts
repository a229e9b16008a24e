import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import type { HashName } from '../../core/algorithm.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import type { ArtifactDigest } from '../../release/ports.ts'
import { changedWhileRead, notRegular, readError } from './file-error.ts'
import { type FileHash, type HashingSystem, hashFile } from './file-hash.ts'

export interface DigestOptions {
  /** At most so many threads hash, this one included. Default: as many as the machine runs at once, 8 at most. */
  readonly threads?: number | undefined
}

/** Bytes read at once. */
const bufferBytes = 1024 * 1024
/** Bytes for which one more thread pays: it takes about 20 ms to start. */
const bytesPerThread = 16 * 1024 * 1024
/** Milliseconds for which this thread hashes without letting signals and timers in. */
const sliceMilliseconds = 50

const system: HashingSystem = {
  statSync: fs.statSync,
  fstatSync: fs.fstatSync,
  openSync: fs.openSync,
  readSync: fs.readSync,
  closeSync: fs.closeSync,
  createHash,
  constants: fs.constants,
}

/** Work that threads take from one counter. */
export interface Queue {
  readonly paths: readonly string[]
  readonly hashes: readonly HashName[]
  /** One Int32: the index of the next path that nobody has taken. */
  readonly next: SharedArrayBuffer
}

/**
 * The digests of the files, streamed, the largest first and several at a time, in the order given.
 *
 * @throws ReleaseSigningError `file-not-found`, `file-unreadable`, `file-not-regular` or `file-changed`, for the first
 *   file in the order given
 */
export async function digestFiles(
  paths: readonly string[],
  hashes: readonly HashName[],
  options: DigestOptions = {},
): Promise<readonly ArtifactDigest[]> {
  const bySize = paths.map((path, index) => ({ path, index, size: sizeOf(path) })).sort((a, b) => b.size - a.size)
  const queue: Queue = { paths: bySize.map(({ path }) => path), hashes, next: new SharedArrayBuffer(4) }
  const bytes = bySize.reduce((sum, { size }) => sum + size, 0)
  const threads = Math.min(
    options.threads ?? Math.min(availableParallelism(), 8),
    paths.length,
    Math.ceil(bytes / bytesPerThread),
  )

  const others = Array.from({ length: Math.max(0, threads - 1) }, () => hashInWorker(queue))
  const found = new Map<number, FileHash>(await hashQueue(queue))
  for (const some of await Promise.all(others)) for (const [index, hash] of some) found.set(index, hash)

  const inOrder: ArtifactDigest[] = []
  const rank = new Map(bySize.map(({ index }, position) => [index, position]))
  for (const [index, path] of paths.entries()) {
    const position = rank.get(index) ?? -1
    // A worker that could not be started, or died, leaves what it had taken.
    inOrder.push(artifactDigest(path, found.get(position) ?? (await hashHere(path, hashes))))
  }
  return inOrder
}

function sizeOf(path: string): number {
  try {
    return fs.statSync(path).size
  } catch {
    // Why it cannot be looked at is told when its turn comes.
    return 0
  }
}

function artifactDigest(path: string, hash: FileHash): ArtifactDigest {
  if ('digests' in hash) return { path, size: hash.size, start: hash.start, digests: hash.digests }
  switch (hash.failure) {
    case 'not-regular':
      throw notRegular(path)
    case 'changed':
      throw changedWhileRead(path)
    case 'system':
      throw readError(path, hash.error)
  }
}

async function hashQueue({ paths, hashes, next }: Queue): Promise<[number, FileHash][]> {
  const counter = new Int32Array(next)
  const buffer = new Uint8Array(bufferBytes)
  const found: [number, FileHash][] = []
  let sliceStart = performance.now()
  for (let i = Atomics.add(counter, 0, 1); i < paths.length; i = Atomics.add(counter, 0, 1)) {
    const steps = hashFile(system, paths[i] ?? '', hashes, buffer)
    let step = steps.next()
    while (!step.done) {
      if (performance.now() - sliceStart > sliceMilliseconds) {
        await setImmediate()
        sliceStart = performance.now()
      }
      step = steps.next()
    }
    found.push([i, step.value])
  }
  return found
}

async function hashHere(path: string, hashes: readonly HashName[]): Promise<FileHash> {
  const [first] = await hashQueue({ paths: [path], hashes, next: new SharedArrayBuffer(4) })
  if (first === undefined) throw new ReleaseSigningError('internal', `${path}: was not hashed`)
  return first[1]
}

/** Starts from text, not from a file: the program is one bundle and has no file of this thread's own. */
const workerSource = `
const { parentPort, workerData: { paths, hashes, next } } = require('node:worker_threads')
const system = { ...require('node:fs'), createHash: require('node:crypto').createHash }
const hashFile = ${hashFile}
const counter = new Int32Array(next)
const buffer = new Uint8Array(${bufferBytes})
const found = []
for (let i = Atomics.add(counter, 0, 1); i < paths.length; i = Atomics.add(counter, 0, 1)) {
  const steps = hashFile(system, paths[i], hashes, buffer)
  let step = steps.next()
  while (!step.done) step = steps.next()
  found.push([i, step.value])
}
parentPort.postMessage(found)
`

/** @returns what another thread hashed, by index; nothing when it failed, and then its share is done here */
export function hashInWorker(queue: Queue): Promise<readonly [number, FileHash][]> {
  return new Promise((resolve) => {
    // Loaded here, since most runs need no thread and are too short for the milliseconds it takes.
    const { Worker } = process.getBuiltinModule('node:worker_threads')
    const worker = new Worker(workerSource, { eval: true, workerData: queue, execArgv: [], env: {} })
    worker.once('message', resolve)
    worker.once('error', () => resolve([]))
    worker.once('exit', () => resolve([]))
  })
}
