import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** A secret by any of the spellings it could leak in. */
export interface Secret {
  readonly name: string;
  readonly spellings: readonly Buffer[];
}

export interface Finding {
  readonly secret: string;
  readonly file: string;
}

/** Raw, in both hexadecimal spellings, and in base64 at each of its three alignments. */
export function secretOf(name: string, bytes: Uint8Array): Secret {
  const raw = Buffer.from(bytes);
  const hex = raw.toString('hex');
  const spellings = [raw, Buffer.from(hex), Buffer.from(hex.toUpperCase())];
  for (let shift = 0; shift < 3; shift += 1) {
    const encoded = Buffer.concat([Buffer.alloc(shift), raw]).toString('base64');
    // The first and last characters depend on the neighbours, so they are left out.
    const inner = encoded.replaceAll('=', '').slice(shift === 0 ? 0 : shift + 1, -1);
    spellings.push(Buffer.from(inner));
  }
  return { name, spellings };
}

export function isIn(bytes: Buffer, secret: Secret): boolean {
  return secret.spellings.some((spelling) => bytes.includes(spelling));
}

export interface Search {
  readonly files: number;
  readonly bytes: number;
  readonly findings: readonly Finding[];
}

/** Looks for secrets in every byte of every file of a directory. */
export async function searchDirectory(
  directory: string,
  secrets: readonly Secret[],
): Promise<Search> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const findings: Finding[] = [];
  let bytes = 0;
  const files = entries.filter((entry) => entry.isFile());
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    bytes += content.length;
    for (const secret of secrets) {
      if (isIn(content, secret)) {
        findings.push({ secret: secret.name, file: relative(directory, path) });
      }
    }
  }
  return { files: files.length, bytes, findings };
}
