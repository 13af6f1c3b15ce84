import { createHash } from 'node:crypto';
import type { LambdaOperations } from '../../../../models/lambda/types.ts';
import type { ServiceActor } from '../../../contract/operation.ts';
import type { ActingJob, UnitJob } from '../../../contract/service.ts';
import type { View } from '../../../contract/view.ts';
import { parseArn } from '../../../core/arn.ts';
import { ServiceError } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { DAY_MS } from '../../../core/time.ts';
import { PRINCIPAL, type Reference } from '../recording/asking.ts';
import { recorderIn } from '../recorder-state.ts';
import { type Invocation, invocations, type Rule, ruleRuns, rules } from '../state.ts';
import { parametersOf } from './judging.ts';
import { newSecret, resultToken } from './result-tokens.ts';
import type { Place } from './results.ts';

const INVOKE = 'config.invoke';
const FORGET = 'config.forgetInvocation';

export const invokeFunction: Reference<LambdaOperations['Invoke']> = {
  service: 'lambda',
  operation: 'Invoke',
};

/** Config acts in its own name, for the rule. */
export function invoker(account: string, ruleArn: string): ServiceActor {
  return { principal: PRINCIPAL, account, sourceArn: ruleArn };
}

interface Order {
  readonly rule: Rule;
  /** What the function is told happened. */
  readonly message: JsonObject;
  /** Unique for the rule. */
  readonly id: string;
  /** The resource is none of the rule's any more. */
  readonly hasLeft: boolean;
}

/** Has a customer's function judge something. What it reports comes with the invocation's token. */
export async function orderInvocation(
  place: Place,
  { rule, message, id, hasLeft }: Order,
): Promise<void> {
  const { unit, scope, now } = place;
  const job = `${INVOKE}/${scope.account}/${scope.region}/${rule.id}/${id}`;
  const event: JsonObject = { invokingEvent: JSON.stringify(message), eventLeftScope: hasLeft };
  const invocation = createHash('sha256').update(job).digest('hex');
  const secret = await newSecret(unit);
  const named = { rule: rule.name, ruleId: rule.id };
  unit.view(scope).put(invocations, invocation, { ...named, event, invoked: now, secret });
  const payload = JSON.stringify({ invocation });
  unit.order({ id: job, kind: INVOKE, scope, due: now, payload });
  unit.order({ id: `${FORGET}/${invocation}`, kind: FORGET, scope, due: now + DAY_MS, payload });
}

function invocationIn(payload: string): string {
  const value: JsonValue = JSON.parse(payload);
  const { invocation } = isJsonObject(value) ? value : {};
  if (typeof invocation !== 'string') throw new Error('the job names no invocation');
  return invocation;
}

/** The rule that an invocation is for, if it is still there. */
async function ruleOf(view: View, invocation: Invocation | undefined): Promise<Rule | undefined> {
  if (invocation === undefined) return undefined;
  const rule = await view.get(rules, invocation.rule);
  return rule?.id === invocation.ruleId ? rule : undefined;
}

interface Prepared {
  readonly input: LambdaOperations['Invoke']['input'];
  readonly region: string;
  readonly as: ServiceActor;
}

interface Acted {
  readonly error: { readonly code: string; readonly message: string } | undefined;
}

export const invocationJob: ActingJob<Prepared, Acted> = {
  kind: INVOKE,
  prepare: async (payload, { unit, scope }) => {
    const id = invocationIn(payload);
    const view = unit.view(scope);
    const invocation = await view.get(invocations, id);
    const rule = await ruleOf(view, invocation);
    if (invocation === undefined || rule === undefined) return undefined;
    const recorder = await recorderIn(unit, scope);
    const event: JsonObject = {
      version: '1.0',
      ...invocation.event,
      ruleParameters: JSON.stringify(parametersOf(rule)),
      resultToken: resultToken(id, invocation),
      executionRoleArn: recorder?.roleArn ?? null,
      configRuleArn: rule.arn,
      configRuleName: rule.name,
      configRuleId: rule.id,
      accountId: scope.account,
    };
    const name = rule.source.SourceIdentifier ?? '';
    return {
      input: {
        FunctionName: name,
        InvocationType: 'RequestResponse',
        Payload: new Uint8Array(Buffer.from(JSON.stringify(event))),
      },
      region: parseArn(name)?.region ?? scope.region,
      as: invoker(scope.account, rule.arn),
    };
  },
  act: async ({ input, region, as }, context) => {
    try {
      const options = { region, as };
      const { FunctionError } = await context.call(invokeFunction, input, options);
      if (FunctionError === undefined) return { error: undefined };
      return { error: { code: FunctionError, message: 'The function ended in an error.' } };
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { error: { code: error.code, message: error.message } };
    }
  },
  handle: async (payload, { unit, scope, now }, { error }) => {
    const view = unit.view(scope);
    const rule = await ruleOf(view, await view.get(invocations, invocationIn(payload)));
    if (rule === undefined) return;
    const { error: _before, ...run } = (await view.get(ruleRuns, rule.id)) ?? {};
    view.put(ruleRuns, rule.id, {
      ...run,
      ...(error === undefined ? { invoked: now } : { invocationFailed: now, error }),
    });
  },
};

/** A function has a day to report. */
export const forgetInvocation: UnitJob = {
  kind: FORGET,
  run: async (payload, { unit, scope }) => {
    unit.view(scope).delete(invocations, invocationIn(payload));
  },
};
