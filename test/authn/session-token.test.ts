import { describe, expect, it } from 'vitest';
import { openSession, sealSession } from '../../src/authn/session-token.ts';

const KEY = Buffer.alloc(32, 7);
const SESSION = { accessKeyId: 'ASIAEXAMPLE', expires: 1_795_521_600_000 };

describe('session tokens', () => {
  it('open with the key that sealed them, and no other', () => {
    const token = sealSession(KEY, SESSION);
    expect(token.startsWith('IQoJb3JpZ2luX2Vj')).toBe(true);
    expect(openSession(KEY, token)).toEqual(SESSION);
    expect(openSession(Buffer.alloc(32, 8), token)).toBeUndefined();
    expect(sealSession(KEY, SESSION)).not.toBe(token);
  });

  it('do not open after any character changed, was lost or was added', () => {
    const token = sealSession(KEY, SESSION);
    let cases = 0;
    for (let i = 0; i < token.length; i++) {
      const other = token[i] === 'A' ? 'B' : 'A';
      expect(openSession(KEY, `${token.slice(0, i)}${other}${token.slice(i + 1)}`)).toBeUndefined();
      expect(openSession(KEY, `${token.slice(0, i)}${token.slice(i + 1)}`)).toBeUndefined();
      cases += 2;
    }
    expect(cases).toBe(2 * token.length);
    for (const bad of ['', 'x', `${token}A`, `${token} `, ` ${token}`, 'A'.repeat(100_000)]) {
      expect(openSession(KEY, bad)).toBeUndefined();
    }
  });

  it('are bounded', () => {
    expect(() => sealSession(KEY, { policy: 'x'.repeat(20_000) })).toThrow(RangeError);
  });
});
