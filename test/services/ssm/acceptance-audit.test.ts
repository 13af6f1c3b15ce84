import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SecretsManager } from '@aws-sdk/client-secrets-manager';
import { SSM } from '@aws-sdk/client-ssm';
import { expect, test } from 'vitest';
import { type PrivateServer, startServer } from '../../../labs/private-server.ts';

const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'holdfast.js');

/** The system lets the server write no file beyond so many bytes. */
function limitFiles({ pid }: PrivateServer, bytes: string): void {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`]);
}

test('check 35: what can’t be recorded is not answered', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-audit-'));
  const server = await startServer({
    program,
    dataDirectory: join(folder, 'data'),
    flags: ['--dev', '--no-throttling'],
  });
  try {
    const config = {
      endpoint: server.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      maxAttempts: 1,
    };
    const ssm = new SSM(config);
    const secrets = new SecretsManager(config);
    const Value = 'told to nobody';
    await ssm.putParameter({ Name: 'p', Value, Type: 'SecureString' });
    await secrets.createSecret({ Name: 's', SecretString: Value });
    const reads = [
      () => ssm.getParameter({ Name: 'p', WithDecryption: true }),
      () => ssm.getParametersByPath({ Path: '/', WithDecryption: true }),
      () => secrets.getSecretValue({ SecretId: 's' }),
    ];
    limitFiles(server, '1');
    let refused = 0;
    for (const read of reads) {
      const answer: unknown = await read().catch((error: unknown) => error);
      expect(answer).toBeInstanceOf(Error);
      expect(answer).toMatchObject({ $metadata: { httpStatusCode: 500 } });
      expect(JSON.stringify(answer)).not.toContain(Value);
      refused += 1;
    }
    expect(refused).toBe(3);
    limitFiles(server, 'unlimited');
    const readable = async () => (await reads[0]?.().catch(() => undefined)) !== undefined;
    await expect.poll(readable, { timeout: 20_000 }).toBe(true);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
});
