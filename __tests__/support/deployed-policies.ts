import type { Policy } from '../../dev/aws/policy.ts'
import { identityProviderArn } from '../../dev/aws.ts'
import { githubIssuer } from '../../dev/oidc-issuer.ts'
import { type Names, property, readTemplate } from './cloudformation.ts'

const oidc = readTemplate('github-oidc.yaml')
const signingKey = readTemplate('signing-key.yaml')
const privateCa = readTemplate('private-ca.yaml')

const policyOf = (value: unknown): Policy => JSON.parse(JSON.stringify(value))

/** Who may be the role of github-oidc.yaml, made for example/project. */
export const trustPolicy = (account: string, parameters: Names['parameters'] = {}): Policy =>
  policyOf(
    property(oidc, 'Role', ['AssumeRolePolicyDocument'], {
      parameters: {
        Repository: 'example/project',
        RepositoryId: '123456789',
        RepositoryOwnerId: '987654321',
        ProviderArn: identityProviderArn(account, githubIssuer),
        ...parameters,
      },
    }),
  )

/** The policy of the key that signing-key.yaml makes, and of which kind that is. */
export function keyPolicy(account: string, parameters: Names['parameters'] = {}) {
  const names = { parameters, references: { 'AWS::Partition': 'aws', 'AWS::AccountId': account } }
  return {
    policy: policyOf(property(signingKey, 'Key', ['KeyPolicy'], names)),
    spec: String(property(signingKey, 'Key', ['KeySpec'], names)),
  }
}

/** What that stack lets signer and verifier do with the key. */
export function rolePolicies(keyArn: string, parameters: Names['parameters'] = {}) {
  const names = { parameters, references: { 'Key.Arn': keyArn } }
  return {
    signer: policyOf(property(signingKey, 'SignerPolicy', ['PolicyDocument'], names)),
    verifier: policyOf(property(signingKey, 'VerifierPolicy', ['PolicyDocument'], names)),
  }
}

/** What private-ca.yaml lets those do who request certificates. */
export const requesterPolicy = (caArn: string): Policy =>
  policyOf(
    property(privateCa, 'RequesterPolicy', ['PolicyDocument'], {
      references: { 'AWS::Partition': 'aws', Subordinate: caArn },
    }),
  )
