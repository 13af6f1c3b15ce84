import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { SubscriptionDocument } from './state.ts';

export const CONFIRM_QUEUE_JOB = 'sns.confirmQueue';
export const CONFIRM_ENDPOINT_JOB = 'sns.confirmEndpoint';

export interface ConfirmationPayload {
  /** The subscription's id. */
  readonly subscription: string;
  readonly attempt: number;
}

/** Asks an endpoint whether it wants a topic's messages. */
export function orderConfirmation(
  unit: Unit,
  { account, region }: Scope,
  { id, protocol }: SubscriptionDocument,
  due: Instant,
  attempt = 1,
): void {
  const payload: ConfirmationPayload = { subscription: id, attempt };
  unit.order({
    id: `sns.confirm/${account}/${region}/${id}`,
    kind: protocol === 'sqs' ? CONFIRM_QUEUE_JOB : CONFIRM_ENDPOINT_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}
