import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { backtrackingLengthMax } from '../../src/firewall/patterns/backtracking.ts';
import { compilePattern } from '../../src/firewall/patterns/customer-pattern.ts';
import { parsePattern } from '../../src/firewall/patterns/parse-pattern.ts';
import { sourceOf } from '../../src/firewall/patterns/pattern-source.ts';

function matches(pattern: string, value: string): boolean {
  const compiled = compilePattern(pattern);
  if ('fault' in compiled) throw new Error(`${pattern}: ${compiled.fault}`);
  return compiled.test(value);
}

function faultOf(pattern: string): string | undefined {
  const compiled = compilePattern(pattern);
  return 'fault' in compiled ? compiled.fault : undefined;
}

/** Pattern, what it finds, what it doesn't. */
const MATCHING: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['abc', ['xabcx'], ['ab', 'ABC']],
  ['(?i)aBc', ['ABC', 'abc'], ['ab']],
  ['(?i:a)B', ['AB', 'aB'], ['ab']],
  ['^a.c$', ['abc', 'abc\n'], ['a\nc', 'abcd']],
  ['(?s)^a.c$', ['a\nc'], ['ac']],
  ['(?m)^b$', ['a\nb\nc'], ['ab']],
  ['(?x) a b # comment', ['ab'], ['a b']],
  ['[[:alpha:]_-]+9', ['a-9'], ['9']],
  ['[^]a]b', ['xb'], [']b', 'ab']],
  ['[a\\]b]{2}', ['a]'], ['a']],
  ['\\x41\\x{42}\\103', ['ABC'], ['abc']],
  ['\\Qa.b\\E+', ['a.b+'], ['axb']],
  ['\\bword\\b', ['a word.'], ['swords']],
  ['\\d{2,3}x?\\s\\w', ['12 a', '123x\ta'], ['1 a']],
  ['(foo|bar)baz', ['foobaz', 'barbaz'], ['baz']],
  ['(?:a{2}|b){2}$', ['aab', 'bb'], ['ab!']],
  ['(?P<name>x)(?<other>y)', ['xy'], ['x']],
  ['a{,2}', ['a{,2}'], ['aa']],
  ['é+$', ['\xc3\xa9\xc3\xa9'], ['\xc3']],
  ['\\Aa\\z', ['a'], ['a\n']],
  ['a(?#comment)b', ['ab'], ['a']],
  ['\\N\\h\\H', ['a b'], ['\n b']],
  ['\\/x\\.y', ['/x.y'], ['/xay']],
  ['(?i)k', ['K', 'k'], ['\xe2']],
  ['$HOME', [], ['$HOME']],
];

const REFUSED: readonly (readonly [string, string])[] = [
  ['(a)\\1', 'back-references are not supported'],
  ['\\k<a>', 'back-references are not supported'],
  ['(?=a)', 'look-around assertions are not supported'],
  ['(?<!a)b', 'look-around assertions are not supported'],
  ['(?>a)', 'atomic groups are not supported'],
  ['a++', 'possessive quantifiers are not supported'],
  ['(?R)', 'subroutines and recursion are not supported'],
  ['(?1)', 'subroutines and recursion are not supported'],
  ['(?(1)a|b)', 'conditionals are not supported'],
  ['(*FAIL)', 'backtracking verbs are not supported'],
  ['(?C1)', 'callouts are not supported'],
  ['\\C', '\\C (a single code unit) is not supported'],
  ['\\R', '\\R (any line ending) is not supported'],
  ['\\Ka', '\\K (match start reset) is not supported'],
  ['(a', 'missing closing parenthesis'],
  ['a)', 'unmatched closing parenthesis'],
  ['[a', 'missing closing bracket of a class'],
  ['*a', 'nothing to repeat before *'],
  ['a{3,2}', 'numbers out of order in a quantifier'],
  ['a{1001}', 'a quantifier above 1000'],
  ['(?:a{100}){100}', 'the pattern is too large'],
  ['a\\', 'a backslash at the end of the pattern'],
];

