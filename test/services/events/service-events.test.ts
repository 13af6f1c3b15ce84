import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  KMSClient,
  RotateKeyOnDemandCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, type TestServer } from '../../server.ts';
import { importMaterial, materialsOf, newExternalKey } from '../kms/imported-material.ts';
import { newKey } from '../kms/keys.ts';
import { DAY_MS, newRule, quiet, startEventsServer } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

const CALLS = { 'detail-type': ['AWS API Call via CloudTrail'] };

test('KMS: the deletion of a key is told', async () => {
  const key = await newKey(server);
  const queue = await newRule(server, key.account, 'deletions', {
    pattern: { source: ['aws.kms'], 'detail-type': ['KMS CMK Deletion'] },
  });
  const PendingWindowInDays = 7;
  await key.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id, PendingWindowInDays }));
  await quiet(server, 8 * DAY_MS);
  expect(await queue.events()).toMatchObject([
    { source: 'aws.kms', resources: [key.arn], detail: { 'key-id': key.id } },
  ]);
});

test('KMS: rotations are told, automatic ones and those on demand', async () => {
  const key = await newKey(server);
  const queue = await newRule(server, key.account, 'rotations', {
    pattern: { 'detail-type': ['KMS CMK Rotation'] },
  });
  await key.kms.send(new RotateKeyOnDemandCommand({ KeyId: key.id }));
  await quiet(server);
  // Queues keep messages for four days.
  await queue.take();
  await key.kms.send(new EnableKeyRotationCommand({ KeyId: key.id, RotationPeriodInDays: 90 }));
  await quiet(server, 91 * DAY_MS);
  const [first, second, third] = (await materialsOf(key)).map((one) => one.KeyMaterialId);
  const common = { 'key-id': key.id, 'key-origin': 'AWS_KMS' };
  expect((await queue.events()).map(({ detail }) => detail)).toEqual([
    {
      ...common,
      'rotation-type': 'ON_DEMAND',
      'previous-key-material-id': first,
      'current-key-material-id': second,
    },
    {
      ...common,
      'rotation-type': 'AUTOMATIC',
      'previous-key-material-id': second,
      'current-key-material-id': third,
    },
  ]);
});

test('KMS: the expiration of imported material is told', async () => {
  const key = await newExternalKey(server);
  const queue = await newRule(server, key.account, 'expirations', {
    pattern: { 'detail-type': ['KMS Imported Key Material Expiration'] },
  });
  const ValidTo = new Date(server.platform.engine().clock.serviceTime() + DAY_MS);
  const { KeyMaterialId } = await importMaterial(key.kms, key.id, Buffer.alloc(32, 7), { ValidTo });
  await quiet(server, 2 * DAY_MS);
  expect(await queue.events()).toMatchObject([
    { resources: [key.arn], detail: { 'key-id': key.id, 'key-material-id': KeyMaterialId } },
  ]);
});

test('audit records: management calls that write reach rules, those that read and data do not', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const queue = await newRule(server, account, 'calls', {
    pattern: { ...CALLS, source: ['aws.kms'] },
  });
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId;
  await kms.send(new DescribeKeyCommand({ KeyId }));
  await kms.send(new CreateAliasCommand({ AliasName: 'alias/told', TargetKeyId: KeyId }));
  await quiet(server);
  const told = await queue.events();
  expect(told.map(({ detail }) => detail)).toMatchObject([
    { eventName: 'CreateKey', eventSource: 'kms.amazonaws.com', recipientAccountId: account },
    { eventName: 'CreateAlias', requestParameters: { aliasName: 'alias/told' } },
  ]);
  expect(told[0]).toMatchObject({
    'detail-type': 'AWS API Call via CloudTrail',
    source: 'aws.kms',
    account,
    region: 'us-east-1',
    resources: [],
  });
});

test('audit records: calls that read reach the rules that ask for all management events', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const queue = await newRule(server, account, 'reads', {
    pattern: { ...CALLS, detail: { eventName: ['DescribeKey'] } },
    State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS',
  });
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(new DescribeKeyCommand({ KeyId: KeyMetadata?.KeyId }));
  await quiet(server);
  expect((await queue.events()).map(({ detail }) => detail)).toMatchObject([
    { eventName: 'DescribeKey', readOnly: true },
  ]);
});

test('audit records: what a service does by itself reaches rules under its own type', async () => {
  const key = await newKey(server);
  const queue = await newRule(server, key.account, 'own', {
    pattern: { 'detail-type': ['AWS Service Event via CloudTrail'] },
  });
  await key.kms.send(new ScheduleKeyDeletionCommand({ KeyId: key.id, PendingWindowInDays: 7 }));
  await quiet(server, 8 * DAY_MS);
  expect((await queue.events()).map(({ detail }) => detail)).toMatchObject([
    { eventName: 'DeleteKey', eventType: 'AwsServiceEvent' },
  ]);
});
