import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PrivateCaAuthority } from '../aws/private-ca-store.ts'
import { certificatePem, createAuthority } from '../pki.ts'
import { type IdentityChapter, type IdentityScene, succeed, type } from './identity.ts'
import type { Story } from './story.ts'

const identity = 'https://example.com/releases-by-private-ca'
const root = '--root-certificate portable/root.pem'
const chain = `--certificate-chain portable/chain.pem ${root}`

/** Everything from the empty CA to the second certificate. */
export const privateCa: IdentityChapter = async (story, scene) => {
  const ca = scene.aws.privateCas.create({ issuer: 'external', subject: { O: 'Example', CN: 'Example Private CA' } })
  await portableRoot(story, scene, ca)
  await firstCertificate(story, scene, ca)
  await renewal(story, scene, ca)
  await refusals(story, scene, ca)
}

async function portableRoot(story: Story, scene: IdentityScene, { arn }: PrivateCaAuthority): Promise<void> {
  story.heading('AWS Private CA instead, under a root that stays ours')
  story.say(
    'A subordinate CA waits in AWS Private CA for its certificate. A root whose key is in AWS KMS signs its request:',
  )
  const key = '--kms-key-id alias/portable-root --register portable/register.txt'
  await succeed(story, scene, 'key create --alias alias/portable-root --key-spec ECC_NIST_P384')
  const subject = "--common-name 'Example Portable Root' --organization Example --out portable/root.pem"
  await succeed(story, scene, `certificate create-root ${key} ${subject}`)
  await succeed(story, scene, `private-ca request --private-ca ${arn} --out subordinate.csr`)
  const issue = `certificate issue --profile subordinate-ca --request subordinate.csr ${key}`
  await succeed(story, scene, `${issue} --ca-certificate portable/root.pem --out subordinate.pem`)
  const install = `private-ca import --private-ca ${arn} --certificate-chain subordinate.pem`
  const other = createAuthority({ subject: 'Another Root' })
  await writeFile(join(scene.workspace, 'another-root.pem'), other.certificatePem)
  const wrong = await type(story, scene, `${install} --root-certificate another-root.pem`)
  story.check(
    'what leads to another root is not installed',
    wrong.status === 1 && wrong.stderr.includes('path-not-found'),
  )
  await succeed(story, scene, `${install} ${root}`)
}

async function firstCertificate(story: Story, scene: IdentityScene, ca: PrivateCaAuthority): Promise<void> {
  story.heading('It certifies the key that signs, and a release is signed and verified')
  await succeed(story, scene, 'key create --alias alias/release-2')
  const names = `--common-name 'Example Releases' --san-uri ${identity} --out portable/request.pem`
  await succeed(story, scene, `certificate request --kms-key-id alias/release-2 ${names}`)
  const order = `certificate issue --private-ca ${ca.arn} --request portable/request.pem ${root} --days 20`
  await succeed(story, scene, `${order} --out portable/chain.pem`)
  await signAndVerify(story, scene)
}

async function signAndVerify(story: Story, scene: IdentityScene): Promise<void> {
  // Of the CA before, whose certificate was revoked.
  await rename(join(scene.workspace, 'release', 'app.tar.gz.p7s'), join(scene.workspace, 'app.tar.gz.p7s.before'))
  await succeed(story, scene, `sign --kms-key-id alias/release-2 ${chain} release/app.tar.gz`)
  const verify = `verify ${root} --certificate-identity ${identity} release/app.tar.gz`
  await succeed(story, scene, verify)
}

async function renewal(story: Story, scene: IdentityScene, { arn }: PrivateCaAuthority): Promise<void> {
  story.heading('Twenty days are left: it is renewed, for the same key and names')
  const renew = `certificate renew --kms-key-id alias/release-2 ${chain} --private-ca ${arn}`
  const calls = scene.aws.calls.length
  await succeed(story, scene, `${renew} --renew-before-days 7`)
  story.check('while it is not due, AWS is not asked', scene.aws.calls.length === calls)
  await succeed(story, scene, renew)
  await signAndVerify(story, scene)
}

async function refusals(story: Story, scene: IdentityScene, ca: PrivateCaAuthority): Promise<void> {
  story.heading('What comes back is not believed')
  const path = join(scene.workspace, 'portable', 'chain.pem')
  const before = await readFile(path, 'utf8')
  const renew = `certificate renew --kms-key-id alias/release-2 ${chain} --private-ca ${ca.arn} --renew-before-days 400`
  ca.substitute = () => ({ certificate: certificatePem(createAuthority().issue().certificate) })
  const stranger = await type(story, scene, renew)
  story.check(
    "somebody else's certificate is refused",
    stranger.status === 1 && stranger.stderr.includes('key-mismatch'),
  )
  ca.substitute = undefined
  ca.status = 'DISABLED'
  const disabled = await type(story, scene, renew)
  story.check(
    'a CA that is disabled is told of',
    disabled.status === 1 && disabled.stderr.includes('private-ca-disabled'),
  )
  story.check('the chain is what it was', (await readFile(path, 'utf8')) === before)
}
