import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { MANAGED } from '../../src/classification/catalogue.ts';
import { classify } from '../../src/classification/classify.ts';
import { type Plan, scannerOf } from '../../src/classification/plan.ts';

const ALL: Plan = {
  managed: MANAGED.map(({ id }) => id),
  customs: [],
  allowed: { words: [], patterns: [] },
};
const scanner = scannerOf(ALL);

async function* bytesOf(content: string | Uint8Array, size = 7_000): AsyncGenerator<Uint8Array> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function found(key: string, content: string | Uint8Array, plan?: Partial<Plan>) {
  const own = plan === undefined ? scanner : scannerOf({ ...ALL, ...plan });
  return classify(own, { key, bytes: bytesOf(content) });
}

async function idsIn(key: string, content: string | Uint8Array): Promise<readonly string[]> {
  return (await found(key, content)).detections.map(({ id }) => id).toSorted();
}

test('check 39: numbers below a column named SSN are found, in their cells', async () => {
  const { detections, mimeType } = await found('a.csv', 'id,SSN\n1,123-45-6789\n2,219-09-9999\n');
  expect(detections).toEqual([
    expect.objectContaining({
      id: 'USA_SOCIAL_SECURITY_NUMBER',
      count: 2,
      locations: [
        { kind: 'cell', row: 2, column: 2, name: 'SSN' },
        { kind: 'cell', row: 3, column: 2, name: 'SSN' },
      ],
    }),
  ]);
  expect(mimeType).toBe('text/csv');
  expect(await idsIn('a.csv', 'id,code\n1,123-45-6789\n')).toEqual([]);
  for (const none of ['000-12-3456', '666-12-3456', '912-12-3456']) {
    expect(await idsIn('a.csv', `id,SSN\n1,${none}\n`)).toEqual([]);
  }
});

test('check 40: test numbers of cards are none; a keyword tells the two identifiers apart', async () => {
  expect(await idsIn('a.txt', 'visa 4111111111111111')).toEqual([]);
  expect(await idsIn('a.txt', 'visa 4556737586899855')).toEqual(['CREDIT_CARD_NUMBER']);
  expect(await idsIn('a.txt', 'visa 4556 7375 8689 9855.')).toEqual(['CREDIT_CARD_NUMBER']);
  expect(await idsIn('a.txt', 'order 4556737586899855')).toEqual([
    'CREDIT_CARD_NUMBER_(NO_KEYWORD)',
  ]);
  expect(await idsIn('a.txt', 'visa 4556737586899856')).toEqual([]);
});

test('check 41: a keyword reaches 30 characters, and names of elements reach below them', async () => {
  const key = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYz3x0mplKEY';
  const at = (gap: number) => `credentials${' '.repeat(gap)}${key}`;
  expect(await idsIn('a.txt', at(30))).toEqual(['AWS_CREDENTIALS']);
  expect(await idsIn('a.txt', at(31))).toEqual([]);
  const { detections } = await found('a.json', JSON.stringify({ credentials: { aws: { key } } }));
  expect(detections).toMatchObject([
    {
      id: 'AWS_CREDENTIALS',
      locations: [{ kind: 'record', index: 0, path: '$.credentials.aws.key' }],
    },
  ]);
  for (const example of [
    'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY',
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  ]) {
    expect(await idsIn('a.txt', `secret key ${example}`)).toEqual([]);
  }
});

test('check 42: archives are opened, ten deep', async () => {
  const iban = 'pay to GB29NWBK60161331926819 please';
  expect(await idsIn('a.txt.gz', gzipSync(iban))).toEqual(['UK_BANK_ACCOUNT_NUMBER']);
  expect(await idsIn('a.txt', iban.replace('GB29', 'GB28'))).toEqual([]);
  let nested: Uint8Array = Buffer.from(iban);
  let name = 'a.txt';
  for (let depth = 0; depth < 10; depth += 1) {
    nested = gzipSync(nested);
    name += '.gz';
  }
  expect(await idsIn(name, nested)).toEqual(['UK_BANK_ACCOUNT_NUMBER']);
  expect(await found(`${name}.gz`, gzipSync(nested))).toMatchObject({
    status: { code: 'SKIPPED', reason: 'ARCHIVE_NESTING_LEVEL_OVER_LIMIT' },
    detections: [],
  });
});
