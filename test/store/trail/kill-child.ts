/** Appends for ever, and prints each acknowledged position. Its parent kills it. */
import { writeSync } from 'node:fs';
import { openTrail } from '../../../src/store/trail/open.ts';

const directory = process.argv[2] ?? '';
const trail = await openTrail({ directory, sync: true, segmentBytes: 256 * 1024 });
let next = trail.highest();

async function appender(): Promise<void> {
  for (;;) {
    const number = next + 1;
    next = number;
    const text = `${number} `.padEnd(200 + (number % 900), 'x');
    const record = { account: '111122223333', region: 'eu-west-1', time: number, text };
    await trail.append([record], number);
    writeSync(1, `${number}\n`);
  }
}

await Promise.all(Array.from({ length: 16 }, appender));
