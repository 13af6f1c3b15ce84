import type { UnitJob } from '../../contract/service.ts';
import type { Cursor, Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { matchesFilter } from './filtering.ts';
import { type Notification, parseNotification } from './message.ts';
import { TO_ENDPOINT_JOB, TO_QUEUE_JOB, type DeliveryPayload } from './delivery.ts';
import { deliveries, subscriptions, type TopicDocument } from './state.ts';

/** Subscriptions that one unit serves: Publish's own, and each one that goes on where it stopped. */
const PART = 100;
const FAN_OUT_JOB = 'sns.fanOut';

interface FanOutPayload {
  /** The topic's id. */
  readonly topic: string;
  /** The delivery that holds the message until the last part is ordered. */
  readonly batch: string;
  readonly after: Cursor;
  readonly part: number;
}

/**
 * One job for each subscription that wants the message: those of the first hundred are part of the unit that publishes.
 * What comes after them is found a hundred at a time, however many there are.
 */
export async function orderDeliveries(
  unit: Unit,
  topic: TopicDocument,
  notification: Notification,
  due: Instant,
): Promise<void> {
  const last = await orderPart(unit, topic, { topic: topic.id, notification, due, part: 0 });
  if (last === undefined) return;
  const batch = `${notification.id}/all`;
  unit.view(topic).put(deliveries, batch, { text: JSON.stringify(notification), left: 1 });
  orderFanOut(unit, topic, { topic: topic.id, batch, after: last, part: 1 }, due);
}

interface Part {
  readonly topic: string;
  readonly notification: Notification;
  readonly due: Instant;
  readonly part: number;
  readonly after?: Cursor;
}

async function orderPart(
  unit: Unit,
  { account, region }: Scope,
  { topic, notification, due, part, after }: Part,
): Promise<Cursor | undefined> {
  const scope = { account, region };
  const view = unit.view(scope);
  const { items, last } = await view.list(subscriptions, {
    index: 'topic',
    prefix: `${topic}/`,
    limit: PART,
    ...(after === undefined ? {} : { after }),
  });
  const wanted = items
    .map(({ document }) => document)
    .filter((one) => one.pending === undefined && matchesFilter(one, notification));
  if (wanted.length === 0) return last;
  const batch = `${notification.id}/${part}`;
  view.put(deliveries, batch, { text: JSON.stringify(notification), left: wanted.length });
  for (const { id, protocol } of wanted) {
    const payload: DeliveryPayload = { batch, subscription: id, attempt: 1 };
    unit.order({
      // Of what is due at one time the first is the one of the lower number.
      id: `sns.deliver/${account}/${region}/${notification.sequence ?? ''}/${notification.id}/${id}`,
      kind: protocol === 'sqs' ? TO_QUEUE_JOB : TO_ENDPOINT_JOB,
      scope,
      due,
      payload: JSON.stringify(payload),
    });
  }
  return last;
}

function orderFanOut(unit: Unit, scope: Scope, payload: FanOutPayload, due: Instant): void {
  const { account, region } = scope;
  unit.order({
    id: `sns.fanOut/${account}/${region}/${payload.batch}`,
    kind: FAN_OUT_JOB,
    scope: { account, region },
    due,
    payload: JSON.stringify(payload),
  });
}

export const fanOutJob: UnitJob = {
  kind: FAN_OUT_JOB,
  run: async (text, { unit, scope, now }) => {
    const payload: FanOutPayload = JSON.parse(text);
    const view = unit.view(scope);
    const batch = await view.get(deliveries, payload.batch);
    if (batch === undefined) return;
    const notification = parseNotification(batch.text);
    const { topic, after, part } = payload;
    const last = await orderPart(unit, scope, { topic, notification, due: now, part, after });
    if (last === undefined) view.delete(deliveries, payload.batch);
    else orderFanOut(unit, scope, { ...payload, after: last, part: part + 1 }, now);
  },
};
