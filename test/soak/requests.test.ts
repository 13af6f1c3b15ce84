import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runRequests } from '../../soak/requests/run.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');
const COUNT = 4_000;
const PROTOCOLS = [
  'awsJson1_0',
  'awsJson1_1',
  'awsQuery',
  'ec2Query',
  'restJson1',
  'restXml',
  'rpcv2Cbor',
] as const;
const BROKEN = [
  'beyond a limit',
  'chunks that lie',
  'cut short',
  'flipped bytes',
  'lengths that lie',
  'not HTTP',
] as const;

// The long run: npm run soak -- requests
test('whatever is sent, the server answers in the protocol’s form, or closes what is not HTTP', async () => {
  const result = await runRequests({ program, count: COUNT, seed: 7, report: () => undefined });
  expect(result.faults).toEqual([]);
  expect(result.sent).toBe(COUNT);
  const counts = [...PROTOCOLS, ...BROKEN].map((kind) => result.counts.get(kind) ?? 0);
  expect(Math.min(...counts)).toBeGreaterThan(0);
  expect(counts.reduce((sum, count) => sum + count)).toBe(COUNT);
}, 240_000);
