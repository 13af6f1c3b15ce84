import type { ActingJob, JobContext } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { ServiceError } from '../../../core/errors.ts';
import { isJsonObject, type JsonValue } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { noRecorderFor } from '../errors.ts';
import { frequencyMs } from '../delivery/snapshot-job.ts';
import { askAs } from '../recording/asking.ts';
import { RECORDED_TYPES } from '../recording/recorded-types.ts';
import { recordedOf } from '../recording/recording-group.ts';
import { recorderIn } from '../recorder-state.ts';
import { ACCOUNT_TYPE, type Item, resources, type Rule, ruleRuns, rules } from '../state.ts';
import { time } from '../shown-items.ts';
import { changeMessage } from './changed.ts';
import { orderInvocation } from './invocation-job.ts';
import { covers, judgeItem, managedOf, settingsOf } from './judging.ts';
import type { AccountRule, Judgement } from './managed-rule.ts';
import { dropResult, keepResult } from './results.ts';
import { isTriggeredBy, periodOf } from './triggers.ts';

const EVALUATE = 'config.evaluate';

/** Runs a rule over everything it is about: now, or in its turn. */
export function orderEvaluation(unit: Unit, scope: Scope, rule: Rule, due: Instant): void {
  unit.order({
    id: evaluationId(scope, rule),
    kind: EVALUATE,
    scope,
    due,
    payload: JSON.stringify({ rule: rule.name }),
  });
}

export function cancelEvaluation(unit: Unit, scope: Scope, rule: Rule): void {
  unit.cancel(evaluationId(scope, rule));
}

function evaluationId({ account, region }: Scope, { id }: Rule): string {
  return `${EVALUATE}/${account}/${region}/${id}`;
}

interface Prepared {
  /** A managed rule judges what a recorder records. */
  readonly lacksRecorder: boolean;
  /** Absent: the rule is judged in the unit that ends the job. */
  readonly account?: {
    readonly managed: AccountRule;
    readonly rule: Rule;
    readonly roleArn: string;
    readonly now: Instant;
  };
}

type Acted =
  | { readonly kind: 'none' }
  | { readonly kind: 'judged'; readonly judgement: Judgement }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string };

export interface EvaluationParts {
  readonly isServed: (source: string) => boolean;
}

export function evaluationJob({ isServed }: EvaluationParts): ActingJob<Prepared, Acted> {
  return {
    kind: EVALUATE,
    prepare: async (payload, { unit, scope, now }) => {
      const rule = await unit.view(scope).get(rules, ruleIn(payload));
      if (rule === undefined) return undefined;
      const managed = managedOf(rule);
      const recorder = await recorderIn(unit, scope);
      const lacksRecorder = managed !== undefined && recorder === undefined;
      if (managed?.kind !== 'account' || recorder === undefined) return { lacksRecorder };
      return { lacksRecorder, account: { managed, rule, roleArn: recorder.roleArn, now } };
    },
    act: async ({ lacksRecorder, account }, context) => {
      if (lacksRecorder) {
        const { code, message } = noRecorderFor('evaluate config rule');
        return { kind: 'failed', code, message };
      }
      if (account === undefined) return { kind: 'none' };
      const { managed, rule, roleArn, now } = account;
      const missing = managed.asks.find((source) => !isServed(source));
      if (missing !== undefined) {
        return { kind: 'failed', code: 'ServiceNotAvailable', message: `${missing} is not there` };
      }
      try {
        const place = { scope: context.scope, now };
        const settings = settingsOf(rule, managed);
        const judgement = await managed.judge(askAs(context, roleArn), settings, place);
        return { kind: 'judged', judgement };
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error;
        return { kind: 'failed', code: error.code, message: error.message };
      }
    },
    handle: async (payload, context, acted) => {
      const { unit, scope, now } = context;
      const rule = await unit.view(scope).get(rules, ruleIn(payload));
      if (rule === undefined) return;
      await settle(context, rule, acted);
      const period = periodOf(rule);
      if (period !== undefined) orderEvaluation(unit, scope, rule, now + frequencyMs(period));
    },
  };
}

function ruleIn(payload: string): string {
  const value: JsonValue = JSON.parse(payload);
  const { rule } = isJsonObject(value) ? value : {};
  if (typeof rule !== 'string') throw new Error('the job names no rule');
  return rule;
}

async function settle(context: JobContext, rule: Rule, acted: Acted): Promise<void> {
  const { unit, scope, now } = context;
  const view = unit.view(scope);
  const { error: _before, ...run } = (await view.get(ruleRuns, rule.id)) ?? {};
  if (acted.kind === 'failed') {
    const { code, message } = acted;
    const error = { code, message };
    view.put(ruleRuns, rule.id, { ...run, invoked: now, evaluationFailed: now, error });
    return;
  }
  const managed = managedOf(rule);
  if (acted.kind === 'judged') {
    const { isCompliant, annotation } = acted.judgement;
    await keepResult(context, rule, {
      type: ACCOUNT_TYPE,
      resource: scope.account,
      compliance: isCompliant ? 'COMPLIANT' : 'NON_COMPLIANT',
      ordering: now,
      invoked: now,
      ...(annotation === undefined ? {} : { annotation }),
    });
  } else if (managed?.kind === 'resource') {
    const recorder = await recorderIn(unit, scope);
    const recorded = recorder === undefined ? [] : recordedOf(recorder, RECORDED_TYPES);
    for (const type of managed.types) {
      const isRecorded = recorded.includes(type);
      for (const item of await everyOf(view, resources, { prefix: `${type}/` })) {
        // What is known of a type that is no longer recorded grows old: it is judged no more.
        if (isRecorded) await judgeItem({ unit, scope, now }, { rule, managed, item });
        else await dropResult({ unit, scope, now }, rule, item);
      }
    }
  } else if (managed === undefined) {
    await invoke(context, rule);
  }
  if (managed !== undefined) view.put(ruleRuns, rule.id, { ...run, invoked: now, evaluated: now });
}

/** A customer's function is told of the time, or of each resource that the rule is about. */
async function invoke(context: JobContext, rule: Rule): Promise<void> {
  const { unit, scope, now } = context;
  const place = { unit, scope, now };
  if (isTriggeredBy(rule, 'ScheduledNotification')) {
    const message = {
      awsAccountId: scope.account,
      notificationCreationTime: time(now),
      messageType: 'ScheduledNotification',
      recordVersion: '1.0',
    };
    await orderInvocation(place, { rule, message, id: `scheduled/${now}`, hasLeft: false });
  }
  if (!isTriggeredBy(rule, 'ConfigurationItemChangeNotification')) return;
  for (const item of await everyOf(unit.view(scope), resources)) {
    if (item.status === 'ResourceDeleted' || !covers(rule, item)) continue;
    const message = changeMessage(context, changeOf(item));
    const id = `${item.type}/${item.id}/${item.stateId}/${now}`;
    await orderInvocation(place, { rule, message, id, hasLeft: false });
  }
}

function changeOf(item: Item) {
  return { item, before: item, kind: 'UPDATE' } as const;
}
