import { expect, test } from 'vitest';
import { decodeMarker, encodeMarker } from '../../src/core/pages.ts';

/** What Service Quotas lets pass as a token, the narrowest of the models. */
const NARROWEST = /^[a-zA-Z0-9/+]*={0,2}$/;

test('markers: whatever they lead to, they have the characters that every model lets pass', () => {
  for (let n = 0; n < 1_000; n += 1) {
    const cursor = { key: `ключ/${n}?>`, id: String(n) };
    const marker = encodeMarker('service:List', 'account', cursor);
    expect(marker).toMatch(NARROWEST);
    expect(decodeMarker('service:List', 'account', marker)).toEqual(cursor);
    expect(decodeMarker('service:List', 'another', marker)).toBeUndefined();
  }
});
