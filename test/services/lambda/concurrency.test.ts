import {
  DeleteFunctionConcurrencyCommand,
  GetAccountSettingsCommand,
  GetFunctionConcurrencyCommand,
  PutFunctionConcurrencyCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { invoke, newFunction, python } from './functions.ts';
import { listen } from './listener.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('PutFunctionConcurrency: no more run at a time than are reserved', async () => {
  const listener = await listen();
  const account = freshAccount();
  const FunctionName = 'alone';
  const lambda = await newFunction(server, account, FunctionName, {
    ...python(`
import time, urllib.request
def handler(event, context):
  if event.get("wait"):
    urllib.request.urlopen("${listener.url}", b"running")
    time.sleep(3)
  return 1
`),
    Timeout: 20,
  });
  const ReservedConcurrentExecutions = 1;
  await lambda.send(
    new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions }),
  );
  const slow = invoke(lambda, FunctionName, { wait: true });
  await expect.poll(() => listener.heard.length, { timeout: 20_000 }).toBe(1);
  await expect(invoke(lambda, FunctionName)).rejects.toMatchObject({
    name: 'TooManyRequestsException',
    message: 'Rate Exceeded.',
    Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded',
    $metadata: { httpStatusCode: 429 },
  });
  expect((await slow).payload).toBe(1);
  expect((await invoke(lambda, FunctionName)).payload).toBe(1);
  const shown = await lambda.send(new GetFunctionConcurrencyCommand({ FunctionName }));
  expect(shown.ReservedConcurrentExecutions).toBe(1);
  const { AccountLimit, AccountUsage } = await lambda.send(new GetAccountSettingsCommand());
  expect(AccountLimit).toMatchObject({
    ConcurrentExecutions: 1_000,
    UnreservedConcurrentExecutions: 999,
  });
  expect(AccountUsage?.FunctionCount).toBe(1);
  await lambda.send(new DeleteFunctionConcurrencyCommand({ FunctionName }));
  const after = await lambda.send(new GetAccountSettingsCommand());
  expect(after.AccountLimit?.UnreservedConcurrentExecutions).toBe(1_000);
  await expect(
    lambda.send(
      new PutFunctionConcurrencyCommand({ FunctionName, ReservedConcurrentExecutions: 901 }),
    ),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message:
      "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].",
  });
  listener.close();
});
