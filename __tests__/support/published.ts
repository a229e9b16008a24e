import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Release } from '../../dev/github.ts'
import { createFiles } from '../../src/adapters/files/files.ts'
import { githubAssetName } from '../../src/core/artifact-name.ts'
import { verifyRelease } from '../../src/release/verify-release.ts'
import { verifyRequest } from './release.ts'

export interface Expected {
  /** Of everything that belongs to it. */
  readonly names: readonly string[]
  readonly rootPem: string
  readonly repository: string
  readonly tag: string
}

/** What a release has on it once these artifacts were signed and uploaded. */
export function publishedNames(repository: string, tag: string, artifacts: readonly string[]): readonly string[] {
  const names = artifacts.map(githubAssetName)
  const attestation = `${repository}-${tag}`.replaceAll('/', '-')
  return [...names, ...names.map((name) => `${name}.p7s`), `${attestation}.release.sigstore.json`].sort()
}

/** Whether all of it is there, once and whole, and verifies for somebody who downloads it. */
export async function isComplete(release: Release, { names, rootPem, repository, tag }: Expected): Promise<boolean> {
  const there = release.assets.filter(({ name, state }) => names.includes(name) && state === 'uploaded')
  if (JSON.stringify(there.map(({ name }) => name).sort()) !== JSON.stringify(names)) return false
  const folder = mkdtempSync(join(tmpdir(), 'published-'))
  try {
    for (const { name, bytes } of there) writeFileSync(join(folder, name), bytes)
    const artifacts = names.filter((name) => names.includes(`${name}.p7s`)).map((name) => join(folder, name))
    const clock = () => new Date()
    const report = await verifyRelease(
      verifyRequest(rootPem, artifacts, { require: ['cms', 'attestation'], repository, tag, complete: true }),
      { files: createFiles({ clock }), clock },
    )
    return report.verified
  } finally {
    rmSync(folder, { recursive: true })
  }
}
