import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileRootKey, memoryRootKey, passphraseRootKey } from '../../src/crypto/root-key.ts';

const salt = Buffer.alloc(16, 7);
const first = { isNew: true, salt } as const;
const later = { isNew: false, salt } as const;

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-key-'));
  path = join(folder, 'kept', 'root.key');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a root key file', () => {
  it('is made for an empty store, for its owner alone, and gives the same key again', async () => {
    const key = await fileRootKey(path).open(first);
    expect(key).toHaveLength(32);
    expect((await readFile(path, 'utf8')).trim()).toBe(key.toString('hex'));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await fileRootKey(path).open(later)).toEqual(key);
    expect(await fileRootKey(path).open(first)).toEqual(key);
  });

  it('is not made for a store that has data', async () => {
    await expect(fileRootKey(path).open(later)).rejects.toThrow('is missing');
    await expect(stat(path)).rejects.toThrow('ENOENT');
  });

  it('is refused when others may read it', async () => {
    await fileRootKey(path).open(first);
    await chmod(path, 0o640);
    await expect(fileRootKey(path).open(later)).rejects.toThrow('can be read by others');
  });

  it('is refused when it holds anything but 64 digits, and its text is not shown', async () => {
    await fileRootKey(path).open(first);
    const texts = ['', 'ab'.repeat(31), `${'ab'.repeat(32)}c`, 'zz'.repeat(32), 'x'.repeat(5_000)];
    for (const text of texts) {
      await writeFile(path, text);
      const opening = fileRootKey(path).open(later);
      await expect(opening).rejects.toThrow(/64 hexadecimal digits|not a root key file/);
      await expect(opening).rejects.not.toThrow(/abab/);
    }
    expect(texts).toHaveLength(5);
  });

  it('is refused when it is a folder', async () => {
    await expect(fileRootKey(folder).open(later)).rejects.toThrow('not a root key file');
  });
});

describe('a passphrase', () => {
  it('gives one key for one salt, however its letters are composed', async () => {
    const key = await passphraseRootKey('caf\u00e9').open(first);
    expect(await passphraseRootKey('cafe\u0301').open(later)).toEqual(key);
    expect(await passphraseRootKey('other').open(later)).not.toEqual(key);
    const salted = await passphraseRootKey('caf\u00e9').open({ ...later, salt: Buffer.alloc(16) });
    expect(salted).not.toEqual(key);
  });

  it('is refused when empty', async () => {
    await expect(passphraseRootKey('').open(first)).rejects.toThrow('is empty');
  });
});

it('a key in memory is another each time, and the same to its owner', async () => {
  const provider = memoryRootKey();
  expect(await provider.open(first)).toEqual(await provider.open(later));
  expect(await memoryRootKey().open(first)).not.toEqual(await provider.open(first));
});
