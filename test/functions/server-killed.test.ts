import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { CreateFunctionCommand, InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { expect, test } from 'vitest';
import { startServer } from '../../labs/private-server.ts';
import { policyText } from '../identities.ts';
import { zipOf } from '../services/lambda/archives.ts';
import { listen } from '../services/lambda/listener.ts';

const program = join(import.meta.dirname, '..', '..', 'dist', 'holdfast.js');
const flags = ['--dev', '--unisolated-functions'];

/** Processes whose environment names the function: this user's, or everybody's for root. */
function processesOf(marker: string): number {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/environ`, 'latin1').includes(marker);
    } catch {
      return false;
    }
  }).length;
}

test('a killed server takes its functions along, and runs their events when it is back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-killed-'));
  const listener = await listen();
  const dataDirectory = join(folder, 'data');
  const marker = `MARKER=${listener.url}`;
  try {
    const first = await startServer({ program, dataDirectory, flags });
    const client = (endpoint: string) => ({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    });
    const { Role } = await new IAMClient(client(first.url)).send(
      new CreateRoleCommand({
        RoleName: 'runs',
        AssumeRolePolicyDocument: policyText({
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
      }),
    );
    const lambda = new LambdaClient(client(first.url));
    await lambda.send(
      new CreateFunctionCommand({
        FunctionName: 'slow',
        Role: Role?.Arn,
        Runtime: 'provided.al2023',
        Handler: 'bootstrap',
        Timeout: 60,
        Environment: { Variables: { MARKER: listener.url } },
        Code: {
          ZipFile: zipOf({
            name: 'bootstrap',
            mode: 0o100755,
            text: `#!/bin/bash
API="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
EVENT=$(curl -sS "$API/next")
curl -sS -d started "$MARKER"
sleep 600 & wait
`,
          }),
        },
      }),
    );
    await lambda.send(new InvokeCommand({ FunctionName: 'slow', InvocationType: 'Event' }));
    await expect.poll(() => listener.heard, { timeout: 20_000 }).toEqual(['started']);
    expect(processesOf(marker)).toBeGreaterThan(0);
    process.kill(first.pid, 'SIGKILL');
    await expect.poll(() => processesOf(marker), { timeout: 10_000 }).toBe(0);
    const second = await startServer({ program, dataDirectory, flags });
    await expect.poll(() => listener.heard, { timeout: 20_000 }).toEqual(['started', 'started']);
    await second.stop();
    expect(processesOf(marker)).toBe(0);
  } finally {
    listener.close();
    await rm(folder, { recursive: true, force: true });
  }
});
