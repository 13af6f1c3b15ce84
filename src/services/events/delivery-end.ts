import type { JobContext } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { retryOf } from '../../core/retry.ts';
import { queueUrlOf, SEND_MESSAGE } from '../sqs/port.ts';
import { orderDelivery } from './deliveries.ts';
import type { Failure } from './failures.ts';
import { type DeliveryDocument, deliveries } from './state.ts';

/** What became of a try: it has arrived, is tried again, or goes to the dead-letter queue. */
export async function settle(
  context: JobContext,
  id: string,
  delivery: DeliveryDocument,
  failure: Failure | undefined,
): Promise<void> {
  const { unit, scope, now } = context;
  const view = unit.view(scope);
  if (failure === undefined) {
    view.delete(deliveries, id);
    return;
  }
  const attempts = delivery.attempts + 1;
  if (!failure.isPassing) {
    await giveUp(context, id, delivery, { failure, retries: delivery.attempts });
    return;
  }
  const { target, ingested: since } = delivery;
  const { waitMs } = failure;
  const retry = retryOf(target.RetryPolicy, { id: context.id, attempts, since, now, waitMs });
  if (retry.kind === 'again') {
    view.put(deliveries, id, { ...delivery, attempts });
    orderDelivery(unit, scope, { id, target, due: retry.due });
    return;
  }
  const { condition } = retry;
  await giveUp(context, id, delivery, { failure, retries: delivery.attempts, condition });
}

interface End {
  readonly failure: Failure;
  readonly retries: number;
  /** The limit that ended the tries. */
  readonly condition?: string;
}

/** Without a dead-letter queue, or where it can't be reached, the event is dropped. */
async function giveUp(
  context: JobContext,
  id: string,
  { target, rule, event }: DeliveryDocument,
  { failure, retries, condition }: End,
): Promise<void> {
  const queue = queueUrlOf(target.DeadLetterConfig?.Arn ?? '');
  if (queue !== undefined) {
    const attributes = {
      RULE_ARN: rule.arn,
      TARGET_ARN: target.Arn,
      ERROR_CODE: failure.code,
      ERROR_MESSAGE: failure.message,
      RETRY_ATTEMPTS: String(retries),
      ...(condition === undefined ? {} : { EXHAUSTED_RETRY_CONDITION: condition }),
    };
    await sent(
      context.callService(
        SEND_MESSAGE,
        {
          QueueUrl: queue.QueueUrl,
          MessageBody: event,
          MessageAttributes: textAttributes(attributes),
        },
        { as: { principal: 'events.amazonaws.com', sourceArn: rule.arn } },
      ),
    );
  }
  context.unit.view(context.scope).delete(deliveries, id);
}

/** SQS takes no empty text as an attribute. */
function textAttributes(texts: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(texts)
      .filter(([, text]) => text !== '')
      .map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  );
}

async function sent(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}
