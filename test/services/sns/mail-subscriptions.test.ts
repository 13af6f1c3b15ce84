import {
  CreateTopicCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain, startMailServer } from '../../mail-server.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let mail: Awaited<ReturnType<typeof startMailServer>>;
let server: TestServer;
beforeAll(async () => {
  mail = await startMailServer();
  const url = `smtp://127.0.0.1:${mail.port}`;
  server = await startServer({ mail: { url, from: 'sender@holdfast.test' } });
});
afterAll(async () => {
  await server.close();
  mail.server.close();
});

test('Subscribe: a mailbox is asked by mail, and gets messages once its owner has confirmed', async () => {
  const engine = server.platform.engine();
  const quiet = () => engine.advanceTo(engine.clock.serviceTime());
  const sns = new SNSClient(server.client(freshAccount()));
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
  const { SubscriptionArn } = await sns.send(
    new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'reader@holdfast.test' }),
  );
  expect(SubscriptionArn).toBe('pending confirmation');
  await quiet();
  const asked = plain(mail.mails[0] ?? '');
  expect(asked).toContain('Subject: AWS Notification - Subscription Confirmation');
  expect(asked).toContain('To: reader@holdfast.test');
  expect(asked).toContain('AWS Notifications <sender@holdfast.test>');
  const [address = ''] = /http:\S*ConfirmSubscription\S*/.exec(asked) ?? [];
  expect((await fetch(address)).status).toBe(200);
  await sns.send(new PublishCommand({ TopicArn, Subject: 'Read me', Message: 'The news.' }));
  await quiet();
  const told = plain(mail.mails[1] ?? '');
  expect(told).toContain('Subject: Read me');
  expect(told).toContain('\nThe news.\n');
  expect(told).toMatch(/unsubscribe:\nhttp:\S*Action=Unsubscribe/);
});

test('Subscribe: without a mail server a mailbox is refused', async () => {
  const other = await startServer();
  try {
    const sns = new SNSClient(other.client(freshAccount()));
    const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
    const subscribing = sns.send(
      new SubscribeCommand({ TopicArn, Protocol: 'email', Endpoint: 'reader@holdfast.test' }),
    );
    await expect(subscribing).rejects.toThrow(
      'sns:Subscribe is not implemented for the protocol email while no mail server is known: start with --smtp',
    );
  } finally {
    await other.close();
  }
});