/** Bytes up to which the backtracking engine may be asked, within two million steps. */
const LENGTHS: readonly (readonly [string, number])[] = [
  ['abc|abd', Infinity],
  ['^/admin/[0-9]{1,8}$', Infinity],
  ['[a-z]+=', 1_414],
  ['^[a-z]+=', Infinity],
  ['a.*b.*c', 37],
  ['(?:a+)+b', 0],
  ['(?:a|a)*b', 0],
  ['(?:a|ab)*c', 0],
  ['(?:a*)*b', 0],
  ['^(?:a{1,20}){1,20}$', 0],
  ['(?:ab|cd)*e', 1_414],
];

describe('patterns of customers', () => {
  test.each(MATCHING)('%s finds what PCRE finds', (pattern, found, missed) => {
    for (const value of found) expect(matches(pattern, value), value).toBe(true);
    for (const value of missed) expect(matches(pattern, value), value).toBe(false);
  });

  test.each(REFUSED)('%s is refused: %s', (pattern, fault) => {
    expect(faultOf(pattern)).toBe(fault);
  });

  test.each(LENGTHS)('%s is left to backtracking up to %d bytes', (pattern, length) => {
    expect(backtrackingLengthMax(parsePattern(pattern), 2_000_000)).toBe(length);
  });

  test('every table ran', () => {
    expect([MATCHING.length, REFUSED.length, LENGTHS.length]).toEqual([25, 22, 11]);
  });

  test('catastrophes end', () => {
    const value = 'a'.repeat(65_536);
    for (const pattern of [
      '(?:a+)+b',
      '(?:a*)*b',
      '^(?:a|aa)+$',
      '(?i)^(?:a+)+$',
      '(?:a|a?)+b',
      'a.*a.*a.*b',
      '(?:[ab]?){100}x',
    ]) {
      expect(typeof matches(pattern, value), pattern).toBe('boolean');
    }
    expect(matches('^(?:a{1,20}){1,20}$', 'a'.repeat(401))).toBe(false);
  });

  const NESTED: readonly string[] = [
    `a${'*'.repeat(199)}`,
    `a${'?'.repeat(199)}`,
    `${'(?:'.repeat(49)}a${')*'.repeat(49)}`,
    `${'('.repeat(49)}a${'+)'.repeat(49)}+`,
    `${'(a|'.repeat(39)}b${')?'.repeat(39)}`,
  ];

  test.each(NESTED)('%s is judged at once, and answers', (pattern) => {
    const compiled = compilePattern(pattern);
    if ('test' in compiled) expect(typeof compiled.test('a'.repeat(1_000))).toBe('boolean');
    else expect(compiled.fault).not.toBe('');
  });

  test('what backtracking must never be asked isn’t asked about the empty value either', () => {
    expect(matches('(?:a?|b?){500}x', '')).toBe(false);
  });

  test('any text is a pattern or has a fault, and both engines agree on it', () => {
    const pieces = fc.constantFrom(
      'a',
      'b',
      '[ab]',
      '[^a]',
      '.',
      '*',
      '+',
      '?',
      '{2}',
      '(',
      ')',
      '|',
      '^',
      '$',
      '\\w',
      '\\b',
      '(?i)',
      '(?:',
    );
    const patterns = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
    const values = fc
      .array(fc.constantFrom('a', 'b', 'A', ' ', '\n'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(patterns, values, (pattern, value) => {
        if ('fault' in compilePattern(pattern)) return;
        const tree = parsePattern(pattern);
        const linear = RE2JS.compile(sourceOf(tree, 're2'), RE2JS.DISABLE_UNICODE_GROUPS);
        expect(linear.test(value)).toBe(new RegExp(sourceOf(tree, 'javascript')).test(value));
      }),
      { numRuns: 1_000 },
    );
  });
});
