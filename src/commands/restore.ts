import { resolve } from 'node:path';
import { UsageError } from '../config/up-config.ts';
import { restore as restoreDirectory } from '../store/backup.ts';
import { readDataFlag } from './data-flag.ts';

const HELP = `holdfast restore DIR [--data DIR]: make an empty data directory of a backup

Start the server on it with the root key that the backup's server had:
  holdfast up --data DIR --root-key file:PATH
`;

/** `holdfast restore DIR --data DIR`. */
export async function restore(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const { dataDirectory, words } = readDataFlag(argv);
  const [from] = words;
  if (from === undefined || words.length > 1) {
    throw new UsageError('restore wants one directory: holdfast restore DIR --data DIR');
  }
  try {
    await restoreDirectory(resolve(from), dataDirectory, (text) => {
      process.stdout.write(`${text}\n`);
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  return 0;
}
