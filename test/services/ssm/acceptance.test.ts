import {
  DeleteParameterCommand,
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  GetParametersByPathCommand,
  GetParametersCommand,
  LabelParameterVersionCommand,
  paginateGetParametersByPath,
  PutParameterCommand,
  type PutParameterCommandInput,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { eventCatcher, eventsOf } from './emitted-events.ts';
import { newStore, type Store } from './store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [eventCatcher] });
});
afterAll(() => server.close());

function put({ ssm }: Store, Name: string, more: Partial<PutParameterCommandInput> = {}) {
  return ssm.send(new PutParameterCommand({ Name, Value: 'v', Type: 'String', ...more }));
}

const HIERARCHY =
  'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can ' +
  'consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, ' +
  'numbers and the following 3 symbols .-_';
const STANDARD_TOO_LONG =
  'Standard tier parameters support a maximum parameter value of 4096 characters. To create a ' +
  'larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more ' +
  'information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html';
const DOWNGRADE =
  "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the " +
  'advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the ' +
  'advanced parameter and recreate it as a standard parameter. Be aware that standard parameters ' +
  'have a value limit of 4096 characters.';

test('check 1: a parameter is made once', async () => {
  const store = newStore(server);
  expect(await put(store, '/a/b')).toMatchObject({ Version: 1, Tier: 'Standard' });
  await expect(put(store, '/a/b')).rejects.toMatchObject({
    name: 'ParameterAlreadyExists',
    message:
      'The parameter already exists. To overwrite this value, set the overwrite option in the ' +
      'request to true.',
  });
});

test('check 2: an unknown parameter is not found, without a message', async () => {
  const { ssm } = newStore(server);
  const error = await ssm.send(new GetParameterCommand({ Name: 'nobody' })).catch((e) => e);
  expect(error).toMatchObject({ name: 'ParameterNotFound', $metadata: { httpStatusCode: 400 } });
  expect(['', 'UnknownError', 'ParameterNotFound']).toContain(error.message);
});

test('check 3: values are as long as their tier lets them be', async () => {
  const store = newStore(server);
  const long = (length: number) => ({ Value: 'x'.repeat(length) });
  expect(await put(store, 'fits', long(4_096))).toMatchObject({ Tier: 'Standard' });
  await expect(put(store, 'long', long(4_097))).rejects.toMatchObject({
    name: 'ValidationException',
    message: STANDARD_TOO_LONG,
  });
  const smart = { Tier: 'Intelligent-Tiering' } as const;
  expect(await put(store, 'long', { ...long(4_097), ...smart })).toMatchObject({
    Tier: 'Advanced',
  });
  await expect(put(store, 'longer', { ...long(8_193), Tier: 'Advanced' })).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Advanced-tier parameters support a maximum parameter value of 8192 characters.',
  });
});

test('check 4: no way leads back from the advanced tier', async () => {
  const store = newStore(server);
  await put(store, 'p', { Tier: 'Advanced' });
  const again = { Overwrite: true, Value: 'w' };
  await expect(put(store, 'p', { ...again, Tier: 'Standard' })).rejects.toMatchObject({
    name: 'ValidationException',
    message: DOWNGRADE,
  });
  const smart = { ...again, Tier: 'Intelligent-Tiering' } as const;
  expect(await put(store, 'p', smart)).toMatchObject({ Tier: 'Advanced', Version: 2 });
  expect(await put(store, 'p', again)).toMatchObject({ Tier: 'Advanced', Version: 3 });
});

test('check 5: names', async () => {
  const store = newStore(server);
  const path = (levels: number) => Array.from({ length: levels }, (_, i) => `/l${i}`).join('');
  await put(store, path(15));
  const reserved = 'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).';
  const refused = [
    [path(16), 'HierarchyLevelLimitExceededException', expect.stringContaining('15 levels')],
    ['ssmX', 'ValidationException', reserved],
    ['AWSx', 'ValidationException', reserved],
    ['/SSM/x', 'ValidationException', HIERARCHY],
    ['/a//b', 'ValidationException', HIERARCHY],
    ['a b', 'ValidationException', HIERARCHY],
    ['/a/b/', 'ValidationException', 'Parameter name must not end with slash.'],
    ['a/b', 'ValidationException', 'Parameter name must be a fully qualified name.'],
    ['/aws/x', 'AccessDeniedException', 'No access to reserved parameter name: /aws/x.'],
    [store.arn('x'), 'ValidationException', 'Parameter name must be a fully qualified name.'],
    ['x'.repeat(1_000), 'AccessDeniedException', expect.stringContaining(store.arn('xxx'))],
  ] as const;
  let tried = 0;
  for (const [Name, name, message] of refused) {
    await expect(put(store, Name), Name).rejects.toMatchObject({ name, message });
    tried += 1;
  }
  expect(tried).toBe(11);
  // With and without its slash a name is one, and spaces around it are nothing.
  await put(store, ' /Test1 ');
  await expect(put(store, 'Test1')).rejects.toMatchObject({ name: 'ParameterAlreadyExists' });
  const { Parameter } = await store.ssm.send(new GetParameterCommand({ Name: 'Test1' }));
  expect(Parameter).toMatchObject({ Name: '/Test1', ARN: store.arn('Test1') });
});

