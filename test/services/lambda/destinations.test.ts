import {
  GetFunctionEventInvokeConfigCommand,
  PutFunctionEventInvokeConfigCommand,
} from '@aws-sdk/client-lambda';
import { ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newQueue, type Queue } from '../sqs/queues.ts';
import { executionRole, invoke, newFunction, python } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const PICKS = python(`
def handler(event, context):
  if event["fail"]:
    raise ValueError("no good")
  return {"done": True}
`);
const SENDS = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' } as const;

async function advance(seconds: number): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + seconds * 1_000);
}

/** The messages of a queue, once there is one. */
async function received({ sqs, url }: Queue) {
  const found: { body: unknown; attributes: Record<string, string | undefined> }[] = [];
  await expect
    .poll(
      async () => {
        const { Messages = [] } = await sqs.send(
          new ReceiveMessageCommand({ QueueUrl: url, MessageAttributeNames: ['All'] }),
        );
        for (const { Body = '', MessageAttributes = {} } of Messages) {
          const attributes = Object.fromEntries(
            Object.entries(MessageAttributes).map(([name, value]) => [name, value.StringValue]),
          );
          found.push({ body: JSON.parse(Body), attributes });
        }
        return found.length;
      },
      { timeout: 20_000 },
    )
    .toBeGreaterThan(0);
  return found;
}

test('the record of an event goes to the destination of its outcome', async () => {
  const account = freshAccount();
  const [good, bad] = [
    await newQueue(server, 'good', {}, account),
    await newQueue(server, 'bad', {}, account),
  ];
  const Role = await executionRole(server, account, 'sends', SENDS);
  const lambda = await newFunction(server, account, 'picks', { ...PICKS, Role });
  const FunctionName = 'picks';
  await lambda.send(
    new PutFunctionEventInvokeConfigCommand({
      FunctionName,
      MaximumRetryAttempts: 1,
      DestinationConfig: {
        OnSuccess: { Destination: good.arn },
        OnFailure: { Destination: bad.arn },
      },
    }),
  );
  const shown = await lambda.send(new GetFunctionEventInvokeConfigCommand({ FunctionName }));
  expect(shown).toMatchObject({
    FunctionArn: `arn:aws:lambda:us-east-1:${account}:function:picks:$LATEST`,
    MaximumRetryAttempts: 1,
    DestinationConfig: { OnSuccess: { Destination: good.arn } },
  });
  const event = { InvocationType: 'Event' } as const;
  const succeeded = await invoke(lambda, FunctionName, { fail: false }, event);
  expect((await received(good)).map(({ body }) => body)).toMatchObject([
    {
      version: '1.0',
      requestContext: {
        requestId: succeeded.answer.$metadata.requestId,
        functionArn: `arn:aws:lambda:us-east-1:${account}:function:picks:$LATEST`,
        condition: 'Success',
        approximateInvokeCount: 1,
      },
      requestPayload: { fail: false },
      responseContext: { statusCode: 200, executedVersion: '$LATEST' },
      responsePayload: { done: true },
    },
  ]);
  const failed = await invoke(lambda, FunctionName, { fail: true }, event);
  await advance(61);
  expect((await received(bad)).map(({ body }) => body)).toMatchObject([
    {
      requestContext: {
        requestId: failed.answer.$metadata.requestId,
        condition: 'RetriesExhausted',
        approximateInvokeCount: 2,
      },
      requestPayload: { fail: true },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      responsePayload: { errorMessage: 'no good', errorType: 'ValueError' },
    },
  ]);
});

test('a dead-letter queue gets the event itself, with what went wrong', async () => {
  const account = freshAccount();
  const letters = await newQueue(server, 'letters', {}, account);
  const Role = await executionRole(server, account, 'sends', SENDS);
  const lambda = await newFunction(server, account, 'picks', {
    ...PICKS,
    Role,
    DeadLetterConfig: { TargetArn: letters.arn },
  });
  const { answer } = await invoke(lambda, 'picks', { fail: true }, { InvocationType: 'Event' });
  await advance(300);
  expect(await received(letters)).toEqual([
    {
      body: { fail: true },
      attributes: {
        RequestID: answer.$metadata.requestId,
        ErrorCode: '200',
        ErrorMessage: 'no good',
      },
    },
  ]);
});
