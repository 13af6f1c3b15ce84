import type { CallOptions } from '../../contract/operation.ts';
import type { JobContext, UnitJob } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { queueUrlOf, SEND_MESSAGE } from '../sqs/port.ts';
import { inputOf } from './domain/target-input.ts';
import { targetKind } from './domain/target-kind.ts';
import { DELIVER } from './deliveries.ts';
import { type Failure, failureOf, lasting } from './failures.ts';
import { forwardTo } from './bus-delivery.ts';
import { putLogEvent } from './log-delivery.ts';
import { settle } from './delivery-end.ts';
import { textIn } from './job-payload.ts';
import { type DeliveryDocument, deliveries } from './state.ts';
import { PUBLISH } from './target-calls.ts';

export const SERVICE = 'events.amazonaws.com';

/** Delivers within the job's own unit, so that what has arrived is not sent again. */
export const deliver: UnitJob = {
  kind: DELIVER,
  run: async (payload: string, context: JobContext) => {
    const id = textIn(payload, 'delivery');
    const delivery = await context.unit.view(context.scope).get(deliveries, id);
    if (delivery === undefined) return;
    await settle(context, id, delivery, await failureOfSending(context, id, delivery));
  },
};

async function failureOfSending(
  context: JobContext,
  id: string,
  delivery: DeliveryDocument,
): Promise<Failure | undefined> {
  try {
    return await send(context, id, delivery);
  } catch (error) {
    if (error instanceof ServiceError) return failureOf(error);
    throw error;
  }
}

/** As the service, for the rule; or as the target's role. */
export function actingFor({ rule, target }: DeliveryDocument, id: string): CallOptions {
  const { RoleArn } = target;
  const as = { principal: SERVICE, sourceArn: rule.arn };
  if (RoleArn === undefined) return { as };
  return { as: { ...as, role: { arn: RoleArn, sessionName: sessionName(id) } } };
}

/** As sessions may be named: at most 64 letters and digits. */
function sessionName(id: string): string {
  return id.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}

async function send(
  context: JobContext,
  id: string,
  delivery: DeliveryDocument,
): Promise<Failure | undefined> {
  const { target, rule, event, ingested } = delivery;
  const to = targetKind(target.Arn);
  if (to === undefined || to.kind === 'unbuilt') return nowhere(target.Arn);
  const options = { ...actingFor(delivery, id), region: to.scope.region };
  const text = inputOf(target, { event, ruleArn: rule.arn, ruleName: rule.name, ingested });
  switch (to.kind) {
    case 'queue': {
      const group = target.SqsParameters?.MessageGroupId;
      const message = {
        QueueUrl: queueUrlOf(target.Arn)?.QueueUrl ?? '',
        MessageBody: text,
        ...(group === undefined ? {} : { MessageGroupId: group }),
        ...(to.name.endsWith('.fifo') ? { MessageDeduplicationId: deduplicationId(id) } : {}),
      };
      await context.callService(SEND_MESSAGE, message, options);
      return undefined;
    }
    case 'topic':
      await context.callService(PUBLISH, { TopicArn: target.Arn, Message: text }, options);
      return undefined;
    case 'logGroup':
      await putLogEvent(context, delivery, { group: to.name, text, options });
      return undefined;
    case 'bus':
      return forwardTo(context, delivery, { bus: to, options });
    default:
      return nowhere(target.Arn);
  }
}

function nowhere(arn: string): Failure {
  return lasting('NO_RESOURCE', `Nothing can be delivered to ${arn}.`);
}

/** The same when a delivery is repeated. */
function deduplicationId(id: string): string {
  return id.replace(/[^\w-]/g, '-').slice(-128);
}