test('check 6: a value nests no other parameter, and is not empty', async () => {
  const store = newStore(server);
  await expect(put(store, 'p', { Value: 'a {{ssm:x}}' })).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Parameter value can\'t nest another parameter. Do not use "{{}}" in the value.',
  });
  await expect(put(store, 'p', { Value: '' })).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member must " +
      'have length greater than or equal to 1.',
  });
  await expect(put(store, 'p', { Value: 'x'.repeat(32_769) })).rejects.toMatchObject({
    message:
      "1 validation error detected: Value at 'value' failed to satisfy constraint: Member must " +
      'have length less than or equal to 32768',
  });
});

test('check 7: a value has the form that its pattern allows', async () => {
  const store = newStore(server);
  const AllowedPattern = String.raw`^\d+$`;
  await expect(put(store, 'p', { Value: 'abc', AllowedPattern })).rejects.toMatchObject({
    name: 'ParameterPatternMismatchException',
    message: String.raw`Parameter value, cannot be validated against allowedPattern: ^\d+$`,
  });
  await put(store, 'p', { Value: '42', AllowedPattern });
  // The pattern stays until another is given.
  await expect(put(store, 'p', { Value: 'abc', Overwrite: true })).rejects.toMatchObject({
    name: 'ParameterPatternMismatchException',
  });
  await expect(put(store, 'q', { AllowedPattern: '(' })).rejects.toMatchObject({
    name: 'InvalidAllowedPatternException',
  });
  // What sends others round in circles is judged in linear time.
  await expect(
    put(store, 'r', { Value: `${'a'.repeat(4_000)}!`, AllowedPattern: '(a+)+' }),
  ).rejects.toMatchObject({ name: 'ParameterPatternMismatchException' });
});

test('check 8: a hundred versions stay, and a label holds the oldest', async () => {
  const store = newStore(server);
  await put(store, '/v/p', { Value: '1' });
  for (let version = 2; version <= 101; version += 1) {
    await put(store, '/v/p', { Value: String(version), Overwrite: true });
  }
  const first = await store.ssm.send(new GetParameterHistoryCommand({ Name: '/v/p' }));
  const { NextToken } = first;
  const rest = await store.ssm.send(new GetParameterHistoryCommand({ Name: '/v/p', NextToken }));
  const all = [...(first.Parameters ?? []), ...(rest.Parameters ?? [])];
  expect(all.map(({ Version }) => Version)).toEqual(Array.from({ length: 100 }, (_, i) => i + 2));
  expect(all.at(0)).toMatchObject({ Value: '2', Labels: [], Tier: 'Standard', Type: 'String' });
  expect(rest.NextToken).toBeUndefined();
  await expect(store.ssm.send(new GetParameterCommand({ Name: '/v/p:1' }))).rejects.toMatchObject({
    name: 'ParameterVersionNotFound',
    message: 'Systems Manager could not find version 1 of /v/p. Verify the version and try again.',
  });
  const label = { Name: '/v/p', ParameterVersion: 2, Labels: ['keep'] };
  await store.ssm.send(new LabelParameterVersionCommand(label));
  await expect(put(store, '/v/p', { Overwrite: true })).rejects.toMatchObject({
    name: 'ParameterMaxVersionLimitExceeded',
    message:
      'You attempted to create a new version of /v/p by calling the PutParameter API with the ' +
      "overwrite flag. Version 2, the oldest version, can't be deleted because it has a label " +
      'associated with it. Move the label to another version of the parameter, and try again.',
  });
});

