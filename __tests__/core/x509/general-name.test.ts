import { expect, test } from '@jest/globals'
import { generalName } from '../../../dev/pki.ts'
import { parseDer } from '../../../src/core/der/reader.ts'
import { parseGeneralName } from '../../../src/core/x509/general-name.ts'

const v6 = (...groups: number[]) => generalName.ip(groups.flatMap((group) => [group >> 8, group & 0xff]))

// What an identity is compared with; addresses as RFC 5952 section 4 writes them.
test.each<[string, Uint8Array]>([
  ['a@example.com', generalName.email('a@example.com')],
  ['*.Example.com', generalName.dns('*.Example.com')],
  ['https://example.com/a?b#c', generalName.uri('https://example.com/a?b#c')],
  ['CN=a,O=b', generalName.directory({ O: 'b', CN: 'a' })],
  ['1.2.840.113549', generalName.registeredId('1.2.840.113549')],
  ['192.0.2.1', generalName.ip('192.0.2.1')],
  ['2001:db8::1', v6(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)],
  ['::', v6(0, 0, 0, 0, 0, 0, 0, 0)],
  ['::1', v6(0, 0, 0, 0, 0, 0, 0, 1)],
  ['1::', v6(1, 0, 0, 0, 0, 0, 0, 0)],
  ['2001:db8:0:1:1:1:1:1', v6(0x2001, 0xdb8, 0, 1, 1, 1, 1, 1)],
  ['2001:0:0:1::1', v6(0x2001, 0, 0, 1, 0, 0, 0, 1)],
  ['2001:db8::1:0:0:1', v6(0x2001, 0xdb8, 0, 0, 1, 0, 0, 1)],
  ['10:0:0:1:100::', v6(0x10, 0, 0, 1, 0x100, 0, 0, 0)],
])('%s', (text, bytes) => {
  expect(parseGeneralName(parseDer(bytes, 'name'), 'name')).toMatchObject({ text, bytes })
})
