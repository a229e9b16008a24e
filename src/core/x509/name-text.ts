/** Short names: RFC 4514 section 3, and the ones OpenSSL prints for the rest. */
const labels: ReadonlyMap<string, string> = new Map([
  ['2.5.4.3', 'CN'],
  ['2.5.4.4', 'SN'],
  ['2.5.4.5', 'serialNumber'],
  ['2.5.4.6', 'C'],
  ['2.5.4.7', 'L'],
  ['2.5.4.8', 'ST'],
  ['2.5.4.9', 'STREET'],
  ['2.5.4.10', 'O'],
  ['2.5.4.11', 'OU'],
  ['2.5.4.12', 'title'],
  ['2.5.4.15', 'businessCategory'],
  ['2.5.4.17', 'postalCode'],
  ['2.5.4.42', 'GN'],
  ['2.5.4.46', 'dnQualifier'],
  ['2.5.4.97', 'organizationIdentifier'],
  ['0.9.2342.19200300.100.1.1', 'UID'],
  ['0.9.2342.19200300.100.1.25', 'DC'],
  ['1.2.840.113549.1.9.1', 'emailAddress'],
  ['1.3.6.1.4.1.311.60.2.1.1', 'jurisdictionL'],
  ['1.3.6.1.4.1.311.60.2.1.2', 'jurisdictionST'],
  ['1.3.6.1.4.1.311.60.2.1.3', 'jurisdictionC'],
])

/** @returns undefined for a type without a short name */
export const attributeLabel = (type: string): string | undefined => labels.get(type)

/** RFC 4514 section 2.4. Control characters are written as hexadecimal pairs too, which it allows. */
export function escapeValue(text: string): string {
  const escaped = text.replace(/["+,;<>\\]/g, '\\$&').replace(/[\p{Cc}\u2028\u2029]/gu, hexPairs)
  return escaped.replace(/^[ #]/, '\\$&').replace(/(^|[^\\]|\\\\) $/, '$1\\ ')
}

const hexPairs = (character: string): string =>
  Array.from(
    new TextEncoder().encode(character),
    (octet) => `\\${octet.toString(16).padStart(2, '0').toUpperCase()}`,
  ).join('')
