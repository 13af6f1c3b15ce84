import {
  AddTagsToResourceCommand,
  DescribeParametersCommand,
  type DescribeParametersCommandInput,
  ListTagsForResourceCommand,
  type ParameterStringFilter,
  paginateDescribeParameters,
  PutParameterCommand,
  type PutParameterCommandInput,
  UnlabelParameterVersionCommand,
  LabelParameterVersionCommand,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newStore, type Store } from './store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function put({ ssm }: Store, Name: string, more: Partial<PutParameterCommandInput> = {}) {
  return ssm.send(new PutParameterCommand({ Name, Value: 'v', Type: 'String', ...more }));
}

async function named({ ssm }: Store, input: DescribeParametersCommandInput) {
  const names: (string | undefined)[] = [];
  for await (const page of paginateDescribeParameters({ client: ssm }, input)) {
    names.push(...(page.Parameters ?? []).map(({ Name }) => Name));
  }
  return names;
}

test('DescribeParameters: every filter, alone and together', async () => {
  const store = newStore(server);
  await put(store, '/app/db/host', { Tags: [{ Key: 'team', Value: 'blue' }] });
  await put(store, '/app/db/password', { Type: 'SecureString' });
  await put(store, '/app/hosts', { Type: 'StringList', Value: 'a,b' });
  await put(store, 'plain', { Tier: 'Advanced' });
  const filter = (Key: string, Values?: string[], Option?: string): ParameterStringFilter => ({
    Key,
    ...(Values === undefined ? {} : { Values }),
    ...(Option === undefined ? {} : { Option }),
  });
  const all = ['/app/db/host', '/app/db/password', '/app/hosts', 'plain'];
  const cases: readonly (readonly [ParameterStringFilter[], readonly string[]])[] = [
    [[], all],
    [[filter('Name', ['/app/hosts'])], ['/app/hosts']],
    [[filter('Name', ['plain', '/app/hosts'])], ['/app/hosts', 'plain']],
    [[filter('Name', ['/app/db'], 'BeginsWith')], all.slice(0, 2)],
    [[filter('Name', ['host'], 'Contains')], ['/app/db/host', '/app/hosts']],
    [[filter('Type', ['SecureString', 'StringList'])], ['/app/db/password', '/app/hosts']],
    [[filter('KeyId', ['alias/aws/ssm'])], ['/app/db/password']],
    [[filter('Path', ['/app'])], ['/app/hosts']],
    [[filter('Path', ['/app'], 'Recursive')], all.slice(0, 3)],
    [[filter('Path', ['/'], 'OneLevel')], ['plain']],
    [[filter('Tier', ['Advanced'])], ['plain']],
    [[filter('DataType', ['text'])], all],
    [[filter('tag:team', ['blue'])], ['/app/db/host']],
    [[filter('tag:team')], ['/app/db/host']],
    [[filter('tag:team', ['red'])], []],
    [[filter('Path', ['/app'], 'Recursive'), filter('Type', ['String'])], ['/app/db/host']],
  ];
  let ran = 0;
  for (const [ParameterFilters, expected] of cases) {
    expect(await named(store, { ParameterFilters }), JSON.stringify(ParameterFilters)).toEqual(
      expected,
    );
    ran += 1;
  }
  expect(ran).toBe(16);
  expect(await named(store, { MaxResults: 1 })).toEqual(all);
  expect(await named(store, { Filters: [{ Key: 'Type', Values: ['StringList'] }] })).toEqual([
    '/app/hosts',
  ]);
});

