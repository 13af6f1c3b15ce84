import type { Target } from '../../../models/events/types.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { targetKind } from './domain/target-kind.ts';
import { deliveries, type Hops, jobId, type RuleDocument } from './state.ts';

/** Calls that are part of the job's own unit: what is delivered, and that it was, are kept together. */
export const DELIVER = 'events.deliver';
/** Work outside of any unit: functions and web servers. */
export const INVOKE = 'events.invoke';

/** An event that a bus has taken. */
export interface Arrived {
  /** Unique among the events of an account and Region: a delivery is named by it. */
  readonly key: string;
  readonly text: string;
  readonly ingested: Instant;
  readonly hops: Hops;
}

/** One job for each target of each rule. */
export function orderDeliveries(
  unit: Unit,
  scope: Scope,
  event: Arrived,
  matched: Iterable<RuleDocument>,
): void {
  const view = unit.view(scope);
  for (const rule of matched) {
    for (const target of rule.targets) {
      const id = `${event.key}/${rule.bus}/${rule.name}/${target.Id}`;
      view.put(deliveries, id, {
        rule: { arn: rule.arn, name: rule.name },
        target,
        event: event.text,
        ingested: event.ingested,
        hops: event.hops,
        attempts: 0,
      });
      orderDelivery(unit, scope, { id, target, due: event.ingested });
    }
  }
}

export interface DeliveryOrder {
  readonly id: string;
  readonly target: Target;
  readonly due: Instant;
  /** True when its turn at a limited rate has been given. */
  readonly isPaced?: boolean;
}

export function orderDelivery(unit: Unit, scope: Scope, order: DeliveryOrder): void {
  const { id, target, due, isPaced = false } = order;
  const kind = isOutside(target) ? INVOKE : DELIVER;
  const payload = JSON.stringify({ delivery: id, isPaced });
  unit.order({ id: jobId(kind, scope, id), kind, scope, due, payload });
}

function isOutside({ Arn }: Target): boolean {
  const kind = targetKind(Arn)?.kind;
  return kind === 'function' || kind === 'apiDestination';
}
