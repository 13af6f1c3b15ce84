import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** Where interpreters are looked for. The server's own PATH may lead into its user's home. */
const FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin', '/opt/homebrew/bin'] as const;

/** A family of AWS's runtimes: how it is started on this machine. */
export interface Interpreter {
  /** The program and what stands before the bootstrap, without which `bootstrap` of the archive is run. */
  readonly command: readonly string[];
  /** The bootstrap's file name among the runtimes; undefined: the customer brings one. */
  readonly bootstrap: string | undefined;
  /** The address space may be limited; V8 reserves far more than it uses. */
  readonly limitsAddressSpace: boolean;
}

/** Undefined: this machine has nothing that runs it. */
export function interpreterOf(runtime: string, memoryMb: number): Interpreter | undefined {
  const python = /^python(3\.\d+)$/.exec(runtime)?.[1];
  if (python !== undefined) {
    const file = found(`python${python}`) ?? found('python3');
    if (file === undefined) return undefined;
    return { command: [file, '-u'], bootstrap: 'python.py', limitsAddressSpace: true };
  }
  if (/^nodejs\d+\.x$/.test(runtime)) {
    const heap = `--max-old-space-size=${Math.max(16, Math.floor(memoryMb * 0.9))}`;
    return {
      command: [found('node') ?? process.execPath, heap],
      bootstrap: 'node.mjs',
      limitsAddressSpace: false,
    };
  }
  if (/^provided(\.al2|\.al2023)?$/.test(runtime)) {
    return { command: ['./bootstrap'], bootstrap: undefined, limitsAddressSpace: false };
  }
  return undefined;
}

function found(name: string): string | undefined {
  return FOLDERS.map((folder) => join(folder, name)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
