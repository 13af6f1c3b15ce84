import type { UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { subscriptions } from './state.ts';
import { dropSubscription } from './subscription-store.ts';

const FORGET_JOB = 'sns.forget';
const BATCH = 200;

interface ForgetPayload {
  /** The topic's id. */
  readonly topic: string;
}

/** Subscriptions of a topic that is gone go with it. */
export function orderForget(unit: Unit, scope: Scope, topic: string, due: Instant): void {
  const payload: ForgetPayload = { topic };
  unit.order({
    id: `sns.forget/${scope.account}/${scope.region}/${topic}`,
    kind: FORGET_JOB,
    scope: { account: scope.account, region: scope.region },
    due,
    payload: JSON.stringify(payload),
  });
}

export const forgetJob: UnitJob = {
  kind: FORGET_JOB,
  run: async (payload, { unit, scope, now }) => {
    const { topic }: ForgetPayload = JSON.parse(payload);
    const { items, last } = await unit.view(scope).list(subscriptions, {
      index: 'topic',
      prefix: `${topic}/`,
      limit: BATCH,
    });
    for (const { document } of items) dropSubscription(unit, scope, document);
    if (last !== undefined) orderForget(unit, scope, topic, now);
  },
};
