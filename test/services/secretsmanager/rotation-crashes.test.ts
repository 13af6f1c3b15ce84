import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AddPermissionCommand, CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  ListSecretVersionIdsCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientConfig } from '../../../labs/clients.ts';
import { type PrivateServer, startServer } from '../../../labs/private-server.ts';
import { policyText } from '../../identities.ts';
import { zipOf } from '../lambda/archives.ts';
import { PYTHON_ROTATION } from './python-rotation.ts';
import { token } from './secrets.ts';

const program = join(import.meta.dirname, '..', '..', '..', 'dist', 'holdfast.js');
const ACCOUNT = '000000000000';
const SecretId = 'crashes';
const FunctionName = 'crashes';
const STEPS = ['createSecret', 'setSecret', 'testSecret', 'finishSecret'];

/** Does each step, then tells of it by a tag; the first time at the step where it is to be cut off, it stays there. */
function stopsAt(step: string): string {
  return `${PYTHON_ROTATION}
import time
rotate = handler

def handler(event, context):
    rotate(event, context)
    tags = call('DescribeSecret', {'SecretId': event['SecretId']}).get('Tags', [])
    done = next((tag['Value'] for tag in tags if tag['Key'] == 'steps'), '')
    steps = (done + ' ' + event['Step']).strip()
    call('TagResource', {'SecretId': event['SecretId'], 'Tags': [{'Key': 'steps', 'Value': steps}]})
    if event['Step'] == '${step}' and steps.split().count('${step}') == 1:
        time.sleep(60)
`;
}

let directory: string;
let server: PrivateServer;

async function start(): Promise<void> {
  const flags = ['--dev', '--unisolated-functions'];
  server = await startServer({ program, dataDirectory: directory, flags });
}

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'holdfast-rotation-'));
  await start();
});

afterEach(async () => {
  await server.kill();
  await rm(directory, { recursive: true, force: true });
});

function config() {
  return clientConfig(server.url, { accessKeyId: 'test', secretAccessKey: 'test' });
}

async function makeFunction(source: string): Promise<string> {
  const iam = new IAMClient(config());
  const allow = { Effect: 'Allow', Action: 'secretsmanager:*', Resource: '*' } as const;
  const trust = {
    Effect: 'Allow',
    Principal: { Service: 'lambda.amazonaws.com' },
    Action: 'sts:AssumeRole',
  } as const;
  const RoleName = 'rotates';
  const { Role } = await iam.send(
    new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: policyText(trust) }),
  );
  const PolicyDocument = policyText(allow);
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'own', PolicyDocument }));
  const lambda = new LambdaClient(config());
  const made = await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Code: { ZipFile: zipOf({ name: 'app.py', text: source }) },
      Runtime: 'python3.11',
      Handler: 'app.handler',
      Timeout: 90,
      Role: Role?.Arn,
    }),
  );
  await lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 'secrets',
      Action: 'lambda:InvokeFunction',
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: ACCOUNT,
    }),
  );
  return made.FunctionArn ?? '';
}

async function stepsDone(): Promise<readonly string[]> {
  const described = await new SecretsManagerClient(config()).send(
    new DescribeSecretCommand({ SecretId }),
  );
  const tag = described.Tags?.find(({ Key }) => Key === 'steps');
  return tag?.Value?.split(' ') ?? [];
}

for (const [at, step] of STEPS.entries()) {
  test(`a crash in ${step}: the rotation goes on, and skips nothing`, {
    timeout: 90_000,
  }, async () => {
    const create = { SecretString: 'first', ClientRequestToken: token('first') };
    const first = new SecretsManagerClient(config());
    await first.send(new CreateSecretCommand({ Name: SecretId, ...create }));
    const RotationLambdaARN = await makeFunction(stopsAt(step));
    const rotate = { SecretId, RotationLambdaARN, RotationRules: { AutomaticallyAfterDays: 30 } };
    const { VersionId = '' } = await first.send(new RotateSecretCommand(rotate));
    const before = STEPS.slice(0, at + 1);
    await expect.poll(stepsDone, { timeout: 30_000 }).toEqual(before);
    await server.kill();
    await start();
    await expect.poll(stepsDone, { timeout: 30_000 }).toEqual([...before, ...STEPS.slice(at)]);
    const again = new SecretsManagerClient(config());
    const rotated = async () =>
      (await again.send(new DescribeSecretCommand({ SecretId }))).LastRotatedDate;
    await expect.poll(rotated, { timeout: 20_000 }).toBeInstanceOf(Date);
    const read = await again.send(new GetSecretValueCommand({ SecretId }));
    expect(read).toMatchObject({ VersionId, VersionStages: ['AWSCURRENT', 'AWSPENDING'] });
    const { Versions } = await again.send(new ListSecretVersionIdsCommand({ SecretId }));
    expect(Versions).toHaveLength(2);
  });
}
