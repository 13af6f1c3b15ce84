import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A form, as clients sent it before SQS spoke JSON. */
async function call(account: string, fields: Record<string, string>, path = '/') {
  const answer = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-amz-date': '20260101T000000Z',
      authorization: `AWS4-HMAC-SHA256 Credential=${account}/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=00`,
    },
    body: new URLSearchParams({ ...fields, Version: '2012-11-05' }),
  });
  return { status: answer.status, text: await answer.text() };
}

function elementOf(text: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '';
}

test('the query protocol: a message goes through its whole life', async () => {
  const account = freshAccount();
  const made = await call(account, {
    Action: 'CreateQueue',
    QueueName: 'old',
    'Attribute.1.Name': 'VisibilityTimeout',
    'Attribute.1.Value': '40',
    'Tag.1.Key': 'team',
    'Tag.1.Value': 'a',
  });
  expect(made.text).toContain(
    '<CreateQueueResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><CreateQueueResult><QueueUrl>',
  );
  const QueueUrl = elementOf(made.text, 'QueueUrl');
  const shown = await call(
    account,
    { Action: 'GetQueueAttributes', QueueUrl, 'AttributeName.1': 'VisibilityTimeout' },
    `/${account}/old`,
  );
  expect(shown.text).toContain(
    '<Attribute><Name>VisibilityTimeout</Name><Value>40</Value></Attribute>',
  );
  const sent = await call(account, {
    Action: 'SendMessageBatch',
    QueueUrl,
    'SendMessageBatchRequestEntry.1.Id': 'one',
    'SendMessageBatchRequestEntry.1.MessageBody': 'hello & goodbye',
    'SendMessageBatchRequestEntry.1.MessageAttribute.1.Name': 'kind',
    'SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.DataType': 'String',
    'SendMessageBatchRequestEntry.1.MessageAttribute.1.Value.StringValue': 'test',
  });
  expect(sent.text).toContain('<SendMessageBatchResultEntry><Id>one</Id>');
  const got = await call(account, {
    Action: 'ReceiveMessage',
    QueueUrl,
    'AttributeName.1': 'ApproximateReceiveCount',
    'MessageAttributeName.1': 'All',
  });
  expect(got.text).toContain('<Body>hello &amp; goodbye</Body>');
  expect(got.text).toContain(
    '<Attribute><Name>ApproximateReceiveCount</Name><Value>1</Value></Attribute>',
  );
  expect(got.text).toContain(
    '<MessageAttribute><Name>kind</Name><Value><StringValue>test</StringValue><DataType>String</DataType></Value></MessageAttribute>',
  );
  const ReceiptHandle = elementOf(got.text, 'ReceiptHandle');
  const deleted = await call(account, { Action: 'DeleteMessage', QueueUrl, ReceiptHandle });
  expect(deleted.status).toBe(200);
});

test('the query protocol: errors have their legacy codes', async () => {
  const account = freshAccount();
  const QueueUrl = `${server.url}/${account}/missing`;
  const { status, text } = await call(account, { Action: 'PurgeQueue', QueueUrl });
  expect(status).toBe(400);
  expect(text).toContain('<Code>AWS.SimpleQueueService.NonExistentQueue</Code>');
  expect(text).toContain('<Message>The specified queue does not exist.</Message>');
});
