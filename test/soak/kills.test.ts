import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runKills } from '../../soak/kills/run.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');

// The long run: npm run soak -- kills
test('a server that is killed while it is written to loses nothing that was acknowledged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-kills-'));
  try {
    const directory = join(folder, 'data');
    const options = { program, directory, times: 3, seed: 7, report: () => undefined };
    const result = await runKills(options);
    expect(result.faults).toEqual([]);
    expect(result.kills).toBe(3);
    expect(result.facts).toBeGreaterThan(10);
    expect(result.records).toBeGreaterThan(30);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
