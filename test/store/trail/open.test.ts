import { mkdir, open as openFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeAt } from '../../../src/store/trail/segment.ts';
import type { WriteAt } from '../../../src/store/trail/open.ts';
import { inFolder, open, record, texts } from './fixture.ts';

const SEGMENT = '0000000000000001.trail';

test('trail: what was appended is there after a restart, in order, with gapless positions', () =>
  inFolder(async (directory) => {
    const first = await open(directory, { sync: true });
    await Promise.all([first.append([record('a'), record('é✓')]), first.append([record('c')], 7)]);
    await first.close();
    const trail = await open(directory, { sync: true });
    const records = await trail.read(0, 10);
    expect(records.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(records.map(({ text }) => text)).toEqual(['a', 'é✓', 'c']);
    expect(records[1]).toEqual({ ...record('é✓'), position: 2 });
    expect(trail.highest()).toBe(3);
    expect(trail.highestPending()).toBe(7);
    await trail.close();
  }));

test('trail: segments roll, and the highest pending number outlives the segment it stands in', () =>
  inFolder(async (directory) => {
    const first = await open(directory);
    await first.append([record('numbered')], 41);
    for (let index = 0; index < 60; index += 1) await first.append([record('x'.repeat(1_000))]);
    await first.close();
    const segments = (await readdir(directory)).filter((name) => name.endsWith('.trail'));
    expect(segments.length).toBeGreaterThan(2);
    const trail = await open(directory);
    expect(trail.highest()).toBe(61);
    expect(trail.highestPending()).toBe(41);
    expect(await trail.drop(2_000, 61)).toBe(segments.length - 1);
    expect(trail.lowest()).toBeGreaterThan(1);
    expect((await trail.read(0, 1))[0]?.position).toBe(trail.lowest());
    await trail.append([record('after')]);
    await trail.close();
    const again = await open(directory);
    expect(again.highest()).toBe(62);
    expect(again.highestPending()).toBe(41);
    await again.close();
  }));

test('trail: retention keeps what is young, and what a follower has not passed', () =>
  inFolder(async (directory) => {
    const trail = await open(directory);
    for (let index = 0; index < 60; index += 1) await trail.append([record('x'.repeat(1_000))]);
    expect(await trail.drop(1_000, 60)).toBe(0);
    expect(await trail.drop(2_000, 3)).toBe(0);
    expect(trail.lowest()).toBe(1);
    await trail.close();
  }));

test('trail: missing summaries are built again', () =>
  inFolder(async (directory) => {
    const first = await open(directory);
    for (let index = 0; index < 60; index += 1) {
      await first.append([record(`${index}`.repeat(500))]);
    }
    const before = await texts(first);
    await first.close();
    const names = (await readdir(directory)).filter((name) => name.endsWith('.summary'));
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) await rm(join(directory, name));
    const trail = await open(directory);
    expect(await texts(trail)).toEqual(before);
    await trail.close();
    expect((await readdir(directory)).filter((name) => name.endsWith('.summary'))).toEqual(names);
  }));

test('trail: a missing segment is refused with a sentence', () =>
  inFolder(async (directory) => {
    const first = await open(directory);
    for (let index = 0; index < 60; index += 1) await first.append([record('x'.repeat(1_000))]);
    await first.close();
    const names = (await readdir(directory)).filter((name) => name.endsWith('.trail')).toSorted();
    await rm(join(directory, names[1] ?? ''));
    await expect(open(directory)).rejects.toThrow(/lacks the records/);
  }));

test('trail: a torn tail is cut wherever it tears, and an append is cut whole', () =>
  inFolder(async (directory) => {
    const first = await open(directory);
    await first.append([record('kept')]);
    const keptEnd = await endOf(join(directory, SEGMENT));
    await first.append([record('one of two'), record('two of two')], 9);
    await first.close();
    const path = join(directory, SEGMENT);
    const whole = await bytesOf(path);
    const end = await endOf(path);
    let cuts = 0;
    for (let cut = keptEnd; cut < end; cut += 1) {
      const zeros = Buffer.alloc(whole.length - cut);
      await overwrite(path, Buffer.concat([whole.subarray(0, cut), zeros]));
      const trail = await open(directory);
      expect(trail.highest()).toBe(1);
      expect(trail.highestPending()).toBe(0);
      await trail.append([record('next')]);
      expect(await texts(trail)).toEqual(['kept', 'next']);
      await trail.close();
      cuts += 1;
    }
    expect(cuts).toBeGreaterThan(100);
  }));

