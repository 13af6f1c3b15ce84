import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/firewall/fields/json-elements.ts';
import { readSql } from '../../src/firewall/detectors/sql/tokens.ts';
import { SlidingCounters } from '../../src/firewall/sliding-counters.ts';
import { requestOf } from './requests.ts';
import { ALL_GROUPS, managedProgram } from './web-acls.ts';

const program = managedProgram(ALL_GROUPS);
const TYPES = [
  'application/json',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  '',
];

const PIECES = [
  'a',
  '1',
  ' ',
  '.',
  '../',
  '/',
  '\\',
  '<',
  '<a ',
  '<a b="',
  "'",
  '"',
  "' or ",
  '(',
  ')',
  '[',
  '{',
  '{{',
  '${',
  '${lower:',
  '${a:-',
  '%',
  '%u',
  '&',
  '&#x',
  ';',
  '|',
  '`',
  '$(',
  '=',
  ',',
  '--',
  '#',
  '/*',
  '*/',
  'union ',
  'select ',
  'on',
  'on=',
  '\\x',
  '\n',
  '\0',
  '::',
  'http://',
  '1.1.1.1',
  'c:\\',
  'jndi:',
  '!',
  '+',
  '[]',
  '@',
  '^',
  '$IFS',
  '{a,',
  '\xc0\xaf',
  '\xef\xbc',
  '<svg><',
  '<!doctype ',
  'alert(',
];
const bytes = fc.uint8Array({ maxLength: 400 }).map((all) => Buffer.from(all).toString('latin1'));
const texts = fc.oneof(
  bytes,
  fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('any request', () => {
  test('is decided, whatever its bytes are, and the same way each time', () => {
    fc.assert(
      fc.property(texts, texts, fc.constantFrom(...TYPES), (target, body, type) => {
        const request = requestOf(`/${target}`, {
          method: 'POST',
          moreHeaders: ['Content-Type', type, 'Cookie', target, 'X-Other', body],
          body,
        });
        const first = program.evaluate(request, new SlidingCounters(), 0);
        expect(['ALLOW', 'BLOCK']).toContain(first.action);
        expect(program.evaluate(request, new SlidingCounters(), 0)).toEqual(first);
      }),
      { numRuns: 400 },
    );
  });

  test('SQL is read in no more tokens than bytes, and JSON in no more elements', () => {
    fc.assert(
      fc.property(texts, (value) => {
        for (const context of ['', "'", '"'] as const) {
          const { kinds, starts } = readSql(value, context);
          expect(kinds.length).toBeLessThanOrEqual(value.length + 1);
          expect(starts).toEqual([...starts].sort((left, right) => left - right));
          expect(starts).toHaveLength(kinds.length);
        }
        expect(readJson(value).elements.length).toBeLessThanOrEqual(value.length);
      }),
      { numRuns: 500 },
    );
  });

  test('a body of one piece over and over is decided, for every piece', () => {
    for (const piece of PIECES) {
      const body = piece.repeat(8_192 / piece.length);
      const request = requestOf('/', {
        method: 'POST',
        moreHeaders: ['Content-Type', 'text/plain'],
        body,
      });
      expect(program.evaluate(request, new SlidingCounters(), 0).action, piece).toMatch(
        /ALLOW|BLOCK/,
      );
    }
    expect(PIECES).toHaveLength(59);
  });
});
