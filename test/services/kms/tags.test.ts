import {
  ListResourceTagsCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { newKey } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const tag = (TagKey: string, TagValue: string) => ({ TagKey, TagValue });

test('TagResource: adds and replaces, UntagResource takes away', async () => {
  const { kms, id: KeyId } = await newKey(server, { Tags: [tag('a', '1')] });
  await kms.send(new TagResourceCommand({ KeyId, Tags: [tag('a', '2'), tag('b', '3')] }));
  const { Tags } = await kms.send(new ListResourceTagsCommand({ KeyId }));
  expect(Tags).toEqual([tag('a', '2'), tag('b', '3')]);
  await kms.send(new UntagResourceCommand({ KeyId, TagKeys: ['a', 'none'] }));
  const left = await kms.send(new ListResourceTagsCommand({ KeyId }));
  expect(left.Tags).toEqual([tag('b', '3')]);
});

test("TagResource: refuses duplicates, AWS's keys and more than fifty", async () => {
  const { kms, id: KeyId } = await newKey(server);
  const many = Array.from({ length: 51 }, (_, index) => tag(`k${index}`, ''));
  const cases = [
    [[tag('a', '1'), tag('a', '2')], 'Duplicate tag keys'],
    [[tag('aws:x', '1')], 'Tags beginning with aws: are reserved'],
    [many, 'Too many tags'],
  ] as const;
  let ran = 0;
  for (const [Tags, message] of cases) {
    const tagged = kms.send(new TagResourceCommand({ KeyId, Tags: [...Tags] }));
    await expect(tagged).rejects.toMatchObject({ name: 'TagException', message });
    ran += 1;
  }
  expect(ran).toBe(3);
  expect((await kms.send(new ListResourceTagsCommand({ KeyId }))).Tags).toEqual([]);
});