test('check 9: labels', async () => {
  const store = newStore(server);
  await put(store, 'p', { Value: 'one' });
  await put(store, 'p', { Value: 'two', Overwrite: true });
  const label = (Labels: string[], ParameterVersion?: number) =>
    store.ssm.send(
      new LabelParameterVersionCommand({
        Name: 'p',
        Labels,
        ...(ParameterVersion === undefined ? {} : { ParameterVersion }),
      }),
    );
  const ten = Array.from({ length: 10 }, (_, i) => `l${i}`);
  expect(await label(ten)).toMatchObject({ InvalidLabels: [], ParameterVersion: 2 });
  await expect(label(['l10', 'l11'], 2)).rejects.toMatchObject({
    name: 'ParameterVersionLabelLimitExceeded',
    message:
      'A parameter version can have maximum 10 labels. Move one or more labels to another version ' +
      'and try again.',
  });
  await expect(store.ssm.send(new GetParameterCommand({ Name: 'p:l10' }))).rejects.toMatchObject({
    name: 'ParameterVersionNotFound',
  });
  expect(await label(['1x', 'awsome', 'ssm-x', 'a b'], 1)).toMatchObject({
    InvalidLabels: ['1x', 'awsome', 'ssm-x', 'a b'],
  });
  // A label that is attached elsewhere moves.
  await label(['l0'], 1);
  const byLabel = await store.ssm.send(new GetParameterCommand({ Name: 'p:l0' }));
  expect(byLabel.Parameter).toMatchObject({ Value: 'one', Version: 1, Selector: ':l0', Name: 'p' });
  const byNumber = await store.ssm.send(new GetParameterCommand({ Name: 'p:2' }));
  expect(byNumber.Parameter).toMatchObject({ Value: 'two', Selector: ':2' });
  const { Parameters } = await store.ssm.send(new GetParameterHistoryCommand({ Name: 'p' }));
  expect(Parameters?.map(({ Labels }) => Labels)).toEqual([['l0'], ten.slice(1)]);
  await expect(label(['x'], 9)).rejects.toMatchObject({
    name: 'ParameterVersionNotFound',
    message: 'Systems Manager could not find version 9 of p. Verify the version and try again.',
  });
});

test('check 10: GetParametersByPath', async () => {
  const store = newStore(server);
  for (let i = 0; i < 12; i += 1) await put(store, `/a/p${String(i).padStart(2, '0')}`);
  await put(store, '/a/deep/er', { Value: 'x,y', Type: 'StringList' });
  await put(store, '/ab/other');
  const names = async (Path: string, Recursive?: boolean) => {
    const found: (string | undefined)[] = [];
    const pages = paginateGetParametersByPath(
      { client: store.ssm },
      { Path, ...(Recursive === undefined ? {} : { Recursive }) },
    );
    for await (const page of pages) {
      expect(page.Parameters?.length).toBeLessThanOrEqual(10);
      found.push(...(page.Parameters ?? []).map(({ Name }) => Name));
    }
    return found;
  };
  expect(await names('/a')).toHaveLength(12);
  expect(await names('/a/')).toHaveLength(12);
  expect(await names('/a', true)).toHaveLength(13);
  expect(await names('/', true)).toHaveLength(14);
  expect(await names('/')).toEqual([]);
  const ask = (more: object) =>
    store.ssm.send(new GetParametersByPathCommand({ Path: '/a', Recursive: true, ...more }));
  await expect(ask({ MaxResults: 11 })).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      "1 validation error detected: Value '11' at 'maxResults' failed to satisfy constraint: " +
      'Member must have value less than or equal to 10',
  });
  await expect(ask({ ParameterFilters: [{ Key: 'Tier', Values: ['x'] }] })).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      'The following filter key is not valid: Tier. Valid filter keys include: [Type, KeyId].',
  });
  const lists = await ask({ ParameterFilters: [{ Key: 'Type', Values: ['StringList'] }] });
  expect(lists.Parameters).toMatchObject([{ Name: '/a/deep/er', Value: 'x,y' }]);
  await put(store, '/a/p00', { Overwrite: true, Value: 'newer' });
  await store.ssm.send(
    new LabelParameterVersionCommand({ Name: '/a/p00', ParameterVersion: 1, Labels: ['prod'] }),
  );
  const labelled = await ask({ ParameterFilters: [{ Key: 'Label', Values: ['prod'] }] });
  expect(labelled.Parameters).toMatchObject([{ Name: '/a/p00', Version: 1, Selector: ':prod' }]);
  const { NextToken } = await ask({});
  await expect(ask({ NextToken, Recursive: false })).rejects.toMatchObject({
    name: 'InvalidNextToken',
  });
  await expect(store.ssm.send(new GetParametersByPathCommand({ Path: 'a' }))).rejects.toMatchObject(
    {
      name: 'ValidationException',
      message: expect.stringMatching(/^The parameter doesn't meet .* Valid example: .*path0_\.$/),
    },
  );
});

