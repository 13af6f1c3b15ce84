import { spawnSync } from 'node:child_process';
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startServer } from '../../labs/private-server.ts';

const root = join(import.meta.dirname, '..', '..');
const program = join(root, 'dist', 'holdfast.js');
const hasAws = spawnSync('aws', ['--version']).status === 0;

/** The lines to paste, as they stand on the page. */
async function tour(): Promise<string> {
  const page = await readFile(join(root, 'README.md'), 'utf8');
  const part = page.slice(page.indexOf('## Five minutes'), page.indexOf('## For laptops'));
  return [...part.matchAll(/```bash\n([^]*?)```/g)].map((found) => found[1]).join('\n');
}

// Without the AWS CLI there is nobody to take the tour.
test.skipIf(!hasAws)('README: the tour works by copy and paste', { timeout: 300_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-tour-'));
  const server = await startServer({ program, dataDirectory: join(folder, '.holdfast') });
  try {
    await copyFile(join(root, 'README.md'), join(folder, 'README.md'));
    const command = join(folder, 'holdfast');
    await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
    await chmod(command, 0o755);
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      // A shim of pyenv finds its versions by it.
      ...(process.env['PYENV_ROOT'] === undefined ? {} : { PYENV_ROOT: process.env['PYENV_ROOT'] }),
    };
    const lines = await tour();
    const { stdout, stderr } = spawnSync('sh', ['-c', lines], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    expect(stdout, stderr).toContain('\nattack at dawn\n');
    const errors = stderr.split('\n').filter((line) => line.startsWith('An error occurred'));
    expect(errors.map((line) => line.trim())).toEqual([
      'An error occurred (InvalidCiphertextException) when calling the Decrypt operation:',
      'An error occurred (ValidationException) when calling the Encrypt operation: 1 validation error detected: ' +
        "Value at 'plaintext' failed to satisfy constraint: Member must have length less than or equal to 4096",
      expect.stringMatching(
        /^An error occurred \(AccessDeniedException\) when calling the Decrypt operation: User: arn:aws:iam::000000000000:user\/mallory is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:000000000000:key\/\S+ because no identity-based policy allows the kms:Decrypt action$/,
      ),
    ]);
    expect(stdout).toMatch(/^\d\S+\tmallory\t\{"eventVersion"/m);
    expect(stdout).toMatch(
      /"caller": "arn:aws:iam::000000000000:user\/mallory"[^]*"allowed": false/,
    );
  } finally {
    await server.kill();
    await rm(folder, { recursive: true, force: true });
  }
});
