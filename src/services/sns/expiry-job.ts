import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { type SubscriptionDocument, subscriptions } from './state.ts';
import { dropSubscription } from './subscription-store.ts';

const EXPIRY_JOB = 'sns.expire';

interface ExpiryPayload {
  /** The subscription's id. */
  readonly subscription: string;
}

/** What nobody confirms in time goes. */
export function orderExpiry(
  unit: Unit,
  { account, region }: Scope,
  { id, pending }: SubscriptionDocument,
): void {
  if (pending === undefined) return;
  const payload: ExpiryPayload = { subscription: id };
  unit.order({
    id: `sns.expire/${account}/${region}/${id}`,
    kind: EXPIRY_JOB,
    scope: { account, region },
    due: pending.until,
    payload: JSON.stringify(payload),
  });
}

export const expiryJob: UnitJob = {
  kind: EXPIRY_JOB,
  run: async (text, { unit, scope, now }) => {
    const { subscription: id }: ExpiryPayload = JSON.parse(text);
    const known = await unit.view(scope).get(subscriptions, id);
    if (known?.pending === undefined || known.pending.until > now) return;
    dropSubscription(unit, scope, known);
  },
};
