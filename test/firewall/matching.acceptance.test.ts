import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { FieldToMatch, Statement } from '../../models/wafv2/types.ts';
import type { Evaluation } from '../../src/firewall/evaluation.ts';
import type { Program } from '../../src/firewall/program.ts';
import { SlidingCounters } from '../../src/firewall/sliding-counters.ts';
import { type Given, requestOf } from './requests.ts';
import { programOf, rule } from './web-acls.ts';

type Position = 'EXACTLY' | 'STARTS_WITH' | 'ENDS_WITH' | 'CONTAINS' | 'CONTAINS_WORD';

function bytes(
  FieldToMatch: FieldToMatch,
  PositionalConstraint: Position,
  searched: string | Uint8Array,
  chain: readonly (
    | 'NONE'
    | 'LOWERCASE'
    | 'URL_DECODE'
    | 'URL_DECODE_UNI'
    | 'HTML_ENTITY_DECODE'
    | 'NORMALIZE_PATH'
    | 'CMD_LINE'
    | 'MD5'
  )[] = ['NONE'],
): Statement {
  return {
    ByteMatchStatement: {
      FieldToMatch,
      PositionalConstraint,
      SearchString: typeof searched === 'string' ? Buffer.from(searched) : searched,
      TextTransformations: chain.map((Type, Priority) => ({ Type, Priority })),
    },
  };
}

function judge(program: Program, target: string, given: Given = {}): Evaluation {
  return program.evaluate(requestOf(target, given), new SlidingCounters(), 0);
}

function action(statement: Statement, target: string, given: Given = {}): string {
  return judge(programOf([rule(0, statement)]), target, given).action;
}

const agent = (value: string): Given => ({ headers: ['Host', 'a.example', 'User-Agent', value] });
const USER_AGENT = { SingleHeader: { Name: 'user-agent' } };

describe('matching and transformations', () => {
  test('check 1: CONTAINS heeds case', () => {
    const statement = bytes(USER_AGENT, 'CONTAINS', 'BadBot');
    expect(action(statement, '/', agent('xBadBoty'))).toBe('BLOCK');
    expect(action(statement, '/', agent('badbot'))).toBe('ALLOW');
  });

  test('check 2: with LOWERCASE it does not', () => {
    const statement = bytes(USER_AGENT, 'CONTAINS', 'badbot', ['LOWERCASE']);
    expect(action(statement, '/', agent('BADBOT'))).toBe('BLOCK');
  });

  test('check 3: CONTAINS_WORD wants no letter, digit or underscore beside the word', () => {
    const statement = bytes(USER_AGENT, 'CONTAINS_WORD', 'BadBot');
    const actions = [';BadBot', 'BadBot;', 'BadBotX', '_BadBot', 'BadBot'].map((value) =>
      action(statement, '/', agent(value)),
    );
    expect(actions).toEqual(['BLOCK', 'BLOCK', 'ALLOW', 'ALLOW', 'BLOCK']);
  });

  test('check 4: the path is as sent until a transformation changes it', () => {
    const starts = (...chain: Parameters<typeof bytes>[3] & string[]): Statement =>
      bytes({ UriPath: {} }, 'STARTS_WITH', '/admin', chain.length === 0 ? ['NONE'] : chain);
    expect(action(starts(), '/admin/x')).toBe('BLOCK');
    expect(action(starts(), '//admin')).toBe('ALLOW');
    expect(action(starts('NORMALIZE_PATH'), '//admin')).toBe('BLOCK');
    expect(action(starts('NORMALIZE_PATH'), '/a/../admin')).toBe('BLOCK');
    expect(action(starts(), '/%61dmin')).toBe('ALLOW');
    expect(action(starts('URL_DECODE'), '/%61dmin')).toBe('BLOCK');
  });

  test('check 5: transformations apply by priority', () => {
    const query = { QueryString: {} };
    const good = bytes(query, 'CONTAINS', '<script', [
      'URL_DECODE',
      'HTML_ENTITY_DECODE',
      'LOWERCASE',
    ]);
    const swapped = bytes(query, 'CONTAINS', '<script', [
      'HTML_ENTITY_DECODE',
      'URL_DECODE',
      'LOWERCASE',
    ]);
    expect(action(good, '/?q=%26lt%3BSCRIPT')).toBe('BLOCK');
    expect(action(swapped, '/?q=%26lt%3BSCRIPT')).toBe('ALLOW');
  });

  test('check 6: URL_DECODE_UNI reads %u and folds full-width forms', () => {
    const query = { QueryString: {} };
    const unicode = bytes(query, 'CONTAINS', '<script', ['URL_DECODE_UNI']);
    const plain = bytes(query, 'CONTAINS', '<script', ['URL_DECODE']);
    for (const target of ['/?q=%u003cscript', '/?q=%uff1cscript']) {
      expect(action(unicode, target)).toBe('BLOCK');
      expect(action(plain, target)).toBe('ALLOW');
    }
  });

  test('check 7: CMD_LINE', () => {
    const statement = bytes({ QueryString: {} }, 'CONTAINS', 'command/c', [
      'URL_DECODE',
      'CMD_LINE',
    ]);
    expect(action(statement, '/?q=C^OMMAND%20/C')).toBe('BLOCK');
  });

  test('check 8: a query argument by name in any case, each of its values', () => {
    const statement = bytes({ SingleQueryArgument: { Name: 'UserName' } }, 'EXACTLY', 'boston');
    expect(action(statement, '/?username=x&USERNAME=boston')).toBe('BLOCK');
    expect(action(statement, '/?user%4eame=boston')).toBe('BLOCK');
    expect(action(statement, '/?user=boston')).toBe('ALLOW');
  });

  test('check 9: paths of JSON bodies, by keys and values', () => {
    const body = '{"a":{"c":"d","b":{"e":{"f":"g"}}}}';
    const within = (MatchScope: 'KEY' | 'VALUE' | 'ALL', searched: string): string =>
      action(
        bytes(
          {
            JsonBody: {
              MatchPattern: { IncludedPaths: ['/a/b'] },
              MatchScope,
              OversizeHandling: 'CONTINUE',
            },
          },
          'EXACTLY',
          searched,
        ),
        '/',
        { body },
      );
    expect(within('KEY', 'e')).toBe('BLOCK');
    expect(within('KEY', 'b')).toBe('ALLOW');
    expect(within('VALUE', 'g')).toBe('BLOCK');
    expect(within('VALUE', 'd')).toBe('ALLOW');
    expect(within('ALL', 'f')).toBe('BLOCK');
  });

  test('check 10: JSON that is none falls back as the rule says', () => {
    const fallingBack = (
      InvalidFallbackBehavior: 'MATCH' | 'NO_MATCH' | 'EVALUATE_AS_STRING' | undefined,
      body: string,
    ): string =>
      action(
        bytes(
          {
            JsonBody: {
              MatchPattern: { All: {} },
              MatchScope: 'ALL',
              OversizeHandling: 'CONTINUE',
              InvalidFallbackBehavior,
            },
          },
          'CONTAINS',
          '<script',
        ),
        '/',
        { body },
      );
    expect(fallingBack('MATCH', '{"a":')).toBe('BLOCK');
    expect(fallingBack('NO_MATCH', '{"a":')).toBe('ALLOW');
    expect(fallingBack('EVALUATE_AS_STRING', '{"a": <script')).toBe('BLOCK');
    expect(fallingBack(undefined, '{"a":"<script","b":')).toBe('BLOCK');
    for (const odd of ['{"a" "b"}', '{"a"::"b"}', '{"a":"b" "c":"d"}', '["a","b",]']) {
      expect(fallingBack('MATCH', odd), odd).toBe('ALLOW');
    }
    for (const broken of ['{"a":1,"a":2}', '{"a":tru}', '"a"', '{"a":1}x', '{"a":"b']) {
      expect(fallingBack('MATCH', broken), broken).toBe('BLOCK');
    }
  });

  test('check 11: names of cookies heed case', () => {
    const statement = bytes(
      {
        Cookies: {
          MatchPattern: { IncludedCookies: ['Sess'] },
          MatchScope: 'VALUE',
          OversizeHandling: 'CONTINUE',
        },
      },
      'CONTAINS',
      'x',
    );
    expect(action(statement, '/', { moreHeaders: ['Cookie', 'a=b; sess=x'] })).toBe('ALLOW');
    expect(action(statement, '/', { moreHeaders: ['Cookie', 'a=b; Sess=x'] })).toBe('BLOCK');
  });

  test('check 12: MD5 compares the digest itself', () => {
    const digest = createHash('md5').update('abc').digest();
    const statement = bytes({ SingleQueryArgument: { Name: 'q' } }, 'EXACTLY', digest, ['MD5']);
    expect(action(statement, '/?q=abc')).toBe('BLOCK');
  });
});

