import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether the `openssl` binary is here; tests of interoperability are skipped without it. */
export const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

/**
 * Runs `openssl` with files: an argument `@name` is the path of the file of that name, which holds the bytes given for
 * it, or is written by the command. Gives the bytes of `@out`, or what the command printed. Throws when it fails.
 */
export function openssl(args: readonly string[], files: Record<string, Uint8Array> = {}): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-openssl-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const paths = args.map((arg) => (arg.startsWith('@') ? join(folder, arg.slice(1)) : arg));
    const printed = execFileSync('openssl', paths, { stdio: ['ignore', 'pipe', 'pipe'] });
    return args.includes('@out') ? readFileSync(join(folder, 'out')) : printed;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
