import { CreateTagsCommand, DescribeTagsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { DecodeAuthorizationMessageCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadModel } from '../../../src/model/load.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

test("ec2: each of the model's 765 operations is built or says why not", () => {
  // The server refuses to start where the lists and the model disagree.
  expect(loadModel('ec2').operations.size).toBe(765);
});

test('DryRun: who is allowed learns so, and nothing is done', async () => {
  const ec2 = new EC2Client(server.client(freshAccount()));
  await expect(ec2.send(new DescribeTagsCommand({ DryRun: true }))).rejects.toMatchObject({
    name: 'DryRunOperation',
    message: 'Request would have succeeded, but DryRun flag is set.',
    $metadata: { httpStatusCode: 412 },
  });
});

test('a denial ends with a message that who may decode it can read', async () => {
  const account = freshAccount();
  const user = new EC2Client(await newUser(server, account, 'ann'));
  const denial = await user.send(new DescribeTagsCommand({})).catch((error: unknown) => error);
  expect(denial).toMatchObject({
    name: 'UnauthorizedOperation',
    $metadata: { httpStatusCode: 403 },
    message: expect.stringMatching(
      new RegExp(
        `^You are not authorized to perform this operation\\. User: arn:aws:iam::${account}:user/ann is not ` +
          'authorized to perform: ec2:DescribeTags because no identity-based policy allows the ' +
          'ec2:DescribeTags action\\. Encoded authorization failure message: \\S+$',
      ),
    ),
  });
  const text = denial instanceof Error ? denial.message : '';
  const EncodedMessage = text.slice(text.lastIndexOf(' ') + 1);
  const sts = new STSClient(server.client(account));
  const { DecodedMessage } = await sts.send(
    new DecodeAuthorizationMessageCommand({ EncodedMessage }),
  );
  expect(JSON.parse(DecodedMessage ?? '')).toMatchObject({
    allowed: false,
    context: { action: 'ec2:DescribeTags', principal: { name: 'ann' } },
  });
});

test('a key that nobody has is refused as EC2 refuses it', async () => {
  const credentials = { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'none' };
  const ec2 = new EC2Client({ ...server.client(freshAccount()), credentials });
  await expect(ec2.send(new DescribeTagsCommand({}))).rejects.toMatchObject({
    name: 'AuthFailure',
    message: 'AWS was not able to validate the provided access credentials',
    $metadata: { httpStatusCode: 401 },
  });
});

test('input that the model does not allow gets codes of EC2', async () => {
  const ec2 = new EC2Client(server.client(freshAccount()));
  const Tags = [{ Key: 'a', Value: 'b' }];
  await expect(
    ec2.send(new CreateTagsCommand({ Resources: undefined, Tags })),
  ).rejects.toMatchObject({
    name: 'MissingParameter',
    message: 'The request must contain the parameter resources',
    $metadata: { httpStatusCode: 400 },
  });
  await expect(
    ec2.send(new CreateTagsCommand({ Resources: ['foo-1'], Tags })),
  ).rejects.toMatchObject({ name: 'InvalidID', message: "The ID 'foo-1' is not valid" });
});
