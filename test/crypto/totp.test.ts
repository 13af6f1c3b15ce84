import { expect, test } from 'vitest';
import { newTotpSeed, stepOfCode, totpCode, totpStep } from '../../src/crypto/totp.ts';

// RFC 6238, appendix B: the SHA-1 seed "12345678901234567890"; its last six of eight digits.
const SEED = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test('totpCode: agrees with RFC 6238', () => {
  const vectors: readonly (readonly [number, string])[] = [
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ];
  let ran = 0;
  for (const [seconds, code] of vectors) {
    expect(totpCode(SEED, totpStep(seconds * 1_000))).toBe(code);
    ran += 1;
  }
  expect(ran).toBe(6);
});

test('stepOfCode: finds a code in its window alone', () => {
  const seed = newTotpSeed();
  expect(seed).toMatch(/^[A-Z2-7]{64}$/);
  expect(stepOfCode(seed, totpCode(seed, 100), 99, 101)).toBe(100);
  expect(stepOfCode(seed, totpCode(seed, 100), 101, 103)).toBeUndefined();
});
