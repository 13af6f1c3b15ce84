import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrailRecord } from '../../../src/contract/view.ts';
import { openTrail } from '../../../src/store/trail/open.ts';
import type { Trail, TrailOptions } from '../../../src/store/trail/open.ts';

/** A folder of its own, gone after `use`. */
export async function inFolder(use: (directory: string) => Promise<void>): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'trail-test-'));
  try {
    await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

export function open(directory: string, options: Partial<TrailOptions> = {}): Promise<Trail> {
  return openTrail({ directory, sync: false, segmentBytes: 16 * 1024, ...options });
}

export function record(text: string, fields: Partial<TrailRecord> = {}): TrailRecord {
  return { account: '111122223333', region: 'eu-west-1', time: 1_000, text, ...fields };
}

export async function texts(trail: Trail): Promise<string[]> {
  return (await trail.read(0, 100_000)).map(({ text }) => text);
}