test('DescribeParameters: filters that are wrong', async () => {
  const { ssm } = newStore(server);
  const reserved =
    'Filters for common parameters can\'t be prefixed with "aws" or "ssm" (case-insensitive). When ' +
    'using global parameters, please specify within a global namespace.';
  const refused = [
    [
      [{ Key: 'Label', Values: ['x'] }],
      'ValidationException',
      'The following filter key is not valid: Label. Valid filter keys include: [Path, Name, Type, KeyId, Tier].',
    ],
    [
      [{ Key: 'Type', Option: 'X', Values: ['String'] }],
      'ValidationException',
      'The following filter option is not valid: X. Valid options include: [BeginsWith, Equals].',
    ],
    [
      [{ Key: 'Path', Option: 'Equals', Values: ['/a'] }],
      'ValidationException',
      'The following filter option is not valid: Equals. Valid options include: [Recursive, OneLevel].',
    ],
    [
      [
        { Key: 'Name', Values: ['a'] },
        { Key: 'Name', Values: ['b'] },
      ],
      'ValidationException',
      'The following filter is duplicated in the request: Name. A request can contain only one occurrence of a specific filter.',
    ],
    [[{ Key: 'Name', Values: ['ssmx'] }], 'ValidationException', reserved],
    [[{ Key: 'Path', Values: ['/aws/x'] }], 'ValidationException', reserved],
    [
      [{ Key: 'Type', Values: ['Text'] }],
      'InvalidFilterValue',
      'The following filter value is not valid: Text. Valid values include: [String, StringList, SecureString].',
    ],
    [
      [{ Key: 'Name' }],
      'InvalidFilterValue',
      'The following filter values are missing : null for filter key Name.',
    ],
  ] as const;
  let ran = 0;
  for (const [filters, name, message] of refused) {
    const ParameterFilters = filters.map((filter) => ({
      ...filter,
      ...('Values' in filter ? { Values: [...filter.Values] } : { Values: undefined }),
    }));
    const asked = ssm.send(new DescribeParametersCommand({ ParameterFilters }));
    await expect(asked, message).rejects.toMatchObject({ name, message });
    ran += 1;
  }
  expect(ran).toBe(8);
  await expect(
    ssm.send(
      new DescribeParametersCommand({
        Filters: [{ Key: 'Name', Values: ['a'] }],
        ParameterFilters: [{ Key: 'Name', Values: ['a'] }],
      }),
    ),
  ).rejects.toMatchObject({
    message: 'You can use either Filters or ParameterFilters in a single request.',
  });
});

test('tags: laid over each other, and of parameters alone', async () => {
  const store = newStore(server);
  const { ssm } = store;
  await put(store, '/t', { Tags: [{ Key: 'a', Value: '1' }] });
  const tagged = { ResourceType: 'Parameter', ResourceId: '/t' } as const;
  const Tags = [
    { Key: 'a', Value: '2' },
    { Key: 'b', Value: '' },
  ];
  await ssm.send(new AddTagsToResourceCommand({ ...tagged, Tags }));
  expect((await ssm.send(new ListTagsForResourceCommand(tagged))).TagList).toEqual(Tags);
  const many = Array.from({ length: 49 }, (_, i) => ({ Key: `k${i}`, Value: 'v' }));
  await expect(
    ssm.send(new AddTagsToResourceCommand({ ...tagged, Tags: many })),
  ).rejects.toMatchObject({ name: 'TooManyTagsError' });
  await expect(
    ssm.send(new ListTagsForResourceCommand({ ...tagged, ResourceId: 'none' })),
  ).rejects.toMatchObject({ name: 'InvalidResourceId' });
  await expect(
    ssm.send(new ListTagsForResourceCommand({ ...tagged, ResourceType: 'Document' })),
  ).rejects.toMatchObject({ name: 'NotImplementedException' });
  await expect(
    put(store, '/t', { Overwrite: true, Tags: [{ Key: 'a', Value: '3' }] }),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      "Invalid request: tags and overwrite can't be used together. To create a parameter with " +
      'tags, please remove overwrite flag. To update tags for an existing parameter, please use ' +
      'AddTagsToResource or RemoveTagsFromResource.',
  });
});

test('UnlabelParameterVersion: takes away what the version has', async () => {
  const store = newStore(server);
  await put(store, 'p');
  await store.ssm.send(new LabelParameterVersionCommand({ Name: 'p', Labels: ['a', 'b'] }));
  const answer = await store.ssm.send(
    new UnlabelParameterVersionCommand({ Name: 'p', ParameterVersion: 1, Labels: ['a', 'c'] }),
  );
  expect(answer).toMatchObject({ RemovedLabels: ['a'], InvalidLabels: ['c'] });
});

test('PutParameter: what a new version keeps of the one before it', async () => {
  const store = newStore(server);
  await put(store, 'p', { Description: 'd', AllowedPattern: '[a-z]+', Value: 'abc' });
  await put(store, 'p', { Overwrite: true, Value: 'xyz' });
  const { Parameters } = await store.ssm.send(new DescribeParametersCommand({}));
  expect(Parameters).toMatchObject([
    {
      Name: 'p',
      Version: 2,
      Description: 'd',
      AllowedPattern: '[a-z]+',
      LastModifiedUser: `arn:aws:iam::${store.account}:root`,
    },
  ]);
  await expect(put(store, 'p', { Overwrite: true, Type: 'SecureString' })).rejects.toMatchObject({
    name: 'HierarchyTypeMismatchException',
  });
  await expect(
    store.ssm.send(new PutParameterCommand({ Name: 'new', Value: 'v' })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'A parameter type is required when you create a parameter.',
  });
});
