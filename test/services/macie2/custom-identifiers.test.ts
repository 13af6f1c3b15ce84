import {
  BatchGetCustomDataIdentifiersCommand,
  CreateCustomDataIdentifierCommand,
  DeleteCustomDataIdentifierCommand,
  GetCustomDataIdentifierCommand,
  ListCustomDataIdentifiersCommand,
  ListTagsForResourceCommand,
  Macie2Client,
  TagResourceCommand,
  TestCustomDataIdentifierCommand,
  type TestCustomDataIdentifierCommandInput,
  UntagResourceCommand,
} from '@aws-sdk/client-macie2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { watched } from './bench.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function counted(input: TestCustomDataIdentifierCommandInput): Promise<number | undefined> {
  const { client } = await watched(server);
  return (await client.send(new TestCustomDataIdentifierCommand(input))).matchCount;
}

test('check 45: a keyword must come before, within the distance, and ignore words take away', async () => {
  const regex = 'E[0-9]{4}';
  const of = (sampleText: string, more: Partial<TestCustomDataIdentifierCommandInput> = {}) =>
    counted({ regex, sampleText, ...more });
  expect(await of('E1234 and E5678')).toBe(2);
  expect(await of('E1234 badge', { keywords: ['badge'] })).toBe(0);
  expect(await of('badge E1234', { keywords: ['BADGE'] })).toBe(1);
  expect(await of('E1234', { ignoreWords: ['1234'] })).toBe(0);
  // From the end of the keyword to the end of the match: five spaces and five characters.
  expect(await of('badge     E1234', { keywords: ['badge'], maximumMatchDistance: 10 })).toBe(1);
  expect(await of('badge     E1234', { keywords: ['badge'], maximumMatchDistance: 9 })).toBe(0);
});

test('check 45: patterns that can not be run are refused', async () => {
  const { client } = await watched(server);
  const patterns = ['a(?=b)', '(a)b', 'a(?<!b)c', '(?:a)\\1', 'a[', 'x'.repeat(513)];
  for (const regex of patterns) {
    await expect(
      client.send(new CreateCustomDataIdentifierCommand({ name: 'n', regex })),
      regex,
    ).rejects.toMatchObject({ name: 'ValidationException' });
  }
  expect(patterns).toHaveLength(6);
});

test('a custom identifier is kept after it was deleted, and has tags until then', async () => {
  const { client } = await watched(server);
  const { customDataIdentifierId: id = '' } = await client.send(
    new CreateCustomDataIdentifierCommand({ name: 'n', regex: 'abc', tags: { team: 'a' } }),
  );
  const { arn: resourceArn = '' } = await client.send(new GetCustomDataIdentifierCommand({ id }));
  await client.send(new TagResourceCommand({ resourceArn, tags: { stage: 'b' } }));
  await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['team'] }));
  const { tags } = await client.send(new ListTagsForResourceCommand({ resourceArn }));
  expect(tags).toEqual({ stage: 'b' });
  await client.send(new DeleteCustomDataIdentifierCommand({ id }));
  expect((await client.send(new ListCustomDataIdentifiersCommand({}))).items).toEqual([]);
  const found = await client.send(
    new BatchGetCustomDataIdentifiersCommand({ ids: [id, 'another'] }),
  );
  expect(found.customDataIdentifiers).toMatchObject([{ id, deleted: true }]);
  expect(found.notFoundIdentifierIds).toEqual(['another']);
});

test('a condition on tags decides who may read an identifier', async () => {
  const { client, account } = await watched(server);
  const create = (team: string) =>
    client.send(
      new CreateCustomDataIdentifierCommand({ name: team, regex: 'abc', tags: { team } }),
    );
  const [{ customDataIdentifierId: own = '' }, { customDataIdentifierId: other = '' }] =
    await Promise.all([create('a'), create('b')]);
  const user = await newUser(server, account, 'reader', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'macie2:GetCustomDataIdentifier',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } },
      },
    ],
  });
  const reader = new Macie2Client(user);
  expect(await reader.send(new GetCustomDataIdentifierCommand({ id: own }))).toMatchObject({
    id: own,
  });
  await expect(
    reader.send(new GetCustomDataIdentifierCommand({ id: other })),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