describe('oversize', () => {
  const evil = (OversizeHandling: 'CONTINUE' | 'MATCH' | 'NO_MATCH'): Statement =>
    bytes({ Body: { OversizeHandling } }, 'CONTAINS', 'EVIL');
  /** As the edge hands it over: the start of the body, and whether there is more. */
  const cut = (body: string, limit: number): Given => ({
    method: 'POST',
    body: body.slice(0, limit),
    bodyContinues: body.length > limit,
  });

  test('check 13: what is behind the limit is not seen, and the log says so', () => {
    const program = programOf([rule(0, evil('CONTINUE'))]);
    const passed = judge(program, '/', cut(`${'a'.repeat(8_192)}EVIL`, 8_192));
    expect(passed.action).toBe('ALLOW');
    expect(passed.oversizeFields).toEqual(['REQUEST_BODY']);
    expect(passed.bodyBytesInspected).toBe(8_192);
    expect(program.readsBody).toBe(true);
    expect(judge(program, '/', cut(`${'a'.repeat(8_188)}EVIL`, 8_192)).action).toBe('BLOCK');
  });

  test('check 14: MATCH and NO_MATCH decide without looking', () => {
    expect(action(evil('MATCH'), '/', cut('a'.repeat(8_193), 8_192))).toBe('BLOCK');
    expect(action(evil('NO_MATCH'), '/', cut(`EVIL${'a'.repeat(8_193)}`, 8_192))).toBe('ALLOW');
  });

  test('check 15: a larger limit sees more', () => {
    const at = (place: number, limit: number): string =>
      action(evil('CONTINUE'), '/', cut(`${'a'.repeat(place)}EVIL`, limit));
    expect([at(16_380, 16_384), at(20_000, 16_384), at(20_000, 32_768)]).toEqual([
      'BLOCK',
      'ALLOW',
      'BLOCK',
    ]);
  });

  test('check 16: the 201st header is not seen', () => {
    const headers = Array.from({ length: 201 }, (_, n) => [`h${n}`, 'v']).flat();
    const key = (OversizeHandling: 'CONTINUE' | 'MATCH', name: string): Statement =>
      bytes(
        { Headers: { MatchPattern: { All: {} }, MatchScope: 'KEY', OversizeHandling } },
        'EXACTLY',
        name,
      );
    expect(action(key('CONTINUE', 'h200'), '/', { headers })).toBe('ALLOW');
    expect(action(key('CONTINUE', 'h199'), '/', { headers })).toBe('BLOCK');
    expect(action(key('MATCH', 'nothing'), '/', { headers })).toBe('BLOCK');
  });
});
