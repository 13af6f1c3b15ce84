import type { AnyOperation } from '../../contract/service.ts';
import { resultTokenInvalid } from './errors.ts';
import { invocationOf } from './evaluating/result-tokens.ts';
import { keepResult } from './evaluating/results.ts';
import { configOperation } from './operation.ts';
import { ruleKind } from './resources.ts';
import { ruleNamed } from './rules.ts';
import { type Evaluation, ruleRuns, rules } from './state.ts';

interface Reported {
  readonly ComplianceResourceType: string;
  readonly ComplianceResourceId: string;
  readonly ComplianceType: Evaluation['compliance'];
  readonly Annotation?: string | undefined;
  readonly OrderingTimestamp: Date;
}

function resultOf(reported: Reported, invoked: number) {
  const { Annotation: annotation } = reported;
  return {
    type: reported.ComplianceResourceType,
    resource: reported.ComplianceResourceId,
    compliance: reported.ComplianceType,
    ordering: reported.OrderingTimestamp.getTime(),
    invoked,
    ...(annotation === undefined ? {} : { annotation }),
  };
}

/** What a customer's function found. */
const putEvaluations = configOperation({
  name: 'PutEvaluations',
  access: 'write',
  handle: async ({ Evaluations = [], ResultToken, TestMode }, context) => {
    const { unit, view, call } = context;
    if (TestMode === true) return { FailedEvaluations: [] };
    const invocation = await invocationOf(view, ResultToken);
    const rule = invocation && (await view.get(rules, invocation.rule));
    if (invocation === undefined || rule?.id !== invocation.ruleId) throw resultTokenInvalid();
    const place = { unit, scope: call.scope, now: call.now };
    for (const one of Evaluations) await keepResult(place, rule, resultOf(one, invocation.invoked));
    const run = (await view.get(ruleRuns, rule.id)) ?? {};
    view.put(ruleRuns, rule.id, { ...run, evaluated: call.now });
    return { FailedEvaluations: [] };
  },
});

/** What somebody else found. */
const putExternal = configOperation({
  name: 'PutExternalEvaluation',
  access: 'write',
  on: ({ ConfigRuleName }, context) => context.resolve(ruleKind, ConfigRuleName),
  handle: async ({ ConfigRuleName, ExternalEvaluation: reported }, context) => {
    const { unit, call } = context;
    const rule = await ruleNamed(context, ConfigRuleName);
    const place = { unit, scope: call.scope, now: call.now };
    await keepResult(place, rule, resultOf(reported, call.now));
    return {};
  },
});

export const reportedResultOperations: readonly AnyOperation[] = [putEvaluations, putExternal];
