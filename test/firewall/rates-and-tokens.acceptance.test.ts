import { describe, expect, test } from 'vitest';
import type { RateBasedStatement, Rule } from '../../models/wafv2/types.ts';
import { type Program } from '../../src/firewall/program.ts';
import { SlidingCounters } from '../../src/firewall/sliding-counters.ts';
import { makePuzzle, tokenDomains } from '../../src/firewall/tokens/token.ts';
import { solvedToken } from './solving.ts';
import { type Given, requestOf } from './requests.ts';
import { ACL_ARN, programOf, rule } from './web-acls.ts';

function rate(more: Partial<RateBasedStatement>): Rule {
  return rule(0, {
    RateBasedStatement: { Limit: 10, EvaluationWindowSec: 60, AggregateKeyType: 'IP', ...more },
  });
}

const LOGIN = {
  ByteMatchStatement: {
    FieldToMatch: { UriPath: {} },
    PositionalConstraint: 'EXACTLY',
    SearchString: Buffer.from('/login'),
    TextTransformations: [{ Type: 'NONE', Priority: 0 }],
  },
} as const;

describe('rate rules', () => {
  class Client {
    readonly counters = new SlidingCounters();
    readonly #program: Program;
    now = 1_000_000;

    constructor(program: Program) {
      this.#program = program;
    }

    send(target = '/', given: Given = {}): string {
      return this.#program.evaluate(requestOf(target, given), this.counters, this.now).action;
    }

    times(count: number, target = '/', given: Given = {}): readonly string[] {
      return Array.from({ length: count }, () => this.send(target, given));
    }
  }

  const TEN_ALLOWED = Array.from({ length: 10 }, () => 'ALLOW');

  test('check 28: the request behind the last allowed one is limited, until the window has passed', () => {
    const client = new Client(programOf([rate({})]));
    expect(client.times(12)).toEqual([...TEN_ALLOWED, 'BLOCK', 'BLOCK']);
    expect(client.send('/', { sourceIp: '192.0.2.9' })).toBe('ALLOW');
    const [id = ''] = client.counters.ruleIds(ACL_ARN);
    expect(client.counters.limitedKeys(id, client.now)).toEqual(['198.51.100.7']);
    client.now += 40_000;
    expect(client.send()).toBe('BLOCK');
    client.now += 61_000;
    expect(client.counters.limitedKeys(id, client.now)).toEqual([]);
    expect(client.send()).toBe('ALLOW');
  });

  test('check 29: only what the scope-down statement matches counts and is limited', () => {
    const client = new Client(programOf([rate({ ScopeDownStatement: LOGIN })]));
    expect(new Set(client.times(100, '/'))).toEqual(new Set(['ALLOW']));
    expect(client.times(11, '/login')).toEqual([...TEN_ALLOWED, 'BLOCK']);
    expect(client.send('/')).toBe('ALLOW');
  });

  test('check 30: custom keys; a request without a part of the key is never counted', () => {
    const Header = { Name: 'x-k', TextTransformations: [{ Type: 'NONE', Priority: 0 }] } as const;
    const client = new Client(
      programOf([
        rate({ AggregateKeyType: 'CUSTOM_KEYS', CustomKeys: [{ Header }, { HTTPMethod: {} }] }),
      ]),
    );
    const key = (value: string): Given => ({ moreHeaders: ['X-K', value] });
    expect(client.times(11, '/', key('a'))).toEqual([...TEN_ALLOWED, 'BLOCK']);
    expect(client.send('/', key('b'))).toBe('ALLOW');
    expect(client.send('/', { ...key('a'), method: 'POST' })).toBe('ALLOW');
    expect(new Set(client.times(50))).toEqual(new Set(['ALLOW']));
  });

  test('a key of malformed forwarded addresses: one bucket for all, or none', () => {
    const forwarded = (FallbackBehavior: 'MATCH' | 'NO_MATCH'): Client =>
      new Client(
        programOf([
          rate({
            AggregateKeyType: 'FORWARDED_IP',
            ForwardedIPConfig: { HeaderName: 'x-f', FallbackBehavior },
          }),
        ]),
      );
    const bad = (n: number): Given => ({ moreHeaders: ['X-F', `bad${n}`] });
    const shared = forwarded('MATCH');
    expect(Array.from({ length: 11 }, (_, n) => shared.send('/', bad(n)))).toEqual([
      ...TEN_ALLOWED,
      'BLOCK',
    ]);
    const ignored = forwarded('NO_MATCH');
    expect(Array.from({ length: 20 }, (_, n) => ignored.send('/', bad(n)))).not.toContain('BLOCK');
  });

  test('other settings count anew, and a flood of keys keeps those that are limited', () => {
    const client = new Client(programOf([rate({})]));
    client.times(11);
    const changed = programOf([rate({ Limit: 11 })]);
    expect(changed.evaluate(requestOf('/'), client.counters, client.now).action).toBe('ALLOW');
    const [id = ''] = client.counters.ruleIds(ACL_ARN);
    const counted = { id, limit: 10, windowSec: 60 };
    for (let n = 0; n < 70_000; n += 1) client.counters.hit(counted, `key ${n}`, client.now);
    expect(client.send()).toBe('BLOCK');
  });
});

