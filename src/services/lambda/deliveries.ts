import type { ActingJob } from '../../contract/service.ts';
import type { Collection } from '../../contract/collection.ts';
import type { ActContext } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { queueUrlOf, SEND_MESSAGE } from '../sqs/port.ts';
import { asRole } from './execution-role.ts';
import { invokeFunction, publishMessage, putEvents } from './other-services.ts';

const KIND = 'lambda.deliver';

/** Something that goes to a queue, a topic, a bus or a function, as the function's role. */
export interface DeliveryDocument {
  readonly target: string;
  readonly role: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly body: string;
  /** Of what goes to a bus: `Lambda Function Invocation Result - Success`. */
  readonly detailType: string;
  /** Attributes of the message, all of them text. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** By an id of the order's own. */
export const deliveries: Collection<DeliveryDocument> = {
  name: 'lambda.delivery',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export function orderDelivery(
  unit: Unit,
  { scope, id, now }: { readonly scope: Scope; readonly id: string; readonly now: Instant },
  document: DeliveryDocument,
): void {
  unit.view(scope).put(deliveries, id, document);
  unit.order({ id: `${KIND}/${id}`, kind: KIND, scope, due: now, payload: id });
}

/** What a role may not do, or a target that is gone, is dropped, as on AWS. */
export const deliver: ActingJob<DeliveryDocument, undefined> = {
  kind: KIND,
  prepare: (id, { unit, scope }) => unit.view(scope).get(deliveries, id),
  act: async (document, context) => {
    try {
      await send(document, context);
    } catch (error) {
      if (!(error instanceof ServiceError) || error.fault === 'server') throw error;
    }
    return undefined;
  },
  handle: async (id, { unit, scope }) => {
    unit.view(scope).delete(deliveries, id);
  },
};

async function send(document: DeliveryDocument, { call }: ActContext): Promise<void> {
  const { target, role, functionName, functionArn, body, detailType } = document;
  const arn = parseArn(target);
  if (arn === undefined) return;
  const as = {
    region: arn.region,
    as: asRole(role, functionName),
  };
  const attributes = attributesOf(document);
  switch (arn.service) {
    case 'sqs':
      await call(
        SEND_MESSAGE,
        { QueueUrl: queueUrlOf(target)?.QueueUrl ?? '', MessageBody: body, ...attributes },
        as,
      );
      return;
    case 'sns':
      await call(publishMessage, { TopicArn: target, Message: body, ...attributes }, as);
      return;
    case 'events':
      await call(
        putEvents,
        {
          Entries: [
            {
              Source: 'lambda',
              DetailType: detailType,
              Detail: body,
              Resources: [target, functionArn],
              EventBusName: target,
            },
          ],
        },
        as,
      );
      return;
    case 'lambda':
      await call(
        invokeFunction,
        { FunctionName: target, InvocationType: 'Event', Payload: Buffer.from(body) },
        as,
      );
      return;
    default:
      return;
  }
}

function attributesOf({ attributes }: DeliveryDocument) {
  const entries = Object.entries(attributes);
  if (entries.length === 0) return {};
  return {
    MessageAttributes: Object.fromEntries(
      entries.map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
    ),
  };
}
