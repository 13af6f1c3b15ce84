import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LABS, type CatalogueEntry } from './catalogue.ts';
import { runLab, type Lab, type RunningServer } from './lab.ts';
import { Narrator } from './narration.ts';

const HELP = `holdfast lab: runnable walk-throughs, driven by real AWS clients

  holdfast lab list              what there is
  holdfast lab run NAME          run one; it starts a private server and takes it away again

A lab tells what it sends and what is seen on the wire, on the disk and in the audit trail. Every claim is
checked: a green check or a red cross with the reason. The exit code is 1 when a check failed.

  --size MB        how large a file the lab encrypts              (100)
  --use-running    use the server that AWS_ENDPOINT_URL, AWS_REGION and the credentials of the environment
                   lead to: eval "$(./holdfast env)". Steps that must stop a server are skipped.
  --plain          no colours; the default where the output is not a terminal, or NO_COLOR is set

The text of each lab is in labs/NAME/README.md.
`;

const INSTALL = `This lab is driven by real AWS clients. They are development dependencies and are not installed.
Install them with

  npm install --include=dev

and run the lab again.
`;

const SIZE_MAX_MEGABYTES = 100_000;

/** A command line that can't be understood. */
class UsageError extends Error {}

// An interrupted lab leaves no server and no folder behind: both go when the process exits.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`holdfast lab: ${error.message}\n`);
  process.exitCode = 2;
}

async function main(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parse(argv);
  const [verb, name] = positionals;
  if (values.help === true || verb === undefined) return print(HELP);
  if (verb === 'list') return print(catalogue());
  if (verb !== 'run') throw new UsageError(`there is no 'lab ${verb}'; use lab list or lab run`);
  const entry = LABS.find((lab) => lab.name === name);
  if (entry === undefined) {
    throw new UsageError(
      `${name === undefined ? 'run wants a name' : `no lab '${name}'`}.\n${catalogue()}`,
    );
  }
  const megabytes = sizeOf(values.size ?? '100');
  const running = values['use-running'] === true ? runningServer() : undefined;
  const lab = await load(entry);
  if (lab === undefined) {
    process.stderr.write(INSTALL);
    return 1;
  }
  const colours =
    values.plain !== true && process.stdout.isTTY === true && !process.env['NO_COLOR'];
  const narrator = new Narrator({ colours, write: (text) => void process.stdout.write(text) });
  const program = join(dirname(fileURLToPath(import.meta.url)), 'holdfast.js');
  const { failed } = await runLab(lab, { narrator, program, megabytes, running });
  return failed.length === 0 ? 0 : 1;
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        help: { type: 'boolean' },
        plain: { type: 'boolean' },
        size: { type: 'string' },
        'use-running': { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function catalogue(): string {
  const lines = LABS.map(({ name, summary }) => `  ${name.padEnd(19)}${summary}`);
  return ['labs:', ...lines, '', 'Run one with: holdfast lab run NAME', ''].join('\n');
}

function sizeOf(text: string): number {
  const size = Number(text);
  if (!/^\d{1,6}$/.test(text) || size < 1 || size > SIZE_MAX_MEGABYTES) {
    throw new UsageError(`--size wants a number of megabytes from 1 to ${SIZE_MAX_MEGABYTES}`);
  }
  return size;
}

function runningServer(): RunningServer {
  const { env } = process;
  const url = env['AWS_ENDPOINT_URL'];
  const accessKeyId = env['AWS_ACCESS_KEY_ID'];
  const secretAccessKey = env['AWS_SECRET_ACCESS_KEY'];
  const sessionToken = env['AWS_SESSION_TOKEN'];
  if (url === undefined || accessKeyId === undefined || secretAccessKey === undefined) {
    throw new UsageError(
      '--use-running reads AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; ' +
        'set them with: eval "$(./holdfast env)"',
    );
  }
  return {
    url,
    region: env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1',
    credentials: {
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === undefined ? {} : { sessionToken }),
    },
  };
}

/** Undefined when the AWS clients are not installed. */
async function load(entry: CatalogueEntry): Promise<Lab | undefined> {
  try {
    return await entry.load();
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (isMissing) return undefined;
    throw error;
  }
}
