/** A mailbox; its host in lower case (RFC 5280 section 7.5 compares hosts without regard to case). */
export interface Mailbox {
  readonly localPart: string
  readonly host: string
}

// Letters, digits, hyphens within; the underscore is common in names that are not hosts, and told apart below.
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i

/** The preferred name syntax (RFC 1034 section 3.5, RFC 1123), underscores tolerated; no wildcard, no final period. */
export const isHostName = (text: string): boolean =>
  text.length <= 253 && text.split('.').every((part) => label.test(part))

/** What software takes for an IPv4 address: its last label is a number. */
export const endsInNumber = (host: string): boolean => /(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)$/i.test(host)

/** As a subject alternative name may hold it: a host name, or `*.` before one. */
export const isDnsName = (text: string): boolean => isHostName(text.startsWith('*.') ? text.slice(2) : text)

/** @returns undefined for what is no `Local-part "@" Domain` (RFC 2821 section 4.1.2); quoted local parts are not read */
export function parseMailbox(text: string): Mailbox | undefined {
  const [localPart = '', host = '', ...more] = text.split('@')
  const atoms = localPart.split('.')
  const isMailbox =
    more.length === 0 && isHostName(host) && atoms.every((atom) => /^[a-z0-9!#$%&'*+\-/=?^_`{|}~]+$/i.test(atom))
  return isMailbox ? { localPart, host: host.toLowerCase() } : undefined
}

/**
 * The host of an absolute URI (RFC 3986 section 3.2), in lower case.
 *
 * @returns undefined where there is no authority or its host is no fully qualified domain name
 */
export function uriHost(text: string): string | undefined {
  const [, authority = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i.exec(text) ?? []
  // userinfo "@" host ":" port, and no character that a reader might take for the end of the authority.
  const [, host = ''] = /^(?:[a-z0-9\-._~!$&'()*+,;=:%]*@)?([^@:]*)(?::[0-9]*)?$/i.exec(authority) ?? []
  return isHostName(host) && !endsInNumber(host) ? host.toLowerCase() : undefined
}

/** Whether it begins with a scheme (RFC 3986 section 3.1): RFC 5280 section 4.2.1.6 allows no relative URI. */
export const isAbsoluteUri = (text: string): boolean => /^[a-z][a-z0-9+.-]*:./i.test(text)
