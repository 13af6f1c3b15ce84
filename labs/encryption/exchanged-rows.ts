import { DatabaseSync } from '@photostructure/sqlite';
import { DecryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { clientConfig } from '../clients.ts';
import type { Credentials } from '../lab.ts';
import { describeError, refusalOf, type Narrator } from '../narration.ts';
import { startServer } from '../private-server.ts';

/** A ciphertext and the key it belongs to. */
export interface Sample {
  readonly keyId: string;
  readonly blob: Uint8Array;
}

export interface ExchangeParts {
  readonly program: string;
  /** A copy of a data directory; it is changed. */
  readonly copy: string;
  readonly rootKeyFile: string;
  readonly credentials: Credentials;
  /** Ciphertexts of three different keys. */
  readonly samples: readonly [Sample, Sample, Sample];
}

/**
 * Somebody who can write to the disk, and knows no key, puts the sealed material of one key in the place of
 * another's: it is genuine, so a server that did not authenticate the place would use it.
 */
export async function exchangedRows(narrator: Narrator, parts: ExchangeParts): Promise<void> {
  const { program, copy, rootKeyFile, credentials, samples } = parts;
  const [first, second, third] = samples;
  narrator.step(
    'Exchange the sealed material of two keys on the disk, and start with the root key',
  );
  exchange(`${copy}/state.db`, first.keyId, second.keyId);
  const flags = ['--root-key', `file:${rootKeyFile}`];
  const server = await startServer({ program, dataDirectory: copy, flags });
  try {
    const kms = new KMSClient(clientConfig(server.url, credentials));
    const decrypt = ({ blob }: Sample) => kms.send(new DecryptCommand({ CiphertextBlob: blob }));
    for (const [name, sample] of [
      ['first', first],
      ['second', second],
    ] as const) {
      const refusal = await refusalOf(decrypt(sample));
      narrator.show('exchanged', describeError(refusal ?? 'decrypted'));
      narrator.check(
        `the ${name} key: material in a place not its own is not used, and the answer says no more`,
        refusal !== undefined && /^(KMS)?Internal/.test(refusal.name),
        () => describeError(refusal ?? 'it was used'),
      );
    }
    const { Plaintext } = await decrypt(third);
    narrator.check('the other keys work', Plaintext !== undefined);
  } finally {
    await server.stop();
  }
}

function exchange(databaseFile: string, first: string, second: string): void {
  const database = new DatabaseSync(databaseFile);
  const where = "collection = 'kms.materials' AND id LIKE ?";
  try {
    const select = database.prepare(`SELECT body FROM documents WHERE ${where}`);
    const update = database.prepare(`UPDATE documents SET body = ? WHERE ${where}`);
    const bodies = [first, second].map((id) => bodyOf(select.get(`${id}/%`)));
    update.run(bodies[1] ?? null, `${first}/%`);
    update.run(bodies[0] ?? null, `${second}/%`);
  } finally {
    database.close();
  }
}

function bodyOf(row: unknown): Uint8Array {
  const body = typeof row === 'object' && row !== null && 'body' in row ? row.body : undefined;
  if (!(body instanceof Uint8Array)) throw new Error('the key has no sealed material');
  return body;
}
