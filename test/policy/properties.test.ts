import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/policy/evaluate.ts';
import { compileGlob } from '../../src/policy/matchers.ts';
import { parsePieces } from '../../src/policy/variables.ts';
import { requestOf, type Vector } from './authorization.ts';

const statement = fc.record({
  Effect: fc.constantFrom('Allow', 'Deny'),
  Action: fc.constantFrom('*', 'kms:*', 'kms:Encrypt', 'kms:Decrypt', 's3:*'),
  Resource: fc.constantFrom('*', 'arn:aws:kms:*:*:key/*', 'arn:aws:s3:::b'),
});
const policy = fc
  .array(statement, { minLength: 1, maxLength: 4 })
  .map((Statement) => ({ Version: '2012-10-17', Statement }));
const vector: fc.Arbitrary<Vector> = fc.record(
  {
    name: fc.constant('generated'),
    expected: fc.constant(''),
    principal: fc.constantFrom('ann', 'session', 'root', 'foreigner', 'federated'),
    mode: fc.constantFrom('optional', 'required'),
    identity: fc.array(policy, { maxLength: 3 }),
    boundary: policy,
    session: fc.array(policy, { maxLength: 2 }),
    scps: fc.array(fc.array(policy, { maxLength: 2 }), { maxLength: 2 }),
    grant: fc.boolean(),
  },
  { requiredKeys: ['name', 'expected'] },
);
const place = fc.constantFrom('identity', 'boundary', 'session', 'scps');
const DENY_ALL = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }],
};

/** The obvious matcher, exponential and beyond doubt. */
function naiveGlob(pattern: string, value: string): boolean {
  if (pattern === '') return value === '';
  const rest = pattern.slice(1);
  if (pattern.startsWith('*')) {
    return naiveGlob(rest, value) || (value !== '' && naiveGlob(pattern, value.slice(1)));
  }
  if (value === '') return false;
  return (pattern[0] === '?' || pattern[0] === value[0]) && naiveGlob(rest, value.slice(1));
}

describe('evaluate', () => {
  it('lets a Deny win wherever it stands', () => {
    fc.assert(
      fc.property(vector, place, (it, where) => {
        const added: Vector = {
          ...it,
          ...(where === 'identity' ? { identity: [...(it.identity ?? []), DENY_ALL] } : {}),
          ...(where === 'boundary' ? { boundary: DENY_ALL } : {}),
          ...(where === 'session' ? { session: [...(it.session ?? []), DENY_ALL] } : {}),
          ...(where === 'scps' ? { scps: [...(it.scps ?? []), [DENY_ALL]] } : {}),
        };
        expect(evaluate(requestOf(added)).reason.outcome).toBe('explicitDeny');
      }),
    );
  });

  it('never allows more when a policy of denials is added', () => {
    const denials = statement.map((one) => {
      return { Version: '2012-10-17', Statement: [{ ...one, Effect: 'Deny' }] };
    });
    fc.assert(
      fc.property(vector, denials, (it, denial) => {
        const before = evaluate(requestOf(it)).allowed;
        const after = evaluate(requestOf({ ...it, identity: [...(it.identity ?? []), denial] }));
        expect(after.allowed && !before).toBe(false);
      }),
    );
  });

  it('does not depend on the order of policies and statements', () => {
    const reversed = (document: object): object => {
      const entries = Object.entries(document).map(([name, value]: [string, unknown]) => [
        name,
        Array.isArray(value) ? value.toReversed() : value,
      ]);
      return Object.fromEntries(entries);
    };
    fc.assert(
      fc.property(vector, (it) => {
        const turned: Vector = {
          ...it,
          identity: (it.identity ?? []).map(reversed).toReversed(),
          scps: (it.scps ?? []).map((level) => level.map(reversed).toReversed()).toReversed(),
        };
        const { reason } = evaluate(requestOf(turned));
        expect(reason.outcome).toBe(evaluate(requestOf(it)).reason.outcome);
      }),
    );
  });
});

describe('compileGlob', () => {
  it('agrees with the naive matcher', () => {
    const text = (alphabet: string): fc.Arbitrary<string> =>
      fc
        .array(fc.constantFrom(...alphabet.split('')), { maxLength: 8 })
        .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text('ab*?'), text('ab'), (pattern, value) => {
        const matches = compileGlob(parsePieces(pattern, { variables: false, wildcards: true }));
        expect(matches(`x${value}y`, 1, value.length + 1)).toBe(naiveGlob(pattern, value));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes hostile patterns in its stride', () => {
    const pattern = `${'*a'.repeat(200)}b`;
    const value = 'a'.repeat(5000);
    const matches = compileGlob(parsePieces(pattern, { variables: false, wildcards: true }));
    expect(matches(value, 0, value.length)).toBe(false);
  });
});
