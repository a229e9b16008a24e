import type { SignatureAlgorithm } from '../../core/algorithm.ts'
import { utf8 } from '../../core/bytes.ts'
import type { Signer } from '../../release/ports.ts'
import { awsFailure } from '../aws/aws-errors.ts'
import { connectKmsKey, type KmsKeyOptions } from './kms-connection.ts'
import { answerInvalid, kmsError } from './kms-errors.ts'

/** What `probe` asks to have signed, and what an emulator that knows no dry run does sign: none of the forms we believe. */
const probeMessage = utf8('kms-release-signing dry run')

/** Signs with an asymmetric key in AWS KMS. The SDK is loaded at the first call. */
export function createKmsSigner(options: KmsKeyOptions): Signer {
  const { keyId, call, kms, slots, describe, wireMessage, checkAnswer } = connectKmsKey(options, 'sign')

  async function send(algorithm: SignatureAlgorithm, message: Uint8Array, dryRun: boolean, isDigest = false) {
    const { client, SignCommand } = await kms()
    return client.send(
      new SignCommand({
        KeyId: keyId,
        Message: isDigest ? message : await wireMessage(algorithm, message),
        MessageType: algorithm.messageType,
        SigningAlgorithm: algorithm.name,
        ...(dryRun ? { DryRun: true } : {}),
      }),
    )
  }

  return {
    describe,
    async probe(algorithm) {
      try {
        await send(algorithm, probeMessage, true)
      } catch (error) {
        if (awsFailure(error).name !== 'DryRunOperationException') throw kmsError(error, call('Sign', algorithm))
      }
    },
    sign: (algorithm, message) => signed(algorithm, message, false),
    signDigest: (algorithm, digest) => signed(algorithm, digest, true),
  }

  function signed(algorithm: SignatureAlgorithm, bytes: Uint8Array, isDigest: boolean) {
    return slots(async () => {
      const answer = await send(algorithm, bytes, false, isDigest).catch((error: unknown) => {
        throw kmsError(error, call('Sign', algorithm))
      })
      await checkAnswer(answer, algorithm, 'signed')
      const { requestId } = answer.$metadata
      if (!answer.Signature?.length) throw answerInvalid('answered without a signature', requestId)
      return { signature: answer.Signature, requestId }
    })
  }
}
