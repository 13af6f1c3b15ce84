// Megabytes a second through all managed data identifiers, against a loop that only splits the same text into words.
//   npm run bench -- classification
// Pure computation on one thread; both loops run in turn over the same text.
import { MANAGED } from '../src/classification/catalogue.ts';
import { classify } from '../src/classification/classify.ts';
import { scannerOf } from '../src/classification/plan.ts';
import { machine, printTable } from './rig/figures.ts';

const BYTES = 8 * 1024 * 1024;
const ROUNDS = 3;

const scanner = scannerOf({
  managed: MANAGED.map(({ id }) => id),
  customs: [],
  allowed: { words: [], patterns: [] },
});

const PROSE =
  'The parcel that was sent on Monday has not come yet, and nobody at the counter knew where it might be. ' +
  'They said that it left the depot at 14:30 with tracking code RX482910, and that it takes three days.\n';
const LOG =
  '2026-03-04T05:06:07.891Z INFO api request=7f3a91c2 path=/v1/orders/48213 status=200 bytes=18233 ms=41\n';
const TABLE = '48213,Ada,Lovelace,1843-09-01,1200.50,shipped,blue,SW1A 1AA\n';

const FILES: readonly (readonly [name: string, key: string, text: string])[] = [
  ['prose', 'a.txt', PROSE.repeat(Math.ceil(BYTES / PROSE.length))],
  ['log lines', 'a.log', LOG.repeat(Math.ceil(BYTES / LOG.length))],
  [
    'table',
    'a.csv',
    `id,first,last,date,total,state,colour,code\n${TABLE.repeat(Math.ceil(BYTES / TABLE.length))}`,
  ],
];

async function* partsOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}

function split(text: string): number {
  return text.split(/[ ,\n]/).length;
}

async function rate(text: string, work: () => unknown): Promise<number> {
  const started = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) await work();
  const { user, system } = process.cpuUsage(started);
  return (text.length * ROUNDS) / (user + system);
}

const rows: string[][] = [];
for (const [name, key, text] of FILES) {
  await classify(scanner, { key, bytes: partsOf(text) });
  const ours = await rate(text, () => classify(scanner, { key, bytes: partsOf(text) }));
  const plain = await rate(text, () => split(text));
  rows.push([name, ours.toFixed(1), plain.toFixed(1), (ours / plain).toFixed(2)]);
}
process.stdout.write(`${machine()}\n\n`);
printTable(['text', 'classified, MB/s of CPU', 'split into words, MB/s', 'ratio'], rows);
