import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPolicyCache } from '../../src/policy/cache.ts';
import type { PolicyGrammar } from '../../src/policy/grammar.ts';
import { MAX_POLICY_TEXT_BYTES, policySize } from '../../src/policy/json-text.ts';
import { parsePolicy } from '../../src/policy/parse.ts';
import { PolicySyntaxError } from '../../src/policy/syntax-error.ts';

interface DocumentVector {
  readonly grammar: PolicyGrammar;
  /** A string is the text itself. */
  readonly document: unknown;
  readonly error?: string;
}

const VECTORS: readonly DocumentVector[] = JSON.parse(
  readFileSync(new URL('../vectors/iam-policy-documents.json', import.meta.url), 'utf8'),
);
const ALLOW = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';

describe('parsePolicy', () => {
  it('is tried with every document', () => {
    expect(VECTORS.length).toBe(107);
  });

  const named = VECTORS.map((vector) => [vector.error ?? 'accepts', vector] as const);

  it.each(named)('%s', (_, vector) => {
    const { document, grammar, error } = vector;
    const text = typeof document === 'string' ? document : JSON.stringify(document);
    if (error === undefined) expect(parsePolicy(text, grammar).statements.length).toBe(1);
    else expect(() => parsePolicy(text, grammar)).toThrow(new PolicySyntaxError(error));
  });

  it('refuses a text beyond the limit', () => {
    const text = ALLOW + ' '.repeat(MAX_POLICY_TEXT_BYTES);
    expect(() => parsePolicy(text, 'identity')).toThrow('The policy document is too large.');
  });

  it('freezes what it returns', () => {
    const policy = parsePolicy(ALLOW, 'identity');
    expect(Object.isFrozen(policy)).toBe(true);
    expect(Object.isFrozen(policy.statements)).toBe(true);
  });
});

describe('policySize', () => {
  it('counts no white space', () => {
    expect(policySize('{ "a" :\n\t1 }')).toBe(7);
  });
});

describe('createPolicyCache', () => {
  it('compiles a text once and forgets the longest unused', () => {
    const cache = createPolicyCache(ALLOW.length * 2 + 4);
    const first = cache.parse(ALLOW, 'identity');
    const second = cache.parse(ALLOW + ' ', 'identity');
    expect(cache.parse(ALLOW, 'identity')).toBe(first);
    cache.parse(ALLOW + '  ', 'identity');
    expect(cache.bytes()).toBeLessThanOrEqual(ALLOW.length * 2 + 4);
    expect(cache.parse(ALLOW, 'identity')).toBe(first);
    expect(cache.parse(ALLOW + ' ', 'identity')).not.toBe(second);
  });
});