test('trail: bytes left after a torn write never come back as records', () =>
  inFolder(async (directory) => {
    const first = await open(directory);
    for (const text of ['a', 'b', 'c', 'd']) await first.append([record(text)]);
    await first.close();
    const path = join(directory, SEGMENT);
    const bytes = await bytesOf(path);
    bytes[bytes.indexOf('b', 64 + 36)] = 0x42;
    await overwrite(path, bytes);
    const trail = await open(directory);
    expect(await texts(trail)).toEqual(['a']);
    await trail.append([record('B')]);
    await trail.close();
    const again = await open(directory);
    expect(await texts(again)).toEqual(['a', 'B']);
    await again.close();
  }));

test('trail: a failing write fails those who wait, and the next append heals it', () =>
  inFolder(async (directory) => {
    let failures = 0;
    const trail = await open(directory, {
      async writeAt(descriptor, bytes, offset) {
        // Everything reaches the file, and yet the disk says no: the worst case.
        await writeAt(descriptor, bytes, offset);
        if (failures > 0) {
          failures -= 1;
          throw new Error('ENOSPC');
        }
      },
    });
    await trail.append([record('kept')], 1);
    // The records, their erasure, and its second try.
    failures = 3;
    const torn = trail.append([record('torn 1'), record('torn 2'), record('torn 3')], 2);
    await expect(torn).rejects.toThrow('could not be written');
    await expect(trail.append([record('still no')])).rejects.toThrow('could not be written');
    expect([trail.highest(), trail.highestPending()]).toEqual([1, 1]);
    await trail.append([record('healed')]);
    expect(await texts(trail)).toEqual(['kept', 'healed']);
    await trail.close();
    const again = await open(directory);
    expect(await texts(again)).toEqual(['kept', 'healed']);
    expect(again.highest()).toBe(2);
    await again.close();
  }));

