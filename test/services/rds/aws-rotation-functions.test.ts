// AWS's own rotation functions, unmodified. HOLDFAST_TEST_AWS_ROTATION_FUNCTIONS names a clone of
// aws-samples/aws-secrets-manager-rotation-lambdas; HOLDFAST_TEST_PYTHON_PACKAGES names a folder into which
// `pip install --target FOLDER boto3 PyGreSQL` was done by the Python that functions run in.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateDBInstanceCommand, RDSClient } from '@aws-sdk/client-rds';
import { CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { executionRole } from '../lambda/functions.ts';
import { instanceWhen, lacksPostgres, POSTGRES, query } from './databases.ts';
import {
  allowSecretsManager,
  countEvents,
  RotatedSecret,
  SECRETS_ACCESS,
} from './rotation-functions.ts';

const functions = process.env['HOLDFAST_TEST_AWS_ROTATION_FUNCTIONS'];
const packages = process.env['HOLDFAST_TEST_PYTHON_PACKAGES'];
const isReady = functions !== undefined && packages !== undefined && lacksPostgres === undefined;

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

/** The function with what it imports, as AWS's documentation has it packed. */
function archiveOf(name: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'holdfast-aws-function-'));
  try {
    cpSync(packages ?? '', join(folder, 'content'), { recursive: true });
    cpSync(join(functions ?? '', name), join(folder, 'content'), { recursive: true });
    const zip = join(folder, 'function.zip');
    const content = `${join(folder, 'content')}/.`;
    const made = spawnSync('python3', ['-m', 'zipfile', '-c', zip, content]);
    expect(made.status, made.stderr.toString()).toBe(0);
    return readFileSync(zip);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The archive in a bucket: it is larger than what a request may bring. */
async function uploaded(account: string, name: string) {
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const place = { Bucket: `functions-${account}`, Key: 'function.zip' };
  await s3.send(new CreateBucketCommand({ Bucket: place.Bucket }));
  await s3.send(new PutObjectCommand({ ...place, Body: archiveOf(name) }));
  return { S3Bucket: place.Bucket, S3Key: place.Key };
}

test.skipIf(!isReady)(
  "check 26: AWS's single-user function, unmodified, rotates a PostgreSQL user (needs a clone of it, boto3, PyGreSQL)",
  { timeout: 240_000 },
  async () => {
    const account = freshAccount();
    const rds = new RDSClient(server.client(account));
    await rds.send(new CreateDBInstanceCommand({ ...POSTGRES, DBInstanceIdentifier: 'shop' }));
    const { Endpoint } = await instanceWhen(rds, 'shop', 'available');
    const port = Endpoint?.Port ?? 0;
    const host = Endpoint?.Address ?? '';
    const chief = POSTGRES.MasterUserPassword;
    await query(port, chief, "CREATE ROLE app LOGIN PASSWORD 'first-password'");
    const lambda = new LambdaClient(server.client(account));
    const FunctionName = 'aws-single-user';
    const { FunctionArn = '' } = await lambda.send(
      new CreateFunctionCommand({
        FunctionName,
        Runtime: 'python3.11',
        Handler: 'lambda_function.lambda_handler',
        Timeout: 60,
        MemorySize: 1024,
        Role: await executionRole(server, account, FunctionName, SECRETS_ACCESS),
        Code: await uploaded(account, 'SecretsManagerRDSPostgreSQLRotationSingleUser'),
        Environment: { Variables: { SECRETS_MANAGER_ENDPOINT: server.url } },
      }),
    );
    await allowSecretsManager(lambda, account, FunctionName);
    const entry = { engine: 'postgres', host, port, username: 'app', password: 'first-password' };
    const secret = await RotatedSecret.make(server, account, 'app', entry);
    const before = await secret.read();
    await secret.rotate(FunctionArn);
    const after = await secret.read();
    const user = { user: 'app' };
    expect(await query(port, after.password, 'SELECT 1 AS one', user)).toEqual([{ one: 1 }]);
    await expect(query(port, 'first-password', 'SELECT 1', user)).rejects.toThrow(
      'password authentication failed for user "app"',
    );
    const stages = await secret.stages();
    expect(stages[after.version]).toContain('AWSCURRENT');
    expect(stages[before.version]).toEqual(['AWSPREVIOUS']);
    for (const name of ['RotationStarted', 'RotationSucceeded']) {
      await expect.poll(() => countEvents(server, account, name), { timeout: 20_000 }).toBe(1);
    }
  },
);
