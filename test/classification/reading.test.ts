import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { classify } from '../../src/classification/classify.ts';
import { scannerOf } from '../../src/classification/plan.ts';
import { zipOf } from '../services/lambda/archives.ts';

const scanner = scannerOf({
  managed: ['USA_SOCIAL_SECURITY_NUMBER', 'UK_BANK_ACCOUNT_NUMBER', 'PKCS'],
  customs: [],
  allowed: { words: [], patterns: [] },
});

async function* bytesOf(content: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}

async function read(key: string, content: string | Uint8Array, size = 997) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return classify(scanner, { key, bytes: bytesOf(bytes, size) });
}

async function placesIn(key: string, content: string | Uint8Array, size?: number) {
  return (await read(key, content, size)).detections.flatMap(({ locations }) => locations);
}

/** A tar archive of one file. */
function tarOf(name: string, content: Uint8Array): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        0', 148);
  header.write('ustar\0', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  const padding = Buffer.alloc((512 - (content.length % 512)) % 512);
  return Buffer.concat([header, content, padding, Buffer.alloc(1_024)]);
}

test('check 42: a zip in a tar in a gz is opened; a broken archive says so', async () => {
  const zip = zipOf({ name: 'a.txt', text: 'GB29NWBK60161331926819' });
  const nested = gzipSync(tarOf('a.zip', zip));
  const { detections, status, isArchive } = await read('a.tar.gz', nested);
  expect(detections).toMatchObject([{ id: 'UK_BANK_ACCOUNT_NUMBER', count: 1 }]);
  expect([status, isArchive]).toEqual([{ code: 'COMPLETE' }, true]);
  const broken = await read('a.gz', nested.subarray(0, nested.length - 40));
  expect(broken.status.reason).toBe('MALFORMED_FILE');
  const claiming = Buffer.from(zip);
  const size = claiming.indexOf('PK\u0001\u0002') + 24;
  claiming.writeUInt32LE(claiming.readUInt32LE(size) + 1, size);
  expect((await read('a.zip', claiming)).status.reason).toBe('MALFORMED_FILE');
});

test('cells: a first row without end is data, and of a long name of a column the beginning is told', async () => {
  const row = Array.from({ length: 20_000 }, () => 'x').with(17_000, 'GB29NWBK60161331926819');
  expect(await placesIn('a.csv', row.join(','))).toEqual([
    { kind: 'cell', row: 1, column: 17_001 },
  ]);
  const name = `ssn ${'x'.repeat(1_000)}`;
  expect(await placesIn('a.csv', `${name}\n123-45-6789\n`)).toEqual([
    { kind: 'cell', row: 2, column: 1, name: name.slice(0, 240) },
  ]);
});

test('records: a wide list below a deep one holds no more than the way down', async () => {
  const wide = JSON.stringify([...Array.from({ length: 300_000 }, () => 0), 'ssn 123-45-6789']);
  const nested = `${'['.repeat(200)}${wide}${']'.repeat(200)}`;
  expect(await placesIn('a.json', nested, 65_536)).toHaveLength(1);
});

test('cells: quotes, delimiters within them, line ends of two signs, and rows without names', async () => {
  const table = 'name,"ssn, of\nwork"\r\n"Ada ""L""",123-45-6789\r\n';
  for (const size of [1, 7, 997]) {
    expect(await placesIn('a.csv', table, size)).toEqual([
      { kind: 'cell', row: 2, column: 2, name: 'ssn, of\nwork' },
    ]);
  }
  expect(await placesIn('a.tsv', '1\tssn 123-45-6789\n')).toEqual([
    { kind: 'cell', row: 1, column: 2 },
  ]);
});

test('lines: an occurrence is told where it is, however the text arrives', async () => {
  const line = `${'x'.repeat(99)}\n`;
  const text = `${line.repeat(4_000)}see ssn 123-45-6789`;
  for (const size of [65_536, 997]) {
    expect(await placesIn('a.txt', text, size)).toEqual([
      { kind: 'line', start: 4_001, end: 4_001, startColumn: 9 },
    ]);
  }
  const key = `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----`;
  expect(await placesIn('a.pem', `\n${key}\n`)).toEqual([
    { kind: 'line', start: 2, end: 4, startColumn: 1 },
  ]);
  const every = 'ssn 123-45-6789\n'.repeat(40_000);
  const { detections } = await read('a.txt', every, 65_536);
  expect(detections[0]?.count).toBe(40_000);
});

test('records: lists, names with signs, lines that are none, and nesting beyond 256', async () => {
  const list = JSON.stringify({ people: [{ 'the ssn': '123-45-6789' }] });
  expect(await placesIn('a.json', list)).toEqual([
    { kind: 'record', index: 0, path: "$.people[0]['the ssn']" },
  ]);
  const lines = '{"a":1}\n{"ssn":"123-45-6789"}\nssn 123-45-6789\n';
  expect(await placesIn('a.jsonl', lines)).toEqual([
    { kind: 'record', index: 1, path: '$.ssn' },
    { kind: 'line', start: 3, end: 3, startColumn: 5 },
  ]);
  const deep = `${'['.repeat(300)}1${']'.repeat(300)}`;
  expect((await read('a.json', deep)).status).toEqual({
    code: 'PARTIAL',
    reason: 'JSON_NESTING_LEVEL_OVER_LIMIT',
  });
});

test('UTF-16 is text by its mark; what has zero bytes is none', async () => {
  const wide = Buffer.from('\ufeffssn 123-45-6789', 'utf16le');
  expect(await placesIn('a.txt', wide)).toHaveLength(1);
  expect((await read('a.bin', Buffer.from([1, 0, 2]))).status).toEqual({
    code: 'SKIPPED',
    reason: 'UNSUPPORTED_FILE_TYPE_EXCEPTION',
  });
});
