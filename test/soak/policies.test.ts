import { expect, test } from 'vitest';
import { OPERATOR_FORMS } from '../../soak/policies/conditions.ts';
import { runPolicies } from '../../soak/policies/run.ts';

const COUNT = 16_000;

// The long run: npm run soak -- policies
test('the engine decides as the plain evaluator does, statement by statement', () => {
  const result = runPolicies({ count: COUNT, seed: 7, report: () => undefined });
  expect(result.faults).toEqual([]);
  expect(result.decided).toBe(COUNT);
  const outcomes = ['allowed', 'explicitDeny', 'implicitDeny'];
  for (const outcome of outcomes) expect(result.counts.get(outcome)).toBeGreaterThan(COUNT / 20);
  expect(result.statements).toBeGreaterThan(5 * COUNT);
  expect(result.matchedStatements).toBeGreaterThan(COUNT);
  expect(OPERATOR_FORMS).toHaveLength(159);
  expect(OPERATOR_FORMS.filter((form) => !result.operators.has(form))).toEqual([]);
}, 120_000);
