import {
  AddLayerVersionPermissionCommand,
  CreateFunctionCommand,
  GetLayerVersionByArnCommand,
  GetLayerVersionPolicyCommand,
  LambdaClient,
  ListLayersCommand,
  ListLayerVersionsCommand,
  PublishLayerVersionCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { zipOf } from './archives.ts';
import { executionRole, invoke, python } from './functions.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const IMPORTS = python('import shared\ndef handler(event, context):\n  return shared.WORD\n');

function layerOf(word: string) {
  return {
    LayerName: 'shared',
    CompatibleRuntimes: ['python3.11' as const],
    Content: { ZipFile: zipOf({ name: 'python/shared.py', text: `WORD = "${word}"\n` }) },
  };
}

function using(layer: string, Role: string) {
  return new CreateFunctionCommand({
    FunctionName: 'uses',
    Runtime: IMPORTS.Runtime,
    Handler: IMPORTS.Handler,
    Role,
    Code: { ZipFile: zipOf(IMPORTS.file) },
    Layers: [layer],
  });
}

test('a function imports what its layer brings, of the version it names', async () => {
  const account = freshAccount();
  const lambda = new LambdaClient(server.client(account));
  const first = await lambda.send(new PublishLayerVersionCommand(layerOf('one')));
  const second = await lambda.send(new PublishLayerVersionCommand(layerOf('two')));
  expect([first.Version, second.Version]).toEqual([1, 2]);
  const made = await lambda.send(
    using(first.LayerVersionArn ?? '', await executionRole(server, account)),
  );
  expect(made.Layers).toEqual([{ Arn: first.LayerVersionArn, CodeSize: first.Content?.CodeSize }]);
  expect((await invoke(lambda, 'uses')).payload).toBe('one');
  const listed = await lambda.send(new ListLayerVersionsCommand({ LayerName: 'shared' }));
  expect(listed.LayerVersions?.map(({ Version }) => Version)).toEqual([2, 1]);
  const { Layers = [] } = await lambda.send(new ListLayersCommand());
  expect(Layers.map(({ LatestMatchingVersion: newest }) => newest?.Version)).toEqual([2]);
});

test('another account uses a layer by its policy alone', async () => {
  const [owner, other] = [freshAccount(), freshAccount()];
  const [owning, using_] = [owner, other].map((each) => new LambdaClient(server.client(each)));
  if (owning === undefined || using_ === undefined) throw new Error('two clients');
  const { LayerVersionArn: arn = '' } = await owning.send(
    new PublishLayerVersionCommand(layerOf('given')),
  );
  const role = await executionRole(server, other);
  await expect(using_.send(using(arn, role))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${other}:root is not authorized to perform: lambda:GetLayerVersion on resource: ${arn} because no resource-based policy allows the lambda:GetLayerVersion action`,
  });
  await owning.send(
    new AddLayerVersionPermissionCommand({
      LayerName: 'shared',
      VersionNumber: 1,
      StatementId: 'other',
      Action: 'lambda:GetLayerVersion',
      Principal: other,
    }),
  );
  const shown = await owning.send(
    new GetLayerVersionPolicyCommand({ LayerName: 'shared', VersionNumber: 1 }),
  );
  expect(JSON.parse(shown.Policy ?? '').Statement).toEqual([
    {
      Sid: 'other',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${other}:root` },
      Action: 'lambda:GetLayerVersion',
      Resource: arn,
    },
  ]);
  expect((await using_.send(new GetLayerVersionByArnCommand({ Arn: arn }))).Version).toBe(1);
  await using_.send(using(arn, role));
  expect((await invoke(using_, 'uses')).payload).toBe('given');
});
