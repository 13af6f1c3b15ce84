// Crypto: keys and sealing, on node:crypto alone. May be imported by store and authn.
import { createHash, randomBytes, scrypt } from 'node:crypto';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** 32 bytes that wrap every data key of the installation. */
export type RootKey = Buffer;

export interface RootKeyContext {
  /** True when the store holds nothing yet: only then may a key be made. */
  readonly isNew: boolean;
  /** 16 random bytes, kept with the store in the clear. */
  readonly salt: Buffer;
}

export interface RootKeyProvider {
  /** Throws an Error whose message is a sentence for the operator; it never holds the key. */
  open(context: RootKeyContext): Promise<RootKey>;
}

const KEY_BYTES = 32;
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const;
const LONGEST_FILE_BYTES = 1_024;

/** A key in a file of 64 hexadecimal digits that its owner alone may read. */
export function fileRootKey(path: string): RootKeyProvider {
  return {
    async open(context) {
      const text = await readKeyFile(path);
      if (text !== undefined) return parseKey(path, text);
      if (context.isNew) return makeKeyFile(path);
      throw new Error(
        `The root key file ${path} is missing, and the data can't be read without it. ` +
          'Put the file back, or start with an empty data directory.',
      );
    },
  };
}

/** A key derived from a passphrase and the store's salt. */
export function passphraseRootKey(passphrase: string): RootKeyProvider {
  return {
    open: (context) => {
      if (passphrase === '') return Promise.reject(new Error('The passphrase is empty.'));
      return new Promise((resolve, reject) => {
        scrypt(passphrase.normalize('NFKC'), context.salt, KEY_BYTES, SCRYPT, (error, key) => {
          if (error) reject(error);
          else resolve(key);
        });
      });
    },
  };
}

async function readKeyFile(path: string): Promise<string | undefined> {
  const found = await stat(path).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (found === undefined) return undefined;
  const file = await open(path, 'r');
  try {
    // The open file is judged, so that it can't be swapped between the look and the read.
    const status = await file.stat();
    if (!status.isFile() || status.size > LONGEST_FILE_BYTES) {
      throw new Error(`${path} is not a root key file.`);
    }
    if ((status.mode & 0o077) !== 0) {
      throw new Error(`The root key file ${path} can be read by others. Run: chmod 600 ${path}`);
    }
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

function parseKey(path: string, text: string): RootKey {
  if (!/^[0-9a-f]{64}\s*$/i.test(text)) {
    throw new Error(`The root key file ${path} does not hold 64 hexadecimal digits.`);
  }
  return Buffer.from(text.trim(), 'hex');
}

async function makeKeyFile(path: string): Promise<RootKey> {
  const key = randomBytes(KEY_BYTES);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(`${key.toString('hex')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
  return key;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Tells whether a key is the one a store was made with. Says nothing about the key itself. */
export function rootKeyCheck(key: RootKey, salt: Buffer): string {
  return createHash('sha256')
    .update('holdfast root key check\0')
    .update(salt)
    .update(key)
    .digest('hex');
}

/** A key that ends with the process, for state that does too. */
export function memoryRootKey(): RootKeyProvider {
  const key = randomBytes(KEY_BYTES);
  return { open: async () => key };
}
