import {
  ConfirmSubscriptionCommand,
  CreateTopicCommand,
  GetSubscriptionAttributesCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newQueue } from '../sqs/queues.ts';
import { CONFIRMED, isGenuine, NOTIFIED } from './signed-messages.ts';
import { allow } from './topics.ts';
import { startWebServer, type WebServer } from './web-server.ts';

let server: TestServer;
let web: WebServer;
beforeAll(async () => {
  server = await startServer();
});
beforeEach(async () => {
  web = await startWebServer();
});
afterEach(() => web.close());
afterAll(() => server.close());

function advance(ms: number) {
  const engine = server.platform.engine();
  return engine.advanceTo(engine.clock.serviceTime() + ms);
}

function at(position: number): Record<string, string> {
  return JSON.parse(web.received[position]?.body ?? '{}');
}

async function subscribed(
  account = freshAccount(),
  more: Record<string, string> = {},
  topic: Record<string, string> = {},
) {
  const sns = new SNSClient(server.client(account));
  const made = await sns.send(new CreateTopicCommand({ Name: 'news', Attributes: topic }));
  const { TopicArn = '' } = made;
  const { SubscriptionArn = '' } = await sns.send(
    new SubscribeCommand({
      TopicArn,
      Protocol: 'http',
      Endpoint: web.url,
      Attributes: more,
      ReturnSubscriptionArn: true,
    }),
  );
  await advance(0);
  return { sns, TopicArn, SubscriptionArn };
}

test('Subscribe: a web server is asked first, and confirms by visiting the address it was sent', async () => {
  const { sns, TopicArn, SubscriptionArn } = await subscribed();
  await sns.send(new PublishCommand({ TopicArn, Message: 'too early' }));
  await advance(0);
  expect(web.received).toHaveLength(1);
  const asked = at(0);
  expect(web.received[0]?.headers).toMatchObject({
    'x-amz-sns-message-type': 'SubscriptionConfirmation',
    'x-amz-sns-topic-arn': TopicArn,
    'content-type': 'text/plain; charset=UTF-8',
    'user-agent': 'Amazon Simple Notification Service Agent',
  });
  expect(asked['Type']).toBe('SubscriptionConfirmation');
  expect(await isGenuine(asked, CONFIRMED)).toBe(true);
  const pending = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(pending.Subscriptions?.map((one) => one.SubscriptionArn)).toEqual(['PendingConfirmation']);
  const answer = await (await fetch(asked['SubscribeURL'] ?? '')).text();
  expect(answer).toContain(`<SubscriptionArn>${SubscriptionArn}</SubscriptionArn>`);
  await sns.send(new PublishCommand({ TopicArn, Subject: 'now', Message: 'in time' }));
  await advance(0);
  expect(at(1)).toMatchObject({ Type: 'Notification', Message: 'in time', SignatureVersion: '1' });
  expect(await isGenuine(at(1), NOTIFIED)).toBe(true);
  expect(await isGenuine({ ...at(1), Message: 'changed' }, NOTIFIED)).toBe(false);
  const { Attributes } = await sns.send(new GetSubscriptionAttributesCommand({ SubscriptionArn }));
  expect(Attributes).toMatchObject({
    PendingConfirmation: 'false',
    ConfirmationWasAuthenticated: 'false',
  });
  // Whoever has the address may end it.
  expect((await fetch(at(1)['UnsubscribeURL'] ?? '')).status).toBe(200);
  await sns.send(new PublishCommand({ TopicArn, Message: 'too late' }));
  await advance(0);
  expect(web.received).toHaveLength(2);
});

test('ConfirmSubscription: only the token that was sent confirms, and a signed one may guard', async () => {
  const { sns, TopicArn, SubscriptionArn } = await subscribed(
    freshAccount(),
    { RawMessageDelivery: 'true' },
    { SignatureVersion: '2' },
  );
  expect(at(0)['SignatureVersion']).toBe('2');
  expect(await isGenuine(at(0), CONFIRMED)).toBe(true);
  await expect(
    sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token: 'a'.repeat(128) })),
  ).rejects.toThrow('Invalid parameter: Token');
  await sns.send(
    new ConfirmSubscriptionCommand({
      TopicArn,
      Token: at(0)['Token'],
      AuthenticateOnUnsubscribe: 'true',
    }),
  );
  const leave = `${server.url}/?Action=Unsubscribe&SubscriptionArn=${SubscriptionArn}&Version=2010-03-31`;
  expect((await fetch(leave)).status).toBe(403);
  await sns.send(new PublishCommand({ TopicArn, Message: 'raw' }));
  await advance(0);
  expect(web.received[1]).toMatchObject({
    body: 'raw',
    headers: { 'x-amz-sns-rawdelivery': 'true', 'x-amz-sns-subscription-arn': SubscriptionArn },
  });
});

test('Publish: what a web server fails to take is tried again as its policy says, then goes to the dead letters', async () => {
  const account = freshAccount();
  const dead = await newQueue(server, 'dead', {}, account);
  const { sns, TopicArn } = await subscribed(account, {
    RawMessageDelivery: 'true',
    RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.arn }),
    DeliveryPolicy: JSON.stringify({
      healthyRetryPolicy: { minDelayTarget: 5, maxDelayTarget: 5, numRetries: 2 },
    }),
  });
  await allow(dead, TopicArn);
  await fetch(at(0)['SubscribeURL'] ?? '');
  web.answer(503, 200);
  await sns.send(new PublishCommand({ TopicArn, Message: 'second try' }));
  await advance(0);
  expect(web.received).toHaveLength(2);
  await advance(6_000);
  expect(web.received.map(({ body }) => body).slice(1)).toEqual(['second try', 'second try']);
  web.answer(500, 500, 500);
  await sns.send(new PublishCommand({ TopicArn, Message: 'lost' }));
  await advance(20_000);
  expect(web.received).toHaveLength(6);
  web.answer(404);
  await sns.send(new PublishCommand({ TopicArn, Message: 'refused' }));
  await advance(20_000);
  expect(web.received).toHaveLength(7);
  const { Messages = [] } = await dead.sqs.send(
    new ReceiveMessageCommand({ QueueUrl: dead.url, MaxNumberOfMessages: 10 }),
  );
  expect(
    Messages.map(({ Body = '' }) => Body).toSorted((one, other) => one.localeCompare(other)),
  ).toEqual(['lost', 'refused']);
});

test('Subscribe: what nobody confirms is gone after three days', async () => {
  const { sns, TopicArn } = await subscribed();
  const listing = new ListSubscriptionsByTopicCommand({ TopicArn });
  await advance(2 * 86_400_000);
  expect((await sns.send(listing)).Subscriptions).toHaveLength(1);
  await advance(86_400_000);
  expect((await sns.send(listing)).Subscriptions ?? []).toEqual([]);
  await expect(
    sns.send(new ConfirmSubscriptionCommand({ TopicArn, Token: at(0)['Token'] })),
  ).rejects.toThrow('Invalid parameter: Token');
});
