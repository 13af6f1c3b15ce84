import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { inFolder, open } from './fixture.ts';

const ROUNDS = 4;

test(
  'trail: nothing acknowledged is lost when the process is killed',
  () =>
    inFolder(async (directory) => {
      const program = join(directory, 'child.mjs');
      const data = join(directory, 'trail');
      await build({
        entryPoints: [join(import.meta.dirname, 'kill-child.ts')],
        bundle: true,
        platform: 'node',
        format: 'esm',
        outfile: program,
      });
      let total = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        const acknowledged = await appendUntilKilled(program, data, 300 + round * 411);
        const trail = await open(data, { sync: true });
        const records = await trail.read(0, 1_000_000);
        const kept = new Set(records.map(({ text }) => Number.parseInt(text, 10)));
        expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
        expect(records.map(({ position }) => position)).toEqual(
          records.map((_, index) => index + 1),
        );
        expect(trail.highestPending()).toBe(Math.max(...kept));
        await trail.close();
        total += acknowledged.length;
      }
      expect(total).toBeGreaterThan(1_500);
    }),
  60_000,
);

/**
 * Runs the child until it has acknowledged so many records, kills it, and returns all that it
 * acknowledged.
 */
function appendUntilKilled(program: string, data: string, enough: number): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, data], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    let lines = 0;
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (text: string) => {
      output += text;
      lines += text.split('\n').length - 1;
      if (lines >= enough) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', () => {
      const whole = output.slice(0, output.lastIndexOf('\n'));
      resolve(whole.split('\n').map(Number));
    });
  });
}
