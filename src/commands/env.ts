import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../config/up-config.ts';
import { readDataFlag } from './data-flag.ts';

/** The file, readable by its owner alone, that holds the lines to paste. */
export function environmentFile(dataDirectory: string): string {
  return join(dataDirectory, 'env');
}

/** `eval "$(holdfast env)"`: the lines that point AWS clients at this server. */
export async function env(argv: readonly string[]): Promise<number> {
  const { dataDirectory } = readDataFlag(argv);
  const path = environmentFile(dataDirectory);
  try {
    process.stdout.write(await readFile(path, 'utf8'));
    return 0;
  } catch {
    throw new UsageError(`${path} is not there; start the server first with npm start`);
  }
}
