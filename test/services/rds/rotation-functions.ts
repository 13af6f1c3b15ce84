import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AddPermissionCommand, CreateFunctionCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  CreateSecretCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  RotateSecretCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { expect } from 'vitest';
import type { TestServer } from '../../server.ts';
import { executionRole } from '../lambda/functions.ts';

const BUILT = join(import.meta.dirname, '..', '..', '..', 'dist', 'rotation-functions');

/** What a secret's value says of a database. */
export interface Entry {
  readonly engine: string;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly dbname?: string;
  readonly masterarn?: string;
}

export const SECRETS_ACCESS = {
  Effect: 'Allow',
  Action: [
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetSecretValue',
    'secretsmanager:PutSecretValue',
    'secretsmanager:UpdateSecretVersionStage',
    'secretsmanager:GetRandomPassword',
  ],
  Resource: '*',
} as const;

/** A rotation function as Holdfast ships it, which Secrets Manager may invoke. Gives its ARN. */
export async function deployRotation(
  server: TestServer,
  account: string,
  engine: 'postgres' | 'mysql',
  strategy: 'singleUser' | 'alternatingUsers',
): Promise<string> {
  const lambda = new LambdaClient(server.client(account));
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName: 'rotates',
      Runtime: 'nodejs20.x',
      Handler: `${engine}.${strategy}`,
      Timeout: 30,
      Role: await executionRole(server, account, 'rotates', SECRETS_ACCESS),
      Code: { ZipFile: readFileSync(join(BUILT, `${engine}.zip`)) },
    }),
  );
  await allowSecretsManager(lambda, account, 'rotates');
  return `arn:aws:lambda:us-east-1:${account}:function:rotates`;
}

export async function allowSecretsManager(
  lambda: LambdaClient,
  account: string,
  FunctionName: string,
): Promise<void> {
  await lambda.send(
    new AddPermissionCommand({
      FunctionName,
      StatementId: 'secrets',
      Action: 'lambda:InvokeFunction',
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: account,
    }),
  );
}

export class RotatedSecret {
  readonly #client: SecretsManagerClient;
  readonly arn: string;

  private constructor(client: SecretsManagerClient, arn: string) {
    this.#client = client;
    this.arn = arn;
  }

  static async make(server: TestServer, account: string, Name: string, entry: object) {
    const client = new SecretsManagerClient(server.client(account));
    const SecretString = JSON.stringify(entry);
    const { ARN = '' } = await client.send(new CreateSecretCommand({ Name, SecretString }));
    return new RotatedSecret(client, ARN);
  }

  async read(VersionStage = 'AWSCURRENT'): Promise<Entry & { readonly version: string }> {
    const { SecretString = '{}', VersionId: version = '' } = await this.#client.send(
      new GetSecretValueCommand({ SecretId: this.arn, VersionStage }),
    );
    const entry: Entry = JSON.parse(SecretString);
    return { ...entry, version };
  }

  async stages() {
    const described = await this.#client.send(new DescribeSecretCommand({ SecretId: this.arn }));
    return described.VersionIdsToStages ?? {};
  }

  /** Rotates it and waits until another version is current. */
  async rotate(RotationLambdaARN?: string): Promise<void> {
    const before = await this.read();
    await this.#client.send(
      new RotateSecretCommand({
        SecretId: this.arn,
        ...(RotationLambdaARN === undefined
          ? {}
          : { RotationLambdaARN, RotationRules: { AutomaticallyAfterDays: 30 } }),
      }),
    );
    await expect
      .poll(async () => (await this.read()).version, { timeout: 60_000, interval: 100 })
      .not.toBe(before.version);
  }
}

/** How many records the account has of an event. */
export async function countEvents(
  server: TestServer,
  account: string,
  AttributeValue: string,
): Promise<number> {
  const { Events = [] } = await new CloudTrailClient(server.client(account)).send(
    new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue }],
    }),
  );
  return Events.length;
}
