import { createDecipheriv } from 'node:crypto';
import { DatabaseSync } from '@photostructure/sqlite';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * The key material in a copied data directory, opened with the root key: 32 bytes for each version of each key.
 * Written from the format alone (ARCHITECTURE.md), so that the lab knows what to look for on the disk:
 * root key → data key of an account and Region → record, each by AES-256-GCM with its place authenticated.
 */
export function openMaterials(databaseFile: string, rootKey: Buffer): readonly Buffer[] {
  const database = new DatabaseSync(databaseFile, { readOnly: true });
  try {
    const dataKeys = new Map<string, Buffer>();
    for (const row of database.prepare('SELECT scope, wrapped FROM scope_keys').all()) {
      const { scope, wrapped } = columns(row);
      const name = String(scope);
      dataKeys.set(name, open(rootKey, ['data key', name], bytesOf(wrapped)));
    }
    const sealed = database
      .prepare("SELECT * FROM documents WHERE collection = 'kms.materials'")
      .all();
    return sealed.map((row) => {
      const { scope, collection, id, shape, body } = columns(row);
      const place = [scope, collection, id, shape].map(String);
      const key = dataKeys.get(String(scope)) ?? Buffer.alloc(0);
      const document: unknown = JSON.parse(open(key, place, bytesOf(body)).toString('utf8'));
      return Buffer.from(String(columns(document)['bytes']), 'base64');
    });
  } finally {
    database.close();
  }
}

function open(key: Buffer, place: readonly string[], sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(JSON.stringify(place)));
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  const body = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

function columns(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null ? { ...row } : {};
}

function bytesOf(value: unknown): Buffer {
  return value instanceof Uint8Array ? Buffer.from(value) : Buffer.alloc(0);
}
