import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../config/up-config.ts';
import { backUpClosed } from '../store/backup.ts';
import { askIfRunning } from './control.ts';
import { readDataFlag } from './data-flag.ts';

const HELP = `holdfast backup DIR [--data DIR]: copy state and audit trail into an empty directory

The server may run meanwhile. The root key is never copied: keep it apart.
`;

/** `holdfast backup DIR`: from the running server, or from the directory when none runs. */
export async function backup(argv: readonly string[]): Promise<number> {
  if (argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const { dataDirectory, words } = readDataFlag(argv);
  const [target] = words;
  if (target === undefined || words.length > 1) {
    throw new UsageError('backup wants one directory: holdfast backup DIR');
  }
  const to = resolve(target);
  const say = (text: string): void => void process.stdout.write(text);
  const body = JSON.stringify({ to });
  const path = '/_holdfast/backup';
  const answer = await askIfRunning(dataDirectory, { method: 'POST', path, body, onText: say });
  if (answer !== undefined) return answer.body.endsWith('done\n') ? 0 : 1;
  const workerFile = join(dirname(fileURLToPath(import.meta.url)), 'store-writer.js');
  const onProgress = (text: string): void => say(`${text}\n`);
  try {
    await backUpClosed({ directory: dataDirectory, to, workerFile, onProgress });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
  say('done\n');
  return 0;
}
