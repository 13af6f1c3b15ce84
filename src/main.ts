import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from './config/up-config.ts';
import { prepareWriterThread } from './store/sqlite/writer-thread.ts';

/** A command reads its own arguments and returns the exit code. */
interface Command {
  readonly summary: string;
  readonly load: () => Promise<(argv: readonly string[]) => Promise<number>>;
}

/** The thread that writes starts while the program is read. */
async function loadUp() {
  const here = dirname(fileURLToPath(import.meta.url));
  prepareWriterThread(join(here, 'store-writer.js'));
  return (await import('./commands/up.ts')).up;
}

const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['up', { summary: 'start the server', load: loadUp }],
  [
    'env',
    {
      summary: 'print the lines that point AWS clients at the running server',
      load: async () => (await import('./commands/env.ts')).env,
    },
  ],
  [
    'status',
    {
      summary: 'ask a running server how it is',
      load: async () => (await import('./commands/status.ts')).status,
    },
  ],
  [
    'explain',
    {
      summary: 'show which policy statements decided a call: explain <request-id>',
      load: async () => (await import('./commands/explain.ts')).explain,
    },
  ],
  [
    'bill',
    {
      summary: 'what the accounts would pay AWS: bill [--month YYYY-MM] [--account ID]',
      load: async () => (await import('./commands/bill.ts')).bill,
    },
  ],
  [
    'backup',
    {
      summary: 'copy state and audit trail, also from a running server: backup DIR',
      load: async () => (await import('./commands/backup.ts')).backup,
    },
  ],
  [
    'restore',
    {
      summary: 'make a data directory of a backup: restore DIR --data DIR',
      load: async () => (await import('./commands/restore.ts')).restore,
    },
  ],
  [
    'root-key',
    {
      summary: 'replace the key that wraps all others: root-key rotate --to K',
      load: async () => (await import('./commands/root-key.ts')).rootKey,
    },
  ],
  [
    'root-credentials',
    {
      summary: 'replace the root credentials: root-credentials --new',
      load: async () => (await import('./commands/root-credentials.ts')).rootCredentials,
    },
  ],
  [
    'lab',
    {
      summary: 'run a walk-through driven by real AWS clients: lab list, lab run <name>',
      load: async () => (await import('./commands/lab.ts')).lab,
    },
  ],
]);

function help(): string {
  const lines = [...COMMANDS].map(([name, { summary }]) => `  ${name.padEnd(18)}${summary}`);
  return [
    'holdfast: the security half of AWS, on any machine, for real',
    '',
    ...lines,
    '',
    'holdfast <command> --help tells more.',
    '',
  ].join('\n');
}

async function run(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help' || name === 'help') {
    process.stdout.write(help());
    return 0;
  }
  const command = COMMANDS.get(name);
  if (command === undefined) {
    process.stderr.write(`holdfast has no command '${name}'\n\n${help()}`);
    return 2;
  }
  return (await command.load())(rest);
}

async function main(): Promise<void> {
  try {
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`holdfast: ${error.message}\n`);
    process.exitCode = 2;
  }
}

void main();
