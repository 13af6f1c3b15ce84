import { randomBytes } from 'node:crypto';
import { onTopic, topicOf, type TopicTarget } from './authorization.ts';
import { parseArn } from '../../core/arn.ts';
import { uuid } from '../../core/ids.ts';
import { DAY_MS } from '../../core/time.ts';
import type { Context } from '../../contract/operation.ts';
import { filterScope, requireSubscriptionAttribute } from './subscription-settings.ts';
import { dropSubscription, keepSubscription } from './subscription-store.ts';
import { orderExpiry } from './expiry-job.ts';
import { orderConfirmation } from './confirmation-order.ts';
import { invalidParameter, subscriptionLimitExceeded, unbuilt } from './errors.ts';
import type { SnsOperation, SnsParts } from './operation.ts';
import { subscriptionArn } from './resources.ts';
import { endpointKey, endpoints, type SubscriptionDocument, subscriptions } from './state.ts';

const FIFO_SUBSCRIPTIONS_MAX = 100;
/** As long as AWS keeps what is not confirmed. */
const PENDING_MS = 3 * DAY_MS;
const ENDPOINT_CHARACTERS_MAX = 2_048;

type Input = Parameters<SnsOperation<'Subscribe'>['handle']>[0];

export function createSubscribe({ mailer }: SnsParts): SnsOperation<'Subscribe'> {
  return {
    name: 'Subscribe',
    access: 'write',
    authorize: (input, context) =>
      onTopic(
        'SNS:Subscribe',
        input.TopicArn,
        context,
        new Map([
          ['sns:protocol', [input.Protocol]],
          ['sns:endpoint', [input.Endpoint ?? '']],
        ]),
      ),
    handle: async (input, context) => {
      const target = await topicOf(context, input.TopicArn);
      const { Protocol: protocol, Endpoint: endpoint = '', Attributes: attributes = {} } = input;
      if (protocol.startsWith('email') && mailer === undefined) {
        throw unbuilt(
          'Subscribe',
          `the protocol ${protocol} while no mail server is known: start with --smtp`,
        );
      }
      requireEndpoint(protocol, endpoint, target);
      requireAttributes(attributes, protocol, target);
      const { view, topic } = target;
      const key = endpointKey(topic.id, protocol, endpoint);
      const held = await view.get(endpoints, key);
      const known = held === undefined ? undefined : await view.get(subscriptions, held.id);
      if (known !== undefined && known.pending === undefined) {
        const isSame = Object.entries(attributes).every(
          ([name, value]) => known.attributes[name] === value,
        );
        if (!isSame) {
          throw invalidParameter(
            'Attributes Reason: Subscription already exists with different attributes',
          );
        }
        return { SubscriptionArn: subscriptionArn(known) };
      }
      await requireRoom(target);
      const made = await newSubscription(context, target, input, known?.id);
      if (known !== undefined) dropSubscription(context.unit, topic, known);
      keepSubscription(context.unit, topic, made);
      const arn = subscriptionArn(made);
      if (made.pending === undefined) return { SubscriptionArn: arn };
      orderConfirmation(context.unit, topic, made, context.call.now);
      orderExpiry(context.unit, topic, made);
      const isAsked = input.ReturnSubscriptionArn === true;
      return { SubscriptionArn: isAsked ? arn : 'pending confirmation' };
    },
  };
}

function requireAttributes(
  attributes: Readonly<Record<string, string>>,
  protocol: string,
  { topic: { region } }: TopicTarget,
): void {
  const scope = filterScope(attributes);
  for (const [name, value] of Object.entries(attributes)) {
    requireSubscriptionAttribute(name, value, { protocol, region, scope });
  }
}

async function newSubscription(
  context: Context,
  { topic, arn }: TopicTarget,
  { Protocol: protocol, Endpoint: endpoint = '', Attributes: attributes = {} }: Input,
  id: string | undefined,
): Promise<SubscriptionDocument> {
  const { account } = context.call.scope;
  const made = await context.once(uuid);
  const token = await context.once(() => randomBytes(64).toString('hex'));
  // Who owns a queue or a function needs not be asked whether it may be used.
  const isOwn = parseArn(endpoint)?.account === account;
  const isConfirmed = isOwn && (protocol === 'sqs' || protocol === 'lambda');
  const until = context.call.now + PENDING_MS;
  return {
    id: id ?? made,
    topic: topic.id,
    topicArn: arn,
    owner: account,
    protocol,
    endpoint,
    attributes,
    wasAuthenticated: isConfirmed,
    isGuarded: isConfirmed,
    ...(isConfirmed ? {} : { pending: { token, until } }),
  };
}

async function requireRoom({ topic, view }: TopicTarget): Promise<void> {
  if (!topic.isFifo) return;
  const { items } = await view.list(subscriptions, {
    index: 'topic',
    prefix: `${topic.id}/`,
    limit: FIFO_SUBSCRIPTIONS_MAX,
  });
  if (items.length >= FIFO_SUBSCRIPTIONS_MAX) throw subscriptionLimitExceeded();
}

function requireEndpoint(protocol: string, endpoint: string, { topic }: TopicTarget): void {
  const check = PROTOCOLS.get(protocol);
  if (UNBUILT.has(protocol)) throw unbuilt('Subscribe', `the protocol ${protocol}`);
  if (check === undefined) {
    throw invalidParameter(`Amazon SNS does not support this protocol string: ${protocol}`);
  }
  if (topic.isFifo && protocol !== 'sqs' && protocol !== 'lambda') {
    throw invalidParameter(
      'Invalid protocol type: ' + `${protocol} is not supported for FIFO topics`,
    );
  }
  const fault = endpoint.length > ENDPOINT_CHARACTERS_MAX ? 'Endpoint' : check(endpoint);
  if (fault !== undefined) throw invalidParameter(fault);
  if (protocol === 'sqs' && endpoint.endsWith('.fifo') && !topic.isFifo) {
    throw invalidParameter(
      'Invalid parameter: Endpoint Reason: FIFO SQS Queues can not be subscribed to standard SNS topics',
    );
  }
}

const UNBUILT: ReadonlySet<string> = new Set(['sms', 'application', 'firehose']);

type Check = (endpoint: string) => string | undefined;

const PROTOCOLS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['sqs', arnOf('sqs', 'SQS endpoint ARN')],
  ['lambda', arnOf('lambda', 'Lambda endpoint ARN')],
  ['http', urlOf('http')],
  ['https', urlOf('https')],
  ['email', address],
  ['email-json', address],
]);

function arnOf(service: string, what: string): Check {
  return (endpoint) => (parseArn(endpoint)?.service === service ? undefined : what);
}

function urlOf(protocol: string): Check {
  return (endpoint) => {
    const isFit = endpoint.startsWith(`${protocol}://`) && URL.canParse(endpoint);
    return isFit ? undefined : 'Endpoint must match the specified protocol';
  };
}

function address(endpoint: string): string | undefined {
  return /^[^\s@<>,;:"()[\]\\]{1,64}@[\w.-]{1,255}$/.test(endpoint) ? undefined : 'Email address';
}
