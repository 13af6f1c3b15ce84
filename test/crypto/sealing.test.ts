import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rootKeyCheck } from '../../src/crypto/root-key.ts';
import {
  deriveKey,
  newDataKey,
  rewrap,
  seal,
  unseal,
  unwrapKey,
  wrapKey,
} from '../../src/crypto/sealing.ts';

const context = ['123456789012/eu-west-1', 'kms.key', 'one', '1'] as const;
const secret = Buffer.from('hunter2');

describe('sealing', () => {
  it('gives back what was sealed', () => {
    const key = newDataKey();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
        expect(unseal(key, context, seal(key, context, bytes))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('never seals the same text to the same bytes', () => {
    const key = newDataKey();
    expect(seal(key, context, secret)).not.toEqual(seal(key, context, secret));
  });

  it('refuses bytes with any one bit changed', () => {
    const key = newDataKey();
    const sealed = seal(key, context, secret);
    let refused = 0;
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => unseal(key, context, changed)).toThrow('changed or moved');
      refused += 1;
    }
    expect(refused).toBe((12 + 7 + 16) * 8);
  });

  it('refuses bytes moved to another document, scope or shape, or under another key', () => {
    const key = newDataKey();
    const sealed = seal(key, context, secret);
    const elsewhere = [
      ['123456789012/eu-west-1', 'kms.key', 'two', '1'],
      ['123456789012/us-east-1', 'kms.key', 'one', '1'],
      ['123456789012/eu-west-1', 'kms.key', 'one', '2'],
      ['123456789012/eu-west-1', 'kms.keyone', '', '1'],
      ['123456789012/eu-west-1', 'kms.key', 'one","1'],
    ];
    for (const other of elsewhere) expect(() => unseal(key, other, sealed)).toThrow();
    expect(() => unseal(newDataKey(), context, sealed)).toThrow();
    expect(elsewhere).toHaveLength(5);
  });

  it('refuses cut bytes, whatever their length', () => {
    const key = newDataKey();
    const sealed = seal(key, context, secret);
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => unseal(key, context, sealed.subarray(0, length))).toThrow();
    }
  });

  it('says nothing of the data in its errors', () => {
    const sealed = seal(newDataKey(), context, secret);
    expect(() => unseal(newDataKey(), context, sealed)).not.toThrow(/hunter2/);
  });
});

describe('wrapping', () => {
  it('gives the key back for its own scope and root key only', () => {
    const root = Buffer.alloc(32, 1);
    const key = newDataKey();
    const wrapped = wrapKey(root, 'scope', key);
    expect(unwrapKey(root, 'scope', wrapped).equals(key)).toBe(true);
    expect(() => unwrapKey(root, 'other', wrapped)).toThrow();
    expect(() => unwrapKey(Buffer.alloc(32, 2), 'scope', wrapped)).toThrow();
  });

  it('anew keeps the data key', () => {
    const [from, to, key] = [newDataKey(), newDataKey(), newDataKey()];
    const again = rewrap(from, to, 'scope', wrapKey(from, 'scope', key));
    expect(unwrapKey(to, 'scope', again).equals(key)).toBe(true);
    expect(() => unwrapKey(from, 'scope', again)).toThrow();
  });

  it('derives another key for another purpose', () => {
    const key = newDataKey();
    expect(deriveKey(key, 'a')).toEqual(deriveKey(key, 'a'));
    expect(deriveKey(key, 'a')).not.toEqual(deriveKey(key, 'b'));
  });

  it('tells root keys apart without showing them', () => {
    const [key, salt] = [Buffer.alloc(32, 1), Buffer.alloc(16, 2)];
    expect(rootKeyCheck(key, salt)).toBe(rootKeyCheck(key, salt));
    expect(rootKeyCheck(key, salt)).not.toBe(rootKeyCheck(Buffer.alloc(32, 2), salt));
    expect(rootKeyCheck(key, salt)).not.toContain(key.toString('hex'));
  });
});
