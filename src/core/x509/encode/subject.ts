import { utf8 } from '../../bytes.ts'
import { tag } from '../../der/tag.ts'
import { der, objectIdentifier, sequence, setOf } from '../../der/writer.ts'
import { ReleaseSigningError } from '../../error.ts'
import type { Name } from '../name.ts'
import { attributeLabel } from '../name-text.ts'

/** A subject by its fields. Texts are taken as they are: nothing in them is syntax. */
export interface SubjectFields {
  /** Two letters, ISO 3166. */
  readonly country?: string | undefined
  readonly state?: string | undefined
  readonly locality?: string | undefined
  readonly organization?: string | undefined
  readonly organizationalUnits?: readonly string[] | undefined
  readonly commonName?: string | undefined
}

interface AttributeKind {
  readonly field: string
  readonly oid: string
  /** Characters, from RFC 5280 appendix A.1 (upper bounds). */
  readonly longest: number
}

const attribute = (field: string, oid: string, longest: number): AttributeKind => ({ field, oid, longest })

const kinds = {
  country: attribute('country', '2.5.4.6', 2),
  state: attribute('state', '2.5.4.8', 128),
  locality: attribute('locality', '2.5.4.7', 128),
  organization: attribute('organization', '2.5.4.10', 64),
  organizationalUnit: attribute('organizational unit', '2.5.4.11', 64),
  commonName: attribute('common name', '2.5.4.3', 64),
} as const

/**
 * DER Name, one attribute an RDN, from the country down to the common name. Texts are UTF8String, the country is a
 * PrintableString (RFC 5280 section 4.1.2.4 and appendix A.1).
 *
 * @throws ReleaseSigningError `subject-invalid`
 */
export function encodeSubject(fields: SubjectFields): Uint8Array {
  const given = [
    ...one(kinds.country, fields.country),
    ...one(kinds.state, fields.state),
    ...one(kinds.locality, fields.locality),
    ...one(kinds.organization, fields.organization),
    ...(fields.organizationalUnits ?? []).flatMap((text) => one(kinds.organizationalUnit, text)),
    ...one(kinds.commonName, fields.commonName),
  ]
  if (given.length === 0) throw invalid('the subject is empty', 'Give a common name, at least.')
  return sequence(...given)
}

function one({ field, oid, longest }: AttributeKind, text: string | undefined): readonly Uint8Array[] {
  if (text === undefined) return []
  checkText(text, field, longest)
  if (oid === kinds.country.oid) checkCountry(text)
  const type = oid === kinds.country.oid ? tag.printableString : tag.utf8String
  return [setOf([sequence(objectIdentifier(oid), der(type, utf8(text)))])]
}

/**
 * Refuses a subject that somebody asks for and that no certificate should have: an empty one, one with what no reader
 * could see, and string types that RFC 5280 section 4.1.2.4 no longer allows.
 *
 * @throws ReleaseSigningError `subject-invalid`
 */
export function checkSubject({ rdns }: Name): void {
  if (rdns.length === 0) throw invalid('the subject is empty', 'Ask for one with a common name, at least.')
  for (const { type, text, der } of rdns.flatMap(({ attributes }) => attributes)) {
    const kind = Object.values(kinds).find(({ oid }) => oid === type)
    const field = kind?.field ?? attributeLabel(type) ?? type
    if (text === undefined || !stringTypes.has(der[0])) {
      throw invalid(`the ${field} is of a string type that is not accepted`, 'Ask with UTF8String or PrintableString.')
    }
    checkText(text, field, kind?.longest ?? 255)
    if (kind === kinds.country) checkCountry(text)
  }
}

/** IA5String is that of mail addresses and domain components. */
const stringTypes: ReadonlySet<number | undefined> = new Set([tag.utf8String, tag.printableString, tag.ia5String])

/** What no reader could see, or would see as something else: controls, format characters, halves of surrogate pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u

function checkText(text: string, field: string, longest: number): void {
  if (invisible.test(text)) {
    throw invalid(`the ${field} has a control or invisible character in it`, 'Write it with visible characters alone.')
  }
  if (text === '' || text.trim() !== text) {
    throw invalid(`the ${field} is empty, or begins or ends with a space`, 'Write it without.')
  }
  if ([...text].length > longest) {
    throw invalid(`the ${field} has more than ${longest} characters`, 'RFC 5280 appendix A.1 allows no more.')
  }
}

function checkCountry(text: string): void {
  if (/^[A-Z]{2}$/.test(text)) return
  throw invalid(`country ${text} is not two capital letters`, 'Write it as in ISO 3166, such as DE.')
}

const invalid = (message: string, hint: string) =>
  new ReleaseSigningError('subject-invalid', message, { rule: 'RFC 5280 section 4.1.2.6', hint })
