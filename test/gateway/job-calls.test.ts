import { PutRolePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import { KMSClient, ListAliasesCommand } from '@aws-sdk/client-kms';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { errandService, outcomes, sendErrand } from '../errands.ts';
import { policyText } from '../identities.ts';
import { newRole } from '../roles.ts';
import { startServer, type TestServer } from '../server.ts';
import { bytes, newKey } from '../services/kms/keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [errandService] });
});
afterAll(() => server.close());
beforeEach(() => void outcomes.splice(0));

for (const by of ['job', 'act'] as const) {
  test(`${by}: a service's own call is decided by the resource's policy alone`, async () => {
    const key = await newKey(server);
    const input = { KeyId: key.arn, Plaintext: bytes('x') };
    await sendErrand(server.client(key.account), { by, operation: 'Encrypt', input, options: {} });
    await expect.poll(() => outcomes).toEqual(['AccessDeniedException']);
  });

  test(`${by}: as a role, what the role may do`, async () => {
    const key = await newKey(server);
    const config = server.client(key.account);
    const arn = await newRole(server, key.account, 'worker', { Service: 'firehose.amazonaws.com' });
    const PolicyDocument = policyText({ Effect: 'Allow', Action: 'kms:*', Resource: '*' });
    const named = { RoleName: 'worker', PolicyName: 'own' };
    await new IAMClient(config).send(new PutRolePolicyCommand({ ...named, PolicyDocument }));
    const as = { principal: 'firehose.amazonaws.com', role: { arn, sessionName: 'errand' } };
    const input = { KeyId: key.arn, Plaintext: bytes('x') };
    await sendErrand(config, { by, operation: 'Encrypt', input, options: { as } });
    await expect.poll(() => outcomes).toMatchObject([{ KeyId: key.arn }]);
  });
}

test('job: a call that fails takes back what it wrote itself, and nothing else of the unit', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const arn = await newRole(server, key.account, 'maker', { Service: 'firehose.amazonaws.com' });
  const PolicyDocument = policyText({ Effect: 'Allow', Action: 'kms:*', Resource: '*' });
  const named = { RoleName: 'maker', PolicyName: 'own' };
  await new IAMClient(config).send(new PutRolePolicyCommand({ ...named, PolicyDocument }));
  const options = {
    as: { principal: 'firehose.amazonaws.com', role: { arn, sessionName: 'errand' } },
  };
  const name = (AliasName: string) => ({ AliasName, TargetKeyId: key.id });
  const errand = { operation: 'CreateAlias', options };
  await sendErrand(config, {
    ...errand,
    by: 'job',
    input: name('alias/first'),
    next: {
      ...errand,
      input: name('alias/first'),
      next: { ...errand, input: name('alias/second') },
    },
  });
  await expect.poll(() => outcomes).toEqual([{}, 'AlreadyExistsException', {}]);
  const { Aliases = [] } = await new KMSClient(config).send(
    new ListAliasesCommand({ KeyId: key.id }),
  );
  expect(Aliases.map(({ AliasName }) => AliasName)).toEqual(['alias/first', 'alias/second']);
});

test('act: an operation of three steps is called as a client would', async () => {
  const key = await newKey(server);
  const config = server.client(key.account);
  const arn = await newRole(server, key.account, 'writer', { Service: 'firehose.amazonaws.com' });
  const PolicyDocument = policyText({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
  const named = { RoleName: 'writer', PolicyName: 'own' };
  await new IAMClient(config).send(new PutRolePolicyCommand({ ...named, PolicyDocument }));
  const Bucket = `errands-${key.account}`;
  await new S3Client({ ...config, forcePathStyle: true }).send(new CreateBucketCommand({ Bucket }));
  const as = { principal: 'firehose.amazonaws.com', role: { arn, sessionName: 'errand' } };
  const errand = { service: 's3', operation: 'PutObject', input: { Bucket, Key: 'empty' } };
  await sendErrand(config, { by: 'act', ...errand, options: { as } });
  await expect.poll(() => outcomes).toMatchObject([{ ETag: '"d41d8cd98f00b204e9800998ecf8427e"' }]);
});
