import {
  LambdaClient,
  ListTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { invoke, newFunction, node } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('tags are kept, shown and taken away, and policies may ask for them', async () => {
  const account = freshAccount();
  const lambda = await newFunction(server, account, 'tagged', {
    ...node('export const handler = async () => 1;'),
    Tags: { team: 'red' },
  });
  const Resource = `arn:aws:lambda:us-east-1:${account}:function:tagged`;
  const user = await newUser(server, account, 'blue', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'lambda:InvokeFunction',
        Resource,
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      },
    ],
  });
  await expect(invoke(new LambdaClient(user), 'tagged')).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  await lambda.send(new TagResourceCommand({ Resource, Tags: { team: 'blue', size: 's' } }));
  expect((await invoke(new LambdaClient(user), 'tagged')).payload).toBe(1);
  await lambda.send(new UntagResourceCommand({ Resource, TagKeys: ['team'] }));
  expect((await lambda.send(new ListTagsCommand({ Resource }))).Tags).toEqual({ size: 's' });
  await expect(
    lambda.send(new ListTagsCommand({ Resource: `${Resource}:1` })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message:
      'Tags on function aliases and versions are not supported. Please specify a function ARN.',
  });
});
