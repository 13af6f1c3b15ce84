import type { ActingJob } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import { SECOND_MS } from '../../core/time.ts';
import {
  CONFIRM_ENDPOINT_JOB,
  type ConfirmationPayload,
  orderConfirmation,
} from './confirmation-order.ts';
import { HTTP_RETRIES, MAIL_RETRIES, retryDelay } from './domain/retries.ts';
import { confirmationEnvelope } from './envelope.ts';
import { confirmationMail } from './mails.ts';
import type { SnsParts } from './operation.ts';
import { confirmationPost } from './posts.ts';
import { sealingOf } from './sealing.ts';
import { type Sendable, sendOut, type SendOutcome } from './sendable.ts';
import { subscriptions } from './state.ts';

/** Asks a web server or a mailbox whether it wants a topic's messages. */
export function createEndpointConfirmation(
  parts: SnsParts,
): ActingJob<{ readonly sendable: Sendable }, SendOutcome> {
  return {
    kind: CONFIRM_ENDPOINT_JOB,
    prepare: async (text, context) => {
      const { unit, scope, now } = context;
      const payload: ConfirmationPayload = JSON.parse(text);
      const subscription = await unit.view(scope).get(subscriptions, payload.subscription);
      if (subscription?.pending === undefined) return undefined;
      const sealing = await sealingOf(parts, context, subscription);
      const id = await unit.once(uuid);
      const envelope = confirmationEnvelope(subscription, { id, sent: now }, sealing);
      const isPost = subscription.protocol.startsWith('http');
      return {
        sendable: (isPost ? confirmationPost : confirmationMail)(subscription, envelope),
      };
    },
    act: ({ sendable }, context) => sendOut(parts, sendable, context),
    handle: async (text, { unit, scope, now }, outcome) => {
      if (outcome !== 'again') return;
      const payload: ConfirmationPayload = JSON.parse(text);
      const subscription = await unit.view(scope).get(subscriptions, payload.subscription);
      if (subscription?.pending === undefined) return;
      const policy = subscription.protocol.startsWith('http') ? HTTP_RETRIES : MAIL_RETRIES;
      const delay = retryDelay(policy, payload.attempt);
      if (delay === undefined) return;
      const due = now + delay * SECOND_MS;
      orderConfirmation(unit, scope, subscription, due, payload.attempt + 1);
    },
  };
}
