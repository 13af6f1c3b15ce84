import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogStreamsCommand,
  ListTagsForResourceCommand,
  ListTagsLogGroupCommand,
  TagLogGroupCommand,
  TagResourceCommand,
  UntagLogGroupCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStream } from './groups.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('TagResource: tags by ARN, and by name as it was once done', async () => {
  const { logs, group, arn } = await newStream(server);
  const shown = async () => {
    const { tags } = await logs.send(new ListTagsForResourceCommand({ resourceArn: arn }));
    const old = await logs.send(new ListTagsLogGroupCommand({ logGroupName: group }));
    expect(old.tags).toEqual(tags);
    return tags;
  };
  await logs.send(new TagResourceCommand({ resourceArn: arn, tags: { a: '1', b: '2' } }));
  await logs.send(new TagLogGroupCommand({ logGroupName: group, tags: { c: '3', a: '4' } }));
  expect(await shown()).toEqual({ a: '4', b: '2', c: '3' });
  await logs.send(new UntagResourceCommand({ resourceArn: arn, tagKeys: ['a'] }));
  await logs.send(new UntagLogGroupCommand({ logGroupName: group, tags: ['b'] }));
  expect(await shown()).toEqual({ c: '3' });
});

test('TagResource: refuses reserved keys, and more than fifty', async () => {
  const { logs, arn } = await newStream(server);
  const tag = (tags: Record<string, string>) =>
    logs.send(new TagResourceCommand({ resourceArn: arn, tags }));
  await expect(tag({ 'aws:x': '1' })).rejects.toEqual(
    expect.objectContaining({
      name: 'InvalidParameterException',
      message: 'Tag keys beginning with "aws:" are reserved for system use.',
    }),
  );
  const numbered = (start: number) =>
    Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`k${start + index}`, '']));
  await tag(numbered(0));
  await expect(tag(numbered(26))).rejects.toEqual(
    expect.objectContaining({
      name: 'TooManyTagsException',
      message: 'The resource can have no more than 50 tags.',
    }),
  );
});

test('tags: decide about groups, and those that a request brings about themselves', async () => {
  const own = await newStream(server);
  const { account, logs, group, arn } = own;
  const config = await newUser(server, account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'logs:DescribeLogStreams',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      },
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogGroup', 'logs:TagResource'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestTag/team': 'blue' } },
      },
    ],
  });
  const ann = new CloudWatchLogsClient(config);
  const describe = () => ann.send(new DescribeLogStreamsCommand({ logGroupName: group }));
  await expect(describe()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await logs.send(new TagResourceCommand({ resourceArn: arn, tags: { team: 'blue' } }));
  expect((await describe()).logStreams).toHaveLength(1);
  const create = (logGroupName: string, tags?: Record<string, string>) =>
    ann.send(new CreateLogGroupCommand({ logGroupName, tags }));
  await create('blue', { team: 'blue' });
  await expect(create('red', { team: 'red' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  await expect(create('none')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
