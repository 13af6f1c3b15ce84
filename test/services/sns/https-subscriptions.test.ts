import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CreateTopicCommand,
  ListSubscriptionsByTopicCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type PrivateServer, startServer } from '../../../labs/private-server.ts';
import { advanceClock } from '../../../labs/service-clock.ts';
import { localCertificate } from '../../../src/crypto/server-certificate.ts';
import { policyText } from '../../identities.ts';
import { CONFIRMED, isGenuine, NOTIFIED } from './signed-messages.ts';
import { startWebServer, type WebServer } from './web-server.ts';

const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'holdfast.js');
const TIMEOUT = { timeout: 60_000 };
const WAIT = { timeout: 20_000 };

let folder: string;
let server: PrivateServer;
/** Of the authority that the server is told to trust, and of another. */
let trusted: WebServer;
let stranger: WebServer;

async function secureServer(name: string) {
  const made = await localCertificate(join(folder, name), 'localhost', Date.now());
  const web = await startWebServer({ cert: made.certificate, key: made.key });
  return { web, authorityFile: made.authorityFile };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-sns-'));
  const { web, authorityFile } = await secureServer('trusted');
  trusted = web;
  stranger = (await secureServer('stranger')).web;
  server = await startServer({
    program,
    dataDirectory: join(folder, 'data'),
    flags: ['--dev', '--no-throttling'],
    env: { NODE_EXTRA_CA_CERTS: authorityFile },
  });
}, TIMEOUT.timeout);
afterAll(async () => {
  await server.stop();
  trusted.close();
  stranger.close();
  await rm(folder, { recursive: true, force: true });
});

function config() {
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  return { endpoint: server.url, region: 'us-east-1', credentials, maxAttempts: 1 };
}

async function newTopic(Name: string, Attributes: Record<string, string>) {
  const sns = new SNSClient(config());
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name, Attributes }));
  const subscribe = (Endpoint: string, more: Record<string, string> = {}) =>
    sns.send(new SubscribeCommand({ TopicArn, Protocol: 'https', Endpoint, Attributes: more }));
  return { sns, TopicArn, subscribe };
}

/** The messages of one topic, as they came. */
function heard(web: WebServer, topicArn: string): readonly Record<string, string>[] {
  return web.received
    .map(({ body }): Record<string, string> => JSON.parse(body))
    .filter((body) => body['TopicArn'] === topicArn);
}

test.each(['1', '2'])(
  'https: a server whose authority is trusted is asked, confirms, and gets messages of SignatureVersion %s',
  async (version) => {
    const topic = await newTopic(`news-${version}`, { SignatureVersion: version });
    const { sns, TopicArn } = topic;
    await topic.subscribe(trusted.url);
    await expect.poll(() => heard(trusted, TopicArn).length, WAIT).toBe(1);
    const asked = heard(trusted, TopicArn)[0] ?? {};
    expect(asked).toMatchObject({ Type: 'SubscriptionConfirmation', SignatureVersion: version });
    expect(await isGenuine(asked, CONFIRMED)).toBe(true);
    expect(await isGenuine({ ...asked, Token: 'another' }, CONFIRMED)).toBe(false);
    expect((await fetch(asked['SubscribeURL'] ?? '')).status).toBe(200);
    await sns.send(new PublishCommand({ TopicArn, Subject: 'now', Message: 'over TLS' }));
    await expect.poll(() => heard(trusted, TopicArn).length, WAIT).toBe(2);
    const told = heard(trusted, TopicArn)[1] ?? {};
    expect(told).toMatchObject({ Message: 'over TLS', SignatureVersion: version });
    expect(await isGenuine(told, NOTIFIED)).toBe(true);
    const other = version === '1' ? '2' : '1';
    expect(await isGenuine({ ...told, SignatureVersion: other }, NOTIFIED)).toBe(false);
  },
  TIMEOUT.timeout,
);

test('https: a server of an unknown authority gets not one byte, and its subscription stays pending', async () => {
  const { sns, TopicArn, subscribe } = await newTopic('private', {});
  await subscribe(stranger.url);
  await advanceClock(server.url, 'PT1H');
  expect(stranger.received).toEqual([]);
  const { Subscriptions } = await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }));
  expect(Subscriptions).toMatchObject([{ SubscriptionArn: 'PendingConfirmation' }]);
});

test('https: what a server fails to take goes to the dead letters', async () => {
  const sqs = new SQSClient(config());
  const { sns, TopicArn, subscribe } = await newTopic('failing', {});
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: '*',
    Condition: { ArnEquals: { 'aws:SourceArn': TopicArn } },
  });
  const { QueueUrl } = await sqs.send(
    new CreateQueueCommand({ QueueName: 'dead', Attributes: { Policy } }),
  );
  await subscribe(trusted.url, {
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: TopicArn.replace(':sns:', ':sqs:').replace(/[^:]+$/, 'dead'),
    }),
  });
  await expect.poll(() => heard(trusted, TopicArn).length, WAIT).toBe(1);
  await fetch(heard(trusted, TopicArn)[0]?.['SubscribeURL'] ?? '');
  trusted.answer(500, 500, 500, 500);
  await sns.send(new PublishCommand({ TopicArn, Message: 'lost' }));
  await advanceClock(server.url, 'PT1H');
  expect(heard(trusted, TopicArn)).toHaveLength(5);
  const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(Messages.map(({ Body = '{}' }) => JSON.parse(Body))).toMatchObject([
    { Type: 'Notification', Message: 'lost' },
  ]);
});
