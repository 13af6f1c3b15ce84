import type { ComplianceType } from '../../../../models/config-service/types.ts';
import type { Unit } from '../../../contract/view.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { awsEvent } from '../../events/port.ts';
import { tellTopic } from '../delivery/topic-job.ts';
import { time } from '../shown-items.ts';
import {
  channels,
  type Evaluation,
  evaluationKey,
  evaluations,
  ONLY,
  type Rule,
} from '../state.ts';

/** What a rule says of one resource. */
export interface Result {
  readonly type: string;
  readonly resource: string;
  readonly compliance: ComplianceType;
  readonly annotation?: string;
  /** When what was judged was so. */
  readonly ordering: Instant;
  readonly invoked: Instant;
}

export interface Place {
  readonly unit: Unit;
  readonly scope: Scope;
  readonly now: Instant;
}

/** Keeps a result, and tells of it where it differs from the last. What is older than the last is passed over. */
export async function keepResult(place: Place, rule: Rule, result: Result): Promise<void> {
  const { unit, scope, now } = place;
  const view = unit.view(scope);
  const key = evaluationKey(rule.id, result.type, result.resource);
  const before = await view.get(evaluations, key);
  if (before !== undefined && before.ordering > result.ordering) return;
  if (result.compliance === 'NOT_APPLICABLE') {
    if (before === undefined) return;
    view.delete(evaluations, key);
  } else {
    view.put(evaluations, key, { ...result, rule: rule.name, recorded: now });
  }
  if (before?.compliance === result.compliance) return;
  await tell(place, rule, { ...result, rule: rule.name, recorded: now }, before);
}

/** A resource went, or the rule is about it no more. */
export async function dropResult(
  { unit, scope }: Place,
  rule: Rule,
  resource: { readonly type: string; readonly id: string },
): Promise<void> {
  const view = unit.view(scope);
  const key = evaluationKey(rule.id, resource.type, resource.id);
  if ((await view.get(evaluations, key)) !== undefined) view.delete(evaluations, key);
}

export async function dropResults({ unit, scope }: Omit<Place, 'now'>, rule: Rule): Promise<void> {
  const view = unit.view(scope);
  for (const { type, resource } of await everyOf(view, evaluations, { prefix: `${rule.id}/` })) {
    view.delete(evaluations, evaluationKey(rule.id, type, resource));
  }
}

async function tell(
  { unit, scope, now }: Place,
  rule: Rule,
  result: Evaluation,
  before: Evaluation | undefined,
): Promise<void> {
  const message: JsonObject = {
    resourceId: result.resource,
    awsRegion: scope.region,
    awsAccountId: scope.account,
    configRuleName: rule.name,
    recordVersion: '1.0',
    configRuleARN: rule.arn,
    messageType: 'ComplianceChangeNotification',
    newEvaluationResult: written(result),
    ...(before === undefined ? {} : { oldEvaluationResult: written(before) }),
    notificationCreationTime: time(now),
    resourceType: result.type,
  };
  const event = { source: 'aws.config', detailType: 'Config Rules Compliance Change' };
  unit.emit(awsEvent(scope, now, { ...event, resources: [], detail: message }));
  const channel = await unit.view(scope).get(channels, ONLY);
  if (channel?.topic === undefined) return;
  tellTopic(unit, scope, now, {
    id: `compliance/${rule.id}/${result.type}/${result.resource}/${now}`,
    subject:
      `[AWS Config:${scope.region}] ${result.type} ${result.resource} is ` +
      `${result.compliance} with ${rule.name}`,
    message: { ...message, oldEvaluationResult: before === undefined ? null : written(before) },
  });
}

function written(evaluation: Evaluation): JsonObject {
  const { rule, type, resource, compliance, ordering, invoked, recorded } = evaluation;
  return {
    evaluationResultIdentifier: {
      evaluationResultQualifier: {
        configRuleName: rule,
        resourceType: type,
        resourceId: resource,
        evaluationMode: 'DETECTIVE',
      },
      orderingTimestamp: time(ordering),
    },
    complianceType: compliance,
    resultRecordedTime: time(recorded),
    configRuleInvokedTime: time(invoked),
    ...(evaluation.annotation === undefined ? {} : { annotation: evaluation.annotation }),
  };
}
