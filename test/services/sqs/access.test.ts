import {
  AddPermissionCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  RemovePermissionCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  CreateKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newQueue, send } from './queues.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function advance(ms: number) {
  const engine = server.platform.engine();
  return engine.advanceTo(engine.clock.serviceTime() + ms);
}

test('SendMessage: a user needs permission', async () => {
  const queue = await newQueue(server);
  const QueueUrl = queue.url;
  const nobody = new SQSClient(await newUser(server, queue.account, 'nobody'));
  await expect(
    nobody.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' })),
  ).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${queue.account}:user/nobody is not authorized to perform: sqs:sendmessage on ` +
      `resource: ${queue.arn} because no identity-based policy allows the sqs:sendmessage action`,
  });
  const allow = [{ Effect: 'Allow' as const, Action: 'sqs:SendMessage', Resource: queue.arn }];
  const sender = new SQSClient(await newUser(server, queue.account, 'sender', { allow }));
  await sender.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }));
  await expect(sender.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});

test('AddPermission: another account sends until the permission is removed', async () => {
  const queue = await newQueue(server);
  const { sqs, url: QueueUrl } = queue;
  const account = freshAccount();
  const other = new SQSClient(server.client(account));
  const sending = () => other.send(new SendMessageCommand({ QueueUrl, MessageBody: 'from afar' }));
  await expect(sending()).rejects.toMatchObject({ name: 'AccessDenied' });
  await sqs.send(
    new AddPermissionCommand({
      QueueUrl,
      Label: 'afar',
      AWSAccountIds: [account],
      Actions: ['SendMessage'],
    }),
  );
  await sending();
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['Policy'] }),
  );
  expect(JSON.parse(Attributes?.['Policy'] ?? '')).toEqual({
    Version: '2008-10-17',
    Id: `${queue.arn}/SQSDefaultPolicy`,
    Statement: [
      {
        Sid: 'afar',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'SQS:SendMessage',
        Resource: queue.arn,
      },
    ],
  });
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
  expect(Messages?.map(({ Body }) => Body)).toEqual(['from afar']);
  await sqs.send(new RemovePermissionCommand({ QueueUrl, Label: 'afar' }));
  await expect(sending()).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('SSE-KMS: messages are encrypted by the key, and a disabled one stops both ends', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId ?? '';
  const Attributes = { KmsMasterKeyId: KeyId, KmsDataKeyReusePeriodSeconds: '60' };
  const queue = await newQueue(server, 'sealed', Attributes, account);
  const { sqs, url: QueueUrl } = queue;
  await send(queue, 'secret');
  await kms.send(new DisableKeyCommand({ KeyId }));
  // The data key may be used again for a minute.
  await send(queue, 'secret too');
  await advance(60_000);
  const disabled = {
    name: 'KmsDisabled',
    message: `${KeyMetadata?.Arn} is disabled.`,
  };
  await expect(send(queue, 'refused')).rejects.toMatchObject(disabled);
  await expect(sqs.send(new ReceiveMessageCommand({ QueueUrl }))).rejects.toMatchObject(disabled);
  await kms.send(new EnableKeyCommand({ KeyId }));
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }),
  );
  expect(
    Messages.map(({ Body = '' }) => Body).toSorted((one, other) => one.localeCompare(other)),
  ).toEqual(['secret', 'secret too']);
});

test('SSE-KMS: who sends needs the key as well as the queue', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const key = KeyMetadata?.Arn ?? '';
  const queue = await newQueue(server, 'sealed', { KmsMasterKeyId: key }, account);
  const statement = { Effect: 'Allow' as const, Action: 'sqs:*', Resource: queue.arn };
  const sending = async (name: string, ...actions: string[]) => {
    const allow = [
      statement,
      { Effect: 'Allow' as const, Action: ['kms:DescribeKey', ...actions], Resource: key },
    ];
    const client = new SQSClient(await newUser(server, account, name, { allow }));
    return client.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody: 'x' }));
  };
  await expect(sending('keyless')).rejects.toMatchObject({ name: 'KmsAccessDenied' });
  await expect(sending('maker', 'kms:GenerateDataKey')).rejects.toMatchObject({
    name: 'KmsAccessDenied',
  });
  await sending('sender', 'kms:GenerateDataKey', 'kms:Decrypt');
});
