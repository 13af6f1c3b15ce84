import { CreateTopicCommand, PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('a record of Publish tells the topic, and nothing of what was published', async () => {
  const sns = new SNSClient(server.client(freshAccount()));
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name: 'news' }));
  const MessageAttributes = { kind: { DataType: 'String', StringValue: 'unsaid-attribute' } };
  const said = { Message: 'unsaid-message', Subject: 'unsaid-subject', MessageAttributes };
  await sns.send(new PublishCommand({ TopicArn, ...said }));
  const records = await server.platform.engine().trail.read(0, 1_000);
  const published = records.filter(({ text }) => text.includes('"eventName":"Publish"'));
  expect(published).toHaveLength(1);
  expect(published[0]?.text).toContain(TopicArn);
  expect(records.filter(({ text }) => text.includes('unsaid'))).toEqual([]);
});