test('trail: what collected behind a failing write fails with it', () =>
  inFolder(async (directory) => {
    let release: (() => void) | undefined;
    let fails = false;
    const trail = await open(directory, {
      writeAt(descriptor, bytes, offset) {
        if (!fails) return writeAt(descriptor, bytes, offset);
        return new Promise((_, reject) => {
          release = () => reject(new Error('EIO'));
        });
      },
    });
    fails = true;
    const first = trail.append([record('first')]);
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const second = trail.append([record('second')]);
    fails = false;
    release?.();
    const results = await Promise.allSettled([first, second]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await trail.append([record('third')]);
    expect(await texts(trail)).toEqual(['third']);
    expect(trail.highest()).toBe(1);
    await trail.close();
  }));

test('trail: a failed write leaves no record, although it was made and the process dies next', () =>
  inFolder(async (directory) => {
    let fails = false;
    const trail = await open(directory, {
      writeAt: async (descriptor, bytes, offset) => {
        await writeAt(descriptor, bytes, offset);
        if (!fails) return;
        fails = false;
        throw new Error('The disk does not answer.');
      },
    });
    await trail.append([record('kept')]);
    fails = true;
    await expect(trail.append([record('refused')])).rejects.toThrow('could not be written');
    // What the next process would find.
    const found = await open(directory);
    expect(await texts(found)).toEqual(['kept']);
    await found.close();
    await trail.close();
  }));

/** A disk with room for so many zeros of each segment. */
function writesWithRoom(room: { bytes: number }): WriteAt {
  return (descriptor, bytes, offset) =>
    bytes.every((byte) => byte === 0) && offset + bytes.length > room.bytes
      ? Promise.reject(new Error('no space left'))
      : writeAt(descriptor, bytes, offset);
}

test('trail: a disk without room for the usual segment is given a small one, and the file that did not fit goes', () =>
  inFolder(async (directory) => {
    const room = { bytes: Number.POSITIVE_INFINITY };
    const faults: string[] = [];
    const trail = await open(directory, {
      sync: true,
      segmentBytes: 1024 * 1024,
      writeAt: writesWithRoom(room),
      onFault: (message) => faults.push(message),
    });
    room.bytes = 256 * 1024;
    const all = Array.from({ length: 30 }, (_, index) => String(index).padEnd(60_000, 'x'));
    for (const text of all) await trail.append([record(text)]);
    expect(faults).toContain('The next segment of the audit trail could not be prepared.');
    expect(await texts(trail)).toEqual(all);
    await trail.close();
    const names = (await readdir(directory)).filter((name) => name.endsWith('.trail')).toSorted();
    expect(names.length).toBeGreaterThan(2);
    const sizes = await Promise.all(
      names.map(async (name) => (await stat(join(directory, name))).size),
    );
    expect(sizes.slice(0, 2)).toEqual([1024 * 1024, 256 * 1024]);
    expect(await readdir(directory)).not.toContain('next.prepared');
    const again = await open(directory);
    expect(await texts(again)).toEqual(all);
    await again.close();
  }));

test('trail: a disk without any room fails appends, and takes them again when there is some', () =>
  inFolder(async (directory) => {
    const room = { bytes: Number.POSITIVE_INFINITY };
    const trail = await open(directory, {
      sync: true,
      segmentBytes: 16 * 1024,
      writeAt: writesWithRoom(room),
    });
    room.bytes = 0;
    const kept: string[] = [];
    let refused = 0;
    for (let index = 0; index < 40; index += 1) {
      const text = String(index).padEnd(1_000, 'x');
      if (index === 30) room.bytes = Number.POSITIVE_INFINITY;
      const error = await trail.append([record(text)]).catch((cause: unknown) => cause);
      if (error === undefined) kept.push(text);
      else refused += 1;
    }
    expect(refused).toBeGreaterThan(5);
    expect(kept.slice(-10)).toHaveLength(10);
    expect(await texts(trail)).toEqual(kept);
    expect(trail.highest()).toBe(kept.length);
    await trail.close();
    const again = await open(directory, { sync: true });
    expect(await texts(again)).toEqual(kept);
    await again.close();
  }));

test('trail: opens although there is no room for a summary', () =>
  inFolder(async (directory) => {
    const first = await open(directory);
    for (let index = 0; index < 60; index += 1) await first.append([record('x'.repeat(1_000))]);
    await first.close();
    const summaries = (await readdir(directory)).filter((name) => name.endsWith('.summary'));
    for (const name of summaries) {
      await rm(join(directory, name));
      // A folder of that name keeps the summary from being written, for root too.
      await mkdir(join(directory, `${name}.new`));
    }
    const trail = await open(directory);
    expect(trail.highest()).toBe(60);
    await trail.close();
  }));

test('trail: refuses what it could not read back, and appends after its end', () =>
  inFolder(async (directory) => {
    const trail = await open(directory);
    await expect(trail.append([record('x', { region: 'é' })])).rejects.toThrow('not ASCII');
    await expect(trail.append([record('x'.repeat(1024 * 1024 + 1))])).rejects.toThrow('longer');
    const largest = 'x'.repeat(1024 * 1024);
    await trail.append([record(largest)]);
    expect(await texts(trail)).toEqual([largest]);
    await trail.close();
    await expect(trail.append([record('late')])).rejects.toThrow('closed');
  }));

test('trail: records are for their owner alone', () =>
  inFolder(async (directory) => {
    const trail = await open(directory);
    expect((await stat(join(directory, SEGMENT))).mode & 0o777).toBe(0o600);
    await trail.close();
  }));

async function bytesOf(path: string): Promise<Buffer> {
  const file = await openFile(path, 'r');
  try {
    return await file.readFile();
  } finally {
    await file.close();
  }
}

async function endOf(path: string): Promise<number> {
  const bytes = await bytesOf(path);
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return end;
}

async function overwrite(path: string, bytes: Buffer): Promise<void> {
  const file = await openFile(path, 'r+');
  try {
    await file.write(bytes, 0, bytes.length, 0);
  } finally {
    await file.close();
  }
}
