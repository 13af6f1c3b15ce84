import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { AddPermissionCommand, CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateDBInstanceCommand,
  DescribeDBInstancesCommand,
  RDSClient,
  waitUntilDBInstanceAvailable,
} from '@aws-sdk/client-rds';
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { ACCOUNT, type DevServer, policyText } from '../dev-server.ts';
import { ask, type Entry } from '../postgres.ts';

export const MASTER = { username: 'chief', password: 'correct-horse-battery' };
export const SHOP = 'shop';

/** A real PostgreSQL that RDS runs, with a table and a user of its own. */
export interface Shop {
  readonly rds: RDSClient;
  readonly secrets: SecretsManagerClient;
  readonly app: Entry;
}

export function clientsOf(server: DevServer) {
  const root = server.root(ACCOUNT);
  return { rds: new RDSClient(root), secrets: new SecretsManagerClient(root) };
}

export async function openShop(server: DevServer): Promise<Shop> {
  const { rds, secrets } = clientsOf(server);
  await rds.send(
    new CreateDBInstanceCommand({
      DBInstanceIdentifier: SHOP,
      DBInstanceClass: 'db.t3.micro',
      Engine: 'postgres',
      AllocatedStorage: 20,
      MasterUsername: MASTER.username,
      MasterUserPassword: MASTER.password,
    }),
  );
  await whenAvailable(rds);
  const { DBInstances } = await rds.send(
    new DescribeDBInstancesCommand({ DBInstanceIdentifier: SHOP }),
  );
  const { Address: host = '', Port: port = 0 } = DBInstances?.[0]?.Endpoint ?? {};
  const app = { host, port, username: 'app', password: 'first-password' };
  const chief = { host, port, ...MASTER };
  await ask(chief, `CREATE ROLE app LOGIN PASSWORD '${app.password}'`);
  await ask(chief, 'CREATE TABLE stock AS SELECT 42 AS amount');
  await ask(chief, 'GRANT SELECT ON stock TO app');
  return { rds, secrets, app };
}

const WAIT_SECONDS_MAX = 120;

export async function whenAvailable(rds: RDSClient): Promise<void> {
  const patience = { client: rds, maxWaitTime: WAIT_SECONDS_MAX, minDelay: 1, maxDelay: 2 };
  await waitUntilDBInstanceAvailable(patience, { DBInstanceIdentifier: SHOP });
}

export async function newSecret({ secrets }: Shop, Name: string, value: object): Promise<string> {
  const SecretString = JSON.stringify(value);
  const { ARN = '' } = await secrets.send(new CreateSecretCommand({ Name, SecretString }));
  return ARN;
}

/** What a secret says now, laid over what the client knows of the place. */
export async function readSecret(
  { secrets, app }: Shop,
  SecretId: string,
): Promise<Entry & { readonly version: string }> {
  const { SecretString = '{}', VersionId: version = '' } = await secrets.send(
    new GetSecretValueCommand({ SecretId }),
  );
  const value: Entry = JSON.parse(SecretString);
  return {
    host: app.host,
    port: app.port,
    username: value.username,
    password: value.password,
    version,
  };
}

const FUNCTION = 'rotate-app';
const SECRETS_ACTIONS = [
  'secretsmanager:DescribeSecret',
  'secretsmanager:GetSecretValue',
  'secretsmanager:PutSecretValue',
  'secretsmanager:UpdateSecretVersionStage',
  'secretsmanager:GetRandomPassword',
];

/** The rotation function that comes with Holdfast, deployed as any function is. Gives its ARN. */
export async function deployRotation(server: DevServer, program: string): Promise<string> {
  const root = server.root(ACCOUNT);
  const iam = new IAMClient(root);
  const trust = { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } };
  const { Role } = await iam.send(
    new CreateRoleCommand({
      RoleName: FUNCTION,
      AssumeRolePolicyDocument: policyText({ ...trust, Action: 'sts:AssumeRole' }),
    }),
  );
  await iam.send(
    new PutRolePolicyCommand({
      RoleName: FUNCTION,
      PolicyName: 'secrets',
      PolicyDocument: policyText({ Effect: 'Allow', Action: SECRETS_ACTIONS, Resource: '*' }),
    }),
  );
  const lambda = new LambdaClient(root);
  const archive = join(dirname(program), 'rotation-functions', 'postgres.zip');
  const { FunctionArn = '' } = await lambda.send(
    new CreateFunctionCommand({
      FunctionName: FUNCTION,
      Runtime: 'nodejs20.x',
      Handler: 'postgres.alternatingUsers',
      Timeout: 30,
      Role: Role?.Arn,
      Code: { ZipFile: readFileSync(archive) },
    }),
  );
  await lambda.send(
    new AddPermissionCommand({
      FunctionName: FUNCTION,
      StatementId: 'secrets-manager',
      Action: 'lambda:InvokeFunction',
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: ACCOUNT,
    }),
  );
  return FunctionArn;
}
