import { certificateCreateRoot } from './certificate-create-root.ts'
import { certificateIssue } from './certificate-issue.ts'
import { certificateRenew } from './certificate-renew.ts'
import { certificateRequest } from './certificate-request.ts'
import type { Command } from './command.ts'
import { crlCreate } from './crl-create.ts'
import { doctor } from './doctor.ts'
import { keyCreate } from './key-create.ts'
import { privateCaImport } from './private-ca-import.ts'
import { privateCaRequest } from './private-ca-request.ts'

/** What comes before and around signing, in the order in which the help lists it. */
export const moreCommands: readonly Command[] = [
  keyCreate,
  certificateRequest,
  certificateCreateRoot,
  certificateIssue,
  certificateRenew,
  crlCreate,
  privateCaRequest,
  privateCaImport,
  doctor,
]