test('check 11: GetParameters answers in order, and names what is missing', async () => {
  const store = newStore(server);
  await put(store, 'b');
  await put(store, 'a');
  const answer = await store.ssm.send(
    new GetParametersCommand({ Names: ['b', 'nobody', 'a', 'a:7'] }),
  );
  expect(answer.Parameters?.map(({ Name }) => Name)).toEqual(['a', 'b']);
  expect(answer.InvalidParameters?.toSorted()).toEqual(['a:7', 'nobody']);
  const Names = Array.from({ length: 11 }, (_, i) => `n${i}`);
  await expect(store.ssm.send(new GetParametersCommand({ Names }))).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringMatching(
      /^1 validation error detected: Value '\[n0, .*\]' at 'names' failed to satisfy constraint: Member must have length less than or equal to 10/,
    ),
  });
});

test('check 17: an event for each change', async () => {
  const store = newStore(server);
  await put(store, '/e/p', { Description: 'Sample Parameter' });
  await put(store, '/e/p', { Overwrite: true });
  await store.ssm.send(new LabelParameterVersionCommand({ Name: '/e/p', Labels: ['l'] }));
  await store.ssm.send(new DeleteParameterCommand({ Name: '/e/p' }));
  await expect.poll(() => eventsOf(store.account).length).toBe(4);
  expect(eventsOf(store.account)).toMatchObject(
    ['Create', 'Update', 'LabelParameterVersion', 'Delete'].map((operation) => ({
      source: 'aws.ssm',
      'detail-type': 'Parameter Store Change',
      account: store.account,
      region: 'us-east-1',
      resources: [store.arn('e/p')],
      detail: { operation, name: '/e/p', type: 'String', description: 'Sample Parameter' },
    })),
  );
});

test('check 20: an image that can be described becomes a parameter', async () => {
  const store = newStore(server);
  const name = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';
  const found = await store.ssm.send(new GetParameterCommand({ Name: name }));
  const Value = found.Parameter?.Value ?? '';
  expect(found.Parameter).toMatchObject({
    Value: expect.stringMatching(/^ami-[0-9a-f]{17}$/),
    ARN: `arn:aws:ssm:us-east-1::parameter${name}`,
  });
  const below = await store.ssm.send(
    new GetParametersByPathCommand({ Path: '/aws/service/ami-amazon-linux-latest' }),
  );
  expect(below.Parameters?.map(({ Name }) => Name)).toContain(name);
  await put(store, '/golden', { DataType: 'aws:ec2:image', Value });
  const { Parameter } = await store.ssm.send(new GetParameterCommand({ Name: '/golden' }));
  expect(Parameter).toMatchObject({ Value, DataType: 'aws:ec2:image', Version: 1 });
  await expect
    .poll(() => eventsOf(store.account))
    .toMatchObject([
      { source: 'aws.ssm', detail: { operation: 'Create', name: '/golden', type: 'String' } },
    ]);
});

test('check 20: an image that nobody can describe becomes no parameter', async () => {
  const store = newStore(server);
  const image = { DataType: 'aws:ec2:image', Value: 'ami-12345678' };
  expect(await put(store, '/image', image)).toMatchObject({ Version: 1 });
  await expect
    .poll(() => eventsOf(store.account))
    .toMatchObject([
      {
        source: 'aws.ssm',
        detail: {
          exception: 'Unable to Describe Resource',
          dataType: 'aws:ec2:image',
          name: '/image',
          type: 'String',
          operation: 'Create',
        },
      },
    ]);
  await expect(store.ssm.send(new GetParameterCommand({ Name: '/image' }))).rejects.toMatchObject({
    name: 'ParameterNotFound',
  });
  await expect(put(store, '/image', { ...image, Type: 'StringList' })).rejects.toMatchObject({
    message:
      'The aws:ec2:image data type is not supported for the following input type: StringList',
  });
  await expect(put(store, '/image', { ...image, Value: 'nope' })).rejects.toMatchObject({
    name: 'ValidationException',
  });
  await expect(put(store, '/image', { DataType: 'Text' })).rejects.toMatchObject({
    message: 'The following data type is not supported: Text. (Data type names are all lowercase.)',
  });
  const described = await store.ssm.send(new DescribeParametersCommand({}));
  expect(described.Parameters).toEqual([]);
});
