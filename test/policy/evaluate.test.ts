import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/policy/evaluate.ts';
import type { Reason } from '../../src/policy/types.ts';
import { requestOf, type Vector } from './authorization.ts';

const FOLDER = new URL('../vectors/iam-evaluation/', import.meta.url);
const EXPECTED_CASES: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(new URL('../iam-evaluation-counts.json', FOLDER), 'utf8'),
);

function describeReason(reason: Reason): string {
  if (reason.outcome === 'allowed') return `allowed ${reason.by}`;
  if (reason.outcome === 'explicitDeny') return `explicitDeny ${reason.policyType}`;
  return `implicitDeny ${reason.policyType} ${reason.side}`;
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe('evaluate', () => {
  it('has every file of vectors', () => {
    expect(files.toSorted()).toEqual(Object.keys(EXPECTED_CASES).toSorted());
  });

  for (const file of files) {
    const vectors: readonly Vector[] = JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'));

    describe(file, () => {
      it('has all its cases', () => {
        expect(vectors.length).toBe(EXPECTED_CASES[file]);
        expect(new Set(vectors.map((vector) => vector.name)).size).toBe(vectors.length);
      });

      it.each(vectors.map((vector) => [vector.name, vector] as const))('%s', (_, vector) => {
        const decision = evaluate(requestOf(vector));
        expect(describeReason(decision.reason)).toBe(vector.expected);
        expect(decision.allowed).toBe(vector.expected.startsWith('allowed'));
        const weighed = decision.explain();
        if (decision.reason.outcome === 'explicitDeny') {
          expect(weighed.some((entry) => entry.matched && entry.effect === 'Deny')).toBe(true);
        }
      });
    });
  }
});
