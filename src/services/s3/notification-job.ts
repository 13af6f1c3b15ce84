import type { CallOptions, OperationReference } from '../../contract/operation.ts';
import type { ActContext, ActingJob } from '../../contract/service.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { invokeFunction, publishTo, sendTo } from './notification-calls.ts';
import { NOTIFY, type NotificationPayload } from './object-events.ts';

const PRINCIPAL = 's3.amazonaws.com';
const ATTEMPTS_MAX = 8;
const FIRST_DELAY_MS = MINUTE_MS;

type Acted = 'delivered' | 'refused';

/** Tells one target of one event, as S3 for the bucket. A target that refuses is asked again, for two hours. */
export const notify: ActingJob<NotificationPayload, Acted> = {
  kind: NOTIFY,
  prepare: async (text) => payloadIn(text),
  act: async (payload, context) => {
    try {
      await deliver(payload, context);
      return 'delivered';
    } catch (error) {
      if (error instanceof ServiceError) return 'refused';
      throw error;
    }
  },
  handle: async (text, { unit, scope, id, now }, acted) => {
    if (acted === 'delivered') return;
    const payload = payloadIn(text);
    const attempts = payload.attempts + 1;
    if (attempts >= ATTEMPTS_MAX) return;
    const due = now + FIRST_DELAY_MS * 2 ** payload.attempts;
    unit.order({ id, kind: NOTIFY, scope, due, payload: JSON.stringify({ ...payload, attempts }) });
  },
};

async function deliver(
  { target, text, bucketArn }: NotificationPayload,
  context: ActContext,
): Promise<void> {
  const { account } = context.scope;
  const options: CallOptions = {
    as: { principal: PRINCIPAL, sourceArn: bucketArn, account },
    region: parseArn(target.arn)?.region ?? context.scope.region,
  };
  const call = async <I extends object, O>(made: {
    readonly reference: OperationReference<I, O>;
    readonly input: I;
  }) => {
    await context.call(made.reference, made.input, options);
  };
  switch (target.kind) {
    case 'topic':
      return call(publishTo(target.arn, text));
    case 'queue':
      return call(sendTo(target.arn, text));
    case 'function':
      return call(invokeFunction(target.arn, text));
  }
}

function payloadIn(json: string): NotificationPayload {
  const value: JsonValue = JSON.parse(json);
  const target = isJsonObject(value) ? value['target'] : undefined;
  if (!isJsonObject(value) || !isJsonObject(target)) throw new Error('not a notification');
  const { text, bucketArn, attempts } = value;
  const { id, kind, arn } = target;
  if (
    typeof text !== 'string' ||
    typeof bucketArn !== 'string' ||
    typeof attempts !== 'number' ||
    typeof id !== 'string' ||
    typeof arn !== 'string' ||
    (kind !== 'topic' && kind !== 'queue' && kind !== 'function')
  ) {
    throw new Error('not a notification');
  }
  return { target: { id, kind, arn }, text, bucketArn, attempts };
}
