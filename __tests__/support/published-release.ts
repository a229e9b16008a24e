import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Github, Release } from '../../dev/github.ts'
import { createAuthority, generalName, type Leaf } from '../../dev/pki.ts'
import { createFiles } from '../../src/adapters/files/files.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import { createLocalSigner, signRequest } from './release.ts'
import { signerIdentity } from './signed-release.ts'

export interface PublishedRelease {
  readonly release: Release
  /** PEM. */
  readonly root: string
  readonly leaf: Leaf
}

const root = createAuthority({ subject: 'Example Root' })
const leaf = root
  .issueAuthority({ subject: 'Example Issuing CA' })
  .issue({ subject: { O: 'Example', CN: 'Release' }, san: [generalName.uri(signerIdentity)] })

/**
 * A public release that is signed with both kinds of sidecars.
 *
 * @param folder where it is made
 * @param overrides of what is signed, and the release that it is put on
 */
export async function publishedRelease(
  github: Github,
  folder: string,
  {
    repository,
    tag,
    on = tag,
    draft = false,
    files = { 'app.tar.gz': 'an archive', 'app.zip': 'another' },
    ...more
  }: {
    readonly repository: string
    readonly tag: string
    readonly on?: string
    readonly draft?: boolean
    readonly files?: Readonly<Record<string, string>>
  } & Partial<SignRequest>,
): Promise<PublishedRelease> {
  mkdirSync(folder, { recursive: true })
  const paths = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  })
  const clock = () => new Date()
  const request = signRequest(leaf, paths, { sidecars: undefined, repository, tag, ...more })
  await signRelease(request, { files: createFiles({ clock }), clock, signer: createLocalSigner(leaf.key) })
  const assets = Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]))
  const [owner, name] = repository.split('/').slice(-2)
  return {
    release: github.createRelease({ repository: `${owner}/${name}`, tag: on, draft, assets }),
    root: root.rootPem,
    leaf,
  }
}
