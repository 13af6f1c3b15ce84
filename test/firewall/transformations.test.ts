import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { preParser } from '../../src/firewall/transformations/pre-parse.ts';
import { TRANSFORMATIONS } from '../../src/firewall/transformations/table.ts';

const digest = (name: string, text: string): string =>
  createHash(name).update(text).digest().toString('latin1');

/** Name, what goes in, what comes out. */
const CASES: readonly (readonly [string, string, string])[] = [
  ['BASE64_DECODE', 'QUJD', 'ABC'],
  ['BASE64_DECODE', 'QUJD!REVG', 'ABC'],
  ['BASE64_DECODE_EXT', 'Q.U-J D', 'ABC'],
  ['CMD_LINE', 'C^OMMAND /C', 'command/c'],
  ['CMD_LINE', `w"h'o\\ami,;x  (y`, 'whoami x(y'],
  ['CMD_LINE_UNIX', ` c'a"t\t\\/etc/PASSWD^ `, 'cat /etc/passwd^'],
  ['CMD_LINE_WIN', 'p^ow`er"shell  C:\\\\x^\r\ny', 'powershell c:\\xy'],
  ['COMPRESS_WHITE_SPACE', 'a\t\n\xa0 b', 'a b'],
  ['CSS_DECODE', 'ja\\vascript', 'javascript'],
  ['CSS_DECODE', '\\65 xpression\\00003cb', 'expression<b'],
  ['CSS_DECODE', '\\ff1c', '<'],
  ['ESCAPE_SEQ_DECODE', '\\x2f\\057\\n\\q\\\\', '//\n\\q\\'],
  ['HEX_DECODE', '414243', 'ABC'],
  ['HEX_DECODE', '41 42-4', 'AB'],
  ['HTML_ENTITY_DECODE', '&lt;&#x53;&#67&QuOt;&lpar;&nosuch;', '<SC"(&nosuch;'],
  ['HTML_ENTITY_DECODE', '&NewLine;&Tab;&nbsp;&apos;', "\n\t\xa0'"],
  ['JS_DECODE', '\\u003c\\x41\\101\\n\\q\\uff1c', '<AA\nq<'],
  ['JS_DECODE', '\\u1241', 'A'],
  ['JS_DECODE_EXT', 'C:\\windows\\u0041\\"\\n\\/', 'C:\\windowsA"\\n/'],
  ['LOWERCASE', 'AbC\xc4', 'abc\xc4'],
  ['MD5', 'abc', digest('md5', 'abc')],
  ['NORMALIZE_PATH', '//admin', '/admin'],
  ['NORMALIZE_PATH', '/a/../admin/./x', '/admin/x'],
  ['NORMALIZE_PATH', '../../x/../y', '../../y'],
  ['NORMALIZE_PATH', '/../etc/', '/etc/'],
  ['NORMALIZE_PATH_WIN', '\\a\\..\\admin', '/admin'],
  ['REMOVE_COMMENTS_CHAR', 'a/*b*/c--d#e', 'abcde'],
  ['REMOVE_NULLS', 'a\0b', 'ab'],
  ['REMOVE_WHITESPACE', ' a\tb\xa0c ', 'abc'],
  ['REPLACE_COMMENTS', 'a/**/b/* c */d*/e/*f', 'a b d*/e '],
  ['REPLACE_NULLS', 'a\0b', 'a b'],
  ['SHA256', 'abc', digest('sha256', 'abc')],
  ['SQL_HEX_DECODE', 'x=0x414243 0xZ', 'x=ABC 0xZ'],
  ['TRIM', '\t a b \n', 'a b'],
  ['TRIM_LEFT', '  a ', 'a '],
  ['TRIM_RIGHT', ' a  ', ' a'],
  ['UPPERCASE', 'abC\xe4', 'ABC\xe4'],
  ['URL_DECODE', '%3cb+c%zz%u003c', '<b c%zz%u003c'],
  ['URL_DECODE_UNI', '%u3cscript', '%u3cscript'],
  ['URL_DECODE_UNI', '%u003cs%uff1c%3c', '<s<<'],
  ['UTF8_TO_UNICODE', 'a\xc3\xa9\xff', 'a%u00e9\xff'],
];

describe('text transformations', () => {
  test.each(CASES)('%s of %j', (name, given, expected) => {
    expect(TRANSFORMATIONS.get(name)?.(given)).toBe(expected);
  });

  test('each of the thirty has a case', () => {
    expect(CASES).toHaveLength(41);
    expect(new Set(CASES.map(([name]) => name))).toEqual(new Set(TRANSFORMATIONS.keys()));
    expect(TRANSFORMATIONS.size).toBe(30);
  });

  test('take any bytes, give bytes, and return the very same string where nothing changes', () => {
    const bytes = fc
      .uint8Array({ maxLength: 300 })
      .map((all) => Buffer.from(all).toString('latin1'));
    const risky = fc
      .array(
        fc.constantFrom('%', 'u', '&', '#', ';', '\\', 'x', '0', '/', '*', '.', '\0', '41', '<'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(bytes, risky),
        fc.constantFrom(...TRANSFORMATIONS.keys()),
        (value, name) => {
          const result = TRANSFORMATIONS.get(name)?.(value) ?? '';
          // oxlint-disable-next-line no-control-regex
          expect(result).toMatch(/^[\0-\xff]*$/);
          expect(result.length).toBeLessThanOrEqual(Math.max(32, value.length * 3));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('pre-parse transformations', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['NONE', 'a=1', 'a=1'],
    ['URL_DECODE', 'a=1%26b=2', 'a=1&b=2'],
    ['URL_DECODE_UNI', 'a=%u0041', 'a=A'],
    ['COMBINE_DUPLICATE_QUERY_ARGS_BY_COMMA', 'a=1&b=2&a=3', 'a=1,3&b=2'],
    ['REPLACE_SEMICOLONS_WITH_AMPERSANDS', 'a=1;b=2', 'a=1&b=2'],
  ];
  test.each(cases)('%s of %j', (name, given, expected) => {
    expect(preParser(name)?.(given)).toBe(expected);
    expect(cases).toHaveLength(5);
  });
});
