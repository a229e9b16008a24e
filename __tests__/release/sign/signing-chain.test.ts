import { expect, test } from '@jest/globals'
import { createAuthority } from '../../../dev/pki.ts'
import { readSigningChain } from '../../../src/release/sign/signing-chain.ts'
import { codeOf } from '../../support/refusal.ts'
import { named } from '../../support/release.ts'

test.each(['the CA that issued', 'the root'])('a signing key that is also the key of %s is refused', (which) => {
  const root = createAuthority({ subject: 'Root' })
  const ca = root.issueAuthority({ subject: 'CA' })
  const { key } = which === 'the root' ? root : ca
  const chain = (leaf: ReturnType<typeof ca.issue>) => named('chain.pem', leaf.chainPem + leaf.rootPem)
  expect(codeOf(() => readSigningChain(chain(ca.issue({ key }))))).toBe('key-has-another-use')
  expect(codeOf(() => readSigningChain(chain(ca.issue())))).toBe('accepted')
})
