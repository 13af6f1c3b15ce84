import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../config/up-config.ts';

/** Reads `--data DIR` and the remaining words of a command that speaks to a running server. */
export function readDataFlag(
  argv: readonly string[],
  flags: readonly string[] = [],
): {
  readonly dataDirectory: string;
  readonly words: readonly string[];
  readonly given: ReadonlySet<string>;
} {
  const options: Record<string, { type: 'string' } | { type: 'boolean' }> = {
    data: { type: 'string' },
  };
  for (const flag of flags) options[flag] = { type: 'boolean' };
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const data = values['data'];
    return {
      dataDirectory: resolve(typeof data === 'string' ? data : '.holdfast'),
      words: positionals,
      given: new Set(flags.filter((flag) => values[flag] === true)),
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