describe('challenge and captcha', () => {
  const secret = Buffer.alloc(32, 7);
  const now = 1_700_000_000_000;
  const challenge = programOf([rule(0, LOGIN, { Action: { Challenge: {} } })], {
    tokenSecret: secret,
  });
  const captcha = programOf([rule(0, LOGIN, { Action: { Captcha: {} } })], { tokenSecret: secret });
  const with_ = (token: string): Given => ({
    moreHeaders: ['Cookie', `a=b; aws-waf-token=${token}`],
  });
  const judge = (program: Program, given: Given, at = now) =>
    program.evaluate(requestOf('/login', given), new SlidingCounters(), at);

  test('check 31: 202 without a token, on with one, 202 again when it has grown old', () => {
    expect(judge(challenge, {})).toMatchObject({
      action: 'CHALLENGE',
      responseCode: 202,
      challengeResponse: { responseCode: 202, failureReason: 'TOKEN_MISSING' },
    });
    const token = solvedToken(secret, {
      kind: 'challenge',
      domain: 'shop.example.com',
      madeAtSec: now / 1_000,
    });
    const passed = judge(challenge, with_(token));
    expect(passed).toMatchObject({
      action: 'ALLOW',
      challengeResponse: { responseCode: 0, solveTimestamp: now / 1_000 },
      nonTerminatingMatchingRules: [{ ruleId: 'r0', action: 'CHALLENGE' }],
    });
    expect(judge(challenge, with_(token), now + 299_000).action).toBe('ALLOW');
    expect(judge(challenge, with_(token), now + 300_000).challengeResponse?.failureReason).toBe(
      'TOKEN_EXPIRED',
    );
    const other = solvedToken(secret, {
      kind: 'challenge',
      domain: 'other.example',
      madeAtSec: now / 1_000,
    });
    expect(judge(challenge, with_(other)).challengeResponse?.failureReason).toBe(
      'TOKEN_DOMAIN_MISMATCH',
    );
    expect(judge(captcha, {})).toMatchObject({ action: 'CAPTCHA', responseCode: 405 });
  });

  test('a token is worth nothing unsolved, changed, or signed by another', () => {
    const puzzle = {
      kind: 'challenge',
      domain: 'shop.example.com',
      madeAtSec: now / 1_000,
    } as const;
    const good = solvedToken(secret, puzzle);
    const bad = [
      `${makePuzzle(secret, puzzle, Buffer.alloc(16, 1))}.nothing`,
      `x${good}`,
      good.slice(0, -1),
      solvedToken(Buffer.alloc(32, 8), puzzle),
      solvedToken(secret, { ...puzzle, madeAtSec: now / 1_000 + 3_600 }),
      '..',
    ];
    for (const token of bad) {
      expect(judge(challenge, with_(token)).challengeResponse?.failureReason).toBe('TOKEN_INVALID');
    }
    expect(bad).toHaveLength(6);
  });

  test('a captcha is solved by its answer, and counts as a challenge too', () => {
    const puzzle = { kind: 'captcha', domain: 'shop.example.com', madeAtSec: now / 1_000 } as const;
    const asked = makePuzzle(secret, puzzle, Buffer.alloc(16, 3), 'k7w2p');
    expect(judge(captcha, with_(`${asked}.K7W2P`)).action).toBe('ALLOW');
    expect(judge(challenge, with_(`${asked}.k7w2p`)).action).toBe('ALLOW');
    expect(judge(captcha, with_(`${asked}.aaaaa`)).captchaResponse?.failureReason).toBe(
      'TOKEN_INVALID',
    );
    const work = solvedToken(secret, { ...puzzle, kind: 'challenge' });
    expect(judge(captcha, with_(work)).action).toBe('CAPTCHA');
  });

  test('domains: a host takes its own tokens and those of the listed domains above it', () => {
    expect(tokenDomains('api.example.com', ['example.com', 'apiexample.com'])).toEqual([
      'example.com',
      'api.example.com',
    ]);
    expect(tokenDomains('apiexample.com', ['example.com'])).toEqual(['apiexample.com']);
  });
});
