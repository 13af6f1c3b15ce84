import type { ActContext } from '../../contract/service.ts';
import type { OperationReference } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { parseArn } from '../../core/arn.ts';
import { SECOND_MS } from '../../core/time.ts';
import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { SnsParts } from './operation.ts';

/** What leaves the server, once no unit is open. */
export type Sendable =
  | {
      readonly kind: 'post';
      readonly url: string;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  | {
      readonly kind: 'mail';
      readonly to: string;
      readonly senderName: string;
      readonly subject: string;
      readonly text: string;
    }
  | {
      readonly kind: 'invoke';
      readonly functionArn: string;
      readonly topicArn: string;
      readonly event: string;
    };

/** `again`: another attempt may do; `never`: it will not. */
export type SendOutcome = 'delivered' | 'again' | 'never';

const POST_TIMEOUT_MS = 15 * SECOND_MS;

const INVOKE: OperationReference<
  LambdaOperations['Invoke']['input'],
  LambdaOperations['Invoke']['output']
> = { service: 'lambda', operation: 'Invoke' };

export async function sendOut(
  { send, mailer }: SnsParts,
  sendable: Sendable,
  context: ActContext,
): Promise<SendOutcome> {
  switch (sendable.kind) {
    case 'post': {
      const { url, headers, body } = sendable;
      const limits = { timeoutMs: POST_TIMEOUT_MS, signal: context.signal };
      const outcome = await send({ method: 'POST', url, headers, body }, limits);
      if (outcome.kind !== 'answered') return 'again';
      if (outcome.status >= 200 && outcome.status < 300) return 'delivered';
      return outcome.status >= 500 || outcome.status === 429 ? 'again' : 'never';
    }
    case 'mail': {
      const outcome = await mailer?.(sendable);
      if (outcome === undefined) return mailer === undefined ? 'never' : 'delivered';
      return outcome.isFinal ? 'never' : 'again';
    }
    case 'invoke':
      return invoke(sendable, context);
  }
}

async function invoke(
  { functionArn, topicArn, event }: Extract<Sendable, { kind: 'invoke' }>,
  context: ActContext,
): Promise<SendOutcome> {
  const region = parseArn(functionArn)?.region ?? context.scope.region;
  try {
    await context.call(
      INVOKE,
      { FunctionName: functionArn, InvocationType: 'Event', Payload: Buffer.from(event) },
      { as: { principal: 'sns.amazonaws.com', sourceArn: topicArn }, region },
    );
    return 'delivered';
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const isBusy = error.fault === 'server' || error.code === 'TooManyRequestsException';
    return isBusy ? 'again' : 'never';
  }
}
