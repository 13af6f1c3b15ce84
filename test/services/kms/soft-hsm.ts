import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const LIBRARIES = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
];

const library = LIBRARIES.find((path) => existsSync(path));

/** Why tests with a module are skipped: undefined when they can run. */
export const noHsm: string | undefined =
  library === undefined
    ? 'SoftHSM is not installed (apt-get install softhsm2)'
    : hasPackage()
      ? undefined
      : 'pkcs11js is not installed (npm install --no-save pkcs11js@2.1.7)';

function hasPackage(): boolean {
  try {
    createRequire(import.meta.url)('pkcs11js');
    return true;
  } catch {
    return false;
  }
}

export interface SoftHsm {
  readonly library: string;
  /** Makes a token with a user. */
  addToken(label: string, pin: string): void;
  dispose(): void;
}

/** Tokens in a folder of their own. The library reads where that is when it is first loaded in the process. */
export function softHsm(): SoftHsm {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-hsm-'));
  mkdirSync(join(folder, 'tokens'));
  const configuration = join(folder, 'softhsm2.conf');
  writeFileSync(
    configuration,
    `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  );
  process.env['SOFTHSM2_CONF'] = configuration;
  return {
    library: library ?? '',
    addToken: (label, pin) => {
      const officer = ['--so-pin', 'officer-pin'];
      execFileSync(
        'softhsm2-util',
        ['--init-token', '--free', '--label', label, ...officer, '--pin', pin],
        { env: { ...process.env, SOFTHSM2_CONF: configuration }, stdio: 'ignore' },
      );
    },
    dispose: () => rmSync(folder, { recursive: true }),
  };
}
