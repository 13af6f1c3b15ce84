import { expect, test } from 'vitest';
import { compileBounded } from '../../src/model/bounded-pattern.ts';

test('patterns are compiled as long as they stay small written out', () => {
  const cases = [
    ['[a-z]{1,63}(\\.[a-z]{1,63}){0,3}', 1_000, true],
    ['[a-z]{1,63}(\\.[a-z]{1,63}){0,3}', 100, false],
    ['(a?){999}'.repeat(20), 5_000, false],
    ['((a?){30}){30}', 5_000, true],
    ['((a?){30}){30}', 1_000, false],
    ['a{', 10, true],
    ['[]{9}]', 10, true],
    ['\\{999}', 10, true],
    ['(', 10, false],
  ] as const;
  let ran = 0;
  for (const [pattern, most, compiles] of cases) {
    expect(compileBounded(pattern, most) !== undefined, `${pattern} ${most}`).toBe(compiles);
    ran += 1;
  }
  expect(ran).toBe(9);
});
