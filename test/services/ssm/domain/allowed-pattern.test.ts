import { expect, test } from 'vitest';
import { assertAllowed } from '../../../../src/services/ssm/domain/allowed-pattern.ts';

const MISMATCH = 'ParameterPatternMismatchException';
const INVALID = 'InvalidAllowedPatternException';

function outcome(value: string, pattern: string): string {
  try {
    assertAllowed(value, pattern);
    return 'allowed';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'unexpected';
  }
}

test('a value matches as a whole', () => {
  const cases = [
    ['42', String.raw`\d+`, 'allowed'],
    ['42x', String.raw`\d+`, MISMATCH],
    ['42', String.raw`^\d+$`, 'allowed'],
    ['db-1.example.com', String.raw`[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63}){0,8}`, 'allowed'],
    [']', '[]]', 'allowed'],
    ['a(b', String.raw`a\(b`, 'allowed'],
    ['{', '{', 'allowed'],
    ['aaa', 'a{3}', 'allowed'],
    ['x'.repeat(4_096), '[a-z]+', 'allowed'],
    ['abc', '(', INVALID],
    ['abc', 'a(?=b)bc', INVALID],
    ['abab', String.raw`(ab)\1`, INVALID],
  ] as const;
  let ran = 0;
  for (const [value, pattern, expected] of cases) {
    expect(outcome(value, pattern), pattern).toBe(expected);
    ran += 1;
  }
  expect(ran).toBe(12);
});

test('what would take too long is refused before it begins', () => {
  const long = 'a'.repeat(4_096);
  const patterns = [
    `${'(a?){999}'.repeat(20)}b`,
    `${'(a?){999}'.repeat(110)}b`,
    `(${'a?'.repeat(400)}){900}b`,
    '((a?){30}){30}b'.repeat(20),
    '(a?){1000}b',
  ];
  for (const pattern of patterns) expect(outcome(long, pattern), pattern).toBe(INVALID);
  // What is short may be matched with more.
  expect(outcome('aaab', '(a?){1000}b')).toBe('allowed');
  expect(patterns).toHaveLength(5);
});
