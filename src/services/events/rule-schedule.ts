import type { Context } from '../../contract/operation.ts';
import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { uuid } from '../../core/ids.ts';
import { orderDeliveries } from './deliveries.ts';
import { parseSchedule } from './domain/schedule.ts';
import { textIn } from './job-payload.ts';
import { envelopeText } from './port.ts';
import { jobId, type RuleDocument, ruleId, rules } from './state.ts';

const TURN = 'events.turn';

/** Orders the first turn of a rule that is scheduled and in force, and cancels it of one that is not. */
export function orderSchedule({ unit, call }: Context, rule: RuleDocument): void {
  cancelSchedule(unit, rule);
  orderTurn(unit, scopeOf(rule), rule, call.now, call.now);
}

export function cancelSchedule(unit: Unit, rule: RuleDocument): void {
  unit.cancel(jobId(TURN, scopeOf(rule), ruleId(rule.bus, rule.name)));
}

function scopeOf({ arn }: RuleDocument): Scope {
  const { account = '', region = '' } = parseArn(arn) ?? {};
  return { account, region };
}

function orderTurn(
  unit: Unit,
  scope: Scope,
  { bus, name, schedule, state }: RuleDocument,
  due: Instant,
  now: Instant,
): void {
  if (schedule === undefined || state === 'DISABLED') return;
  const next = parseSchedule(schedule)?.next(due, now);
  if (next === undefined) return;
  const id = ruleId(bus, name);
  const payload = JSON.stringify({ rule: id });
  unit.order({ id: jobId(TURN, scope, id), kind: TURN, scope, due: next, payload });
}

/** A rule's turn: its own targets are told, and no other rule. */
export const ruleTurn: UnitJob = {
  kind: TURN,
  run: async (payload: string, context: JobContext) => {
    const { unit, scope, due, now } = context;
    const rule = await unit.view(scope).get(rules, textIn(payload, 'rule'));
    if (rule?.schedule === undefined || rule.state === 'DISABLED') return;
    const id = await unit.once(uuid);
    const text = envelopeText(scope, due, {
      id,
      source: 'aws.events',
      detailType: 'Scheduled Event',
      resources: [rule.arn],
      detail: '{}',
    });
    orderDeliveries(unit, scope, { key: `s${due}`, text, ingested: now, hops: {} }, [rule]);
    orderTurn(unit, scope, rule, due, now);
  },
};
