import type { SignatureAlgorithm } from '../../core/algorithm.ts'
import { limits } from '../../core/limits.ts'
import type { KeyVerifier } from '../../release/ports.ts'
import { awsFailure } from '../aws/aws-errors.ts'
import { connectKmsKey, type KmsKeyOptions } from './kms-connection.ts'
import { answerInvalid, kmsError } from './kms-errors.ts'

/** Has AWS KMS verify signatures (Verify API) by an asymmetric key in it. The SDK is loaded at the first call. */
export function createKmsVerifier(options: KmsKeyOptions): KeyVerifier {
  const { keyId, call, kms, slots, describe, wireMessage, checkAnswer } = connectKmsKey(options, 'verify')

  async function isValid(algorithm: SignatureAlgorithm, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
    // KMS refuses to look at these, and made none of them: it signs no longer message and makes no longer signature.
    if (message.length > limits.rawMessageBytes || signature.length > limits.kmsSignatureBytes) return false
    if (signature.length === 0) return false
    // Whatever is answered must be about this key.
    await describe()
    const { client, VerifyCommand } = await kms()
    const command = new VerifyCommand({
      KeyId: keyId,
      Message: message,
      MessageType: algorithm.messageType,
      Signature: signature,
      SigningAlgorithm: algorithm.name,
    })
    const answer = await client.send(command).catch((error: unknown) => {
      // The one answer that is a verdict on the signature.
      if (awsFailure(error).name === 'KMSInvalidSignatureException') return undefined
      throw error
    })
    if (answer === undefined) return false
    await checkAnswer(answer, algorithm, 'verified')
    if (answer.SignatureValid !== true || answer.KeyId === undefined) {
      throw answerInvalid('neither verified the signature nor refused it', answer.$metadata.requestId)
    }
    return true
  }

  const verified = (algorithm: SignatureAlgorithm, signature: Uint8Array, message: () => Promise<Uint8Array>) =>
    slots(async () => {
      try {
        return await isValid(algorithm, await message(), signature)
      } catch (error) {
        throw kmsError(error, call('Verify', algorithm))
      }
    })

  return {
    describe,
    verify: (algorithm, message, signature) => verified(algorithm, signature, () => wireMessage(algorithm, message)),
    verifyDigest: (algorithm, digest, signature) => verified(algorithm, signature, async () => digest),
  }
}
