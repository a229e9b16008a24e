import { ReleaseSigningError } from '../../core/error.ts'
import type { SecondOpinion } from '../ports.ts'
import type { SignRequest } from './sign-request.ts'
import { topOf } from './signing-chain.ts'
import type { SigningPlan } from './signing-plan.ts'
import type { MadeSidecar } from './signing-tools.ts'

/**
 * Has another implementation judge what was made, after our own verdict. One that cannot judge is told of, and fails
 * `all` only.
 *
 * @returns notices
 * @throws ReleaseSigningError `cross-check-disagrees`, `cross-check-unavailable`
 */
export async function crossCheck(
  made: readonly MadeSidecar[],
  mode: SignRequest['crossCheck'],
  plan: SigningPlan,
  opinion: SecondOpinion | undefined,
): Promise<readonly string[]> {
  if (mode === 'none' || made.length === 0) return []
  if (opinion === undefined) return unavailable(mode, 'there is none to ask')
  const anchors = plan.anchors.length > 0 ? plan.anchors : topOf(plan.chain)
  const trusted = anchors.length > 0 ? anchors.map(({ certificate }) => certificate.der) : [plan.chain.leaf.der]
  const asked = mode === 'all' ? made : made.slice(0, 1)
  for (const { artifact, sidecar } of asked) {
    const { verdict, detail } = await opinion.verify({
      artifact,
      sidecar: sidecar.bytes,
      anchors: trusted,
      at: plan.now,
    })
    if (verdict === 'unable') return unavailable(mode, detail)
    if (verdict === 'disagrees') {
      throw new ReleaseSigningError(
        'cross-check-disagrees',
        `${sidecar.path}: a second implementation refuses it: ${detail}`,
        {
          hint: 'Nothing was written. Please report this: two verifiers that disagree are a defect in one of them.',
        },
      )
    }
  }
  const shown = asked.length === made.length ? `all ${made.length}` : `the first of ${made.length}`
  return [`a second opinion, that of OpenSSL, agrees: it verified ${shown}`]
}

function unavailable(mode: SignRequest['crossCheck'], detail: string): readonly string[] {
  if (mode !== 'all') return [`no second opinion: ${detail}`]
  throw new ReleaseSigningError(
    'cross-check-unavailable',
    `no second opinion, which cross-check all asks for: ${detail}`,
    {
      hint: 'Install OpenSSL on the runner, or ask for cross-check first or none.',
    },
  )
}
