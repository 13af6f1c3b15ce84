import {
  CreateAliasCommand,
  DeleteFunctionCommand,
  GetAliasCommand,
  ListAliasesCommand,
  ListVersionsByFunctionCommand,
  PublishVersionCommand,
  UpdateAliasCommand,
  UpdateFunctionCodeCommand,
  UpdateFunctionConfigurationCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { zipOf } from './archives.ts';
import { invoke, newFunction, node } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const says = (word: string) => `export const handler = async () => "${word}" + process.env.MARK;`;
const code = (word: string) => zipOf({ name: 'index.mjs', text: says(word) });
const Variables = { MARK: '!' };

test('PublishVersion: a version keeps its code and its variables while the function goes on', async () => {
  const lambda = await newFunction(server, freshAccount(), 'goes', {
    ...node(says('one')),
    Environment: { Variables },
  });
  const FunctionName = 'goes';
  const first = await lambda.send(new PublishVersionCommand({ FunctionName, Description: 'v' }));
  expect(first).toMatchObject({ Version: '1', Description: 'v' });
  const again = await lambda.send(new PublishVersionCommand({ FunctionName }));
  expect(again.Version).toBe('1');
  await lambda.send(new UpdateFunctionCodeCommand({ FunctionName, ZipFile: code('two') }));
  await lambda.send(
    new UpdateFunctionConfigurationCommand({
      FunctionName,
      Environment: { Variables: { MARK: '?' } },
    }),
  );
  expect((await invoke(lambda, 'goes')).payload).toBe('two?');
  const old = await invoke(lambda, 'goes', {}, { Qualifier: '1' });
  expect(old.payload).toBe('one!');
  expect(old.answer.ExecutedVersion).toBe('1');
  const second = await lambda.send(new PublishVersionCommand({ FunctionName }));
  expect(second.Version).toBe('2');
  const { Versions = [] } = await lambda.send(new ListVersionsByFunctionCommand({ FunctionName }));
  expect(Versions.map(({ Version }) => Version)).toEqual(['$LATEST', '1', '2']);
  await expect(
    lambda.send(new PublishVersionCommand({ FunctionName, RevisionId: 'old' })),
  ).rejects.toMatchObject({
    name: 'PreconditionFailedException',
    message:
      'The RevisionId provided does not match the latest RevisionId. Call the GetFunction/GetAlias API to retrieve the latest RevisionId for your resource.',
    $metadata: { httpStatusCode: 412 },
  });
});

test('CreateAlias: leads to its version, and gives a second one its share', async () => {
  const lambda = await newFunction(server, freshAccount(), 'split', {
    ...node(says('one')),
    Environment: { Variables },
  });
  const FunctionName = 'split';
  await lambda.send(new PublishVersionCommand({ FunctionName }));
  await lambda.send(
    new UpdateFunctionCodeCommand({ FunctionName, ZipFile: code('two'), Publish: true }),
  );
  const Name = 'live';
  const made = await lambda.send(
    new CreateAliasCommand({ FunctionName, Name, FunctionVersion: '1' }),
  );
  expect(made.AliasArn).toMatch(/function:split:live$/);
  expect((await invoke(lambda, 'split:live')).payload).toBe('one!');
  await lambda.send(
    new UpdateAliasCommand({
      FunctionName,
      Name,
      RoutingConfig: { AdditionalVersionWeights: { 2: 1 } },
    }),
  );
  const routed = await invoke(lambda, 'split', {}, { Qualifier: Name });
  expect(routed.payload).toBe('two!');
  expect(routed.answer.ExecutedVersion).toBe('2');
  const shown = await lambda.send(new GetAliasCommand({ FunctionName, Name }));
  expect(shown.RoutingConfig?.AdditionalVersionWeights).toEqual({ 2: 1 });
  const listed = await lambda.send(new ListAliasesCommand({ FunctionName, FunctionVersion: '2' }));
  expect(listed.Aliases?.map((alias) => alias.Name)).toEqual(['live']);
  await expect(
    lambda.send(new DeleteFunctionCommand({ FunctionName, Qualifier: '2' })),
  ).rejects.toMatchObject({
    name: 'ResourceConflictException',
    message: 'Unable to delete version because the following aliases reference it: [live]',
  });
  await expect(
    lambda.send(new CreateAliasCommand({ FunctionName, Name: 'x', FunctionVersion: '9' })),
  ).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
});
