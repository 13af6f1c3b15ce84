import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PASSABLE = 0o711;

/** A folder that goes with `remove`, and with the process at the latest. */
export function makeTemporaryFolder(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-lab-'));
  // Database servers may run as another user, who must pass through; what is in it protects itself.
  chmodSync(folder, PASSABLE);
  const erase = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', erase);
  return {
    folder,
    remove: () => {
      process.off('exit', erase);
      erase();
    },
  };
}
