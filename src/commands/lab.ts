import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * `holdfast lab …`: runs the labs' own program, beside this one. They are clients, with a client's dependencies,
 * so they have a process of their own.
 */
export function lab(argv: readonly string[]): Promise<number> {
  const program = join(dirname(fileURLToPath(import.meta.url)), 'labs.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...argv], {
      stdio: 'inherit',
      // The clients' advice about Node.js is for who installs them.
      env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    });
    for (const signal of SIGNALS) process.on(signal, () => void child.kill(signal));
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
