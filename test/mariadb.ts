// A MariaDB of the tests' own, from the system's packages.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export interface MariaDbServer {
  readonly port: number;
  stop(): Promise<void>;
}

const ROOT_PASSWORD = 'root-password';

/** A running server, whose root has the password `root-password`; or the reason why there is none. */
export async function startMariaDb(): Promise<MariaDbServer | string> {
  if (spawnSync('mariadbd', ['--version']).status !== 0) return 'there is no mariadbd';
  const folder = mkdtempSync(join(tmpdir(), 'hf-mariadb-'));
  const data = join(folder, 'data');
  const { username } = userInfo();
  const common = ['--no-defaults', `--datadir=${data}`, `--user=${username}`];
  const made = spawnSync('mariadb-install-db', [
    ...common,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  if (made.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    return `mariadb-install-db failed: ${made.stderr.toString().slice(-500)}`;
  }
  const port = await freePort();
  const init = join(folder, 'init.sql');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(
    init,
    `ALTER USER root@localhost IDENTIFIED BY '${ROOT_PASSWORD}';
CREATE OR REPLACE USER root@'127.0.0.1' IDENTIFIED BY '${ROOT_PASSWORD}';
GRANT ALL ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;
`,
  );
  const child = spawn(
    'mariadbd',
    [
      ...common,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      `--socket=${join(folder, 'socket')}`,
      `--init-file=${init}`,
      '--skip-name-resolve',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const endNow = (): void => void child.kill('SIGKILL');
  process.once('exit', endNow);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.once('exit', () => reject(new Error(said.slice(-1_000))));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('ready for connections')) resolve();
    });
  });
  return {
    port,
    stop: async () => {
      process.off('exit', endNow);
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
