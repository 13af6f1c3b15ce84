import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('GetCallerIdentity: tells the root of a fresh account who it is', async () => {
  const account = freshAccount();
  const sts = new STSClient(server.client(account));
  const identity = await sts.send(new GetCallerIdentityCommand({}));
  expect(identity.Account).toBe(account);
  expect(identity.Arn).toBe(`arn:aws:iam::${account}:root`);
  expect(identity.UserId).toBe(account);
});

test('an unknown access key: is refused with AWS text, dev mode or not', async () => {
  const sts = new STSClient({
    ...server.client('ignored'),
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'x' },
  });
  await expect(sts.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
    name: 'InvalidClientTokenId',
    message: 'The security token included in the request is invalid.',
    $metadata: { httpStatusCode: 403 },
  });
});
