import {
  CreateKeyCommand,
  DescribeKeyCommand,
  KMSClient,
  ListGrantsCommand,
} from '@aws-sdk/client-kms';
import {
  CreateDBClusterCommand,
  CreateDBInstanceCommand,
  DeleteDBInstanceCommand,
  type MasterUserSecret,
  DescribeDBClustersCommand,
  ModifyDBInstanceCommand,
  RDSClient,
} from '@aws-sdk/client-rds';
import {
  DeleteSecretCommand,
  DeleteResourcePolicyCommand,
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutResourcePolicyCommand,
  PutSecretValueCommand,
  RotateSecretCommand,
  SecretsManagerClient,
  UpdateSecretCommand,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { instanceWhen, lacksPostgres, POSTGRES, query } from './databases.ts';

/** Servers start while the machine does other things too. */
const TIMEOUT = { timeout: 120_000 };
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

const { MasterUserPassword: _chosen, ...UNCHOSEN } = POSTGRES;
const MANAGED = { ...UNCHOSEN, DBInstanceIdentifier: 'orders', ManageMasterUserPassword: true };

function clients(account = freshAccount()) {
  const config = server.client(account);
  return {
    account,
    rds: new RDSClient(config),
    secrets: new SecretsManagerClient(config),
    kms: new KMSClient(config),
  };
}

async function valueOf(
  secrets: SecretsManagerClient,
  SecretId: string | undefined,
  VersionStage = 'AWSCURRENT',
) {
  const { SecretString = '{}', VersionId } = await secrets.send(
    new GetSecretValueCommand({ SecretId, VersionStage }),
  );
  const value: { username: string; password: string } = JSON.parse(SecretString);
  return { ...value, VersionId };
}

const managedByService = {
  name: 'InvalidRequestException',
  message: 'This secret is managed by an AWS service, and you must use that service to update it.',
};

describe.skipIf(lacksPostgres !== undefined)(
  'a managed master user (needs PostgreSQL on this machine)',
  TIMEOUT,
  () => {
    test('check 31: managed RDS secret: made, kept by RDS alone, rotated without Lambda, and gone with its instance', async () => {
      const { account, rds, secrets, kms } = clients();
      const made = await rds.send(new CreateDBInstanceCommand(MANAGED));
      const secret: MasterUserSecret = made.DBInstance?.MasterUserSecret ?? {};
      const SecretId = secret.SecretArn;
      expect(secret.SecretStatus).toBe('creating');
      expect(SecretId).toMatch(
        new RegExp(
          `^arn:aws:secretsmanager:us-east-1:${account}:secret:rds!db-[0-9a-f-]{36}-[A-Za-z0-9]{6}$`,
        ),
      );
      const { KeyMetadata } = await kms.send(
        new DescribeKeyCommand({ KeyId: 'alias/aws/secretsmanager' }),
      );
      expect(secret.KmsKeyId).toBe(KeyMetadata?.Arn);
      const available = await instanceWhen(rds, 'orders', 'available');
      expect(available.MasterUserSecret?.SecretStatus).toBe('active');
      const described = await secrets.send(new DescribeSecretCommand({ SecretId }));
      expect(described).toMatchObject({
        OwningService: 'rds',
        RotationEnabled: true,
        RotationRules: { AutomaticallyAfterDays: 7 },
        Tags: [
          { Key: 'aws:secretsmanager:owningService', Value: 'rds' },
          {
            Key: 'aws:rds:primaryDBInstanceArn',
            Value: `arn:aws:rds:us-east-1:${account}:db:orders`,
          },
        ],
      });
      const port = available.Endpoint?.Port;
      const first = await valueOf(secrets, SecretId);
      expect(first.username).toBe('chief');
      expect(await query(port, first.password, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);

      const forbidden = [
        new UpdateSecretCommand({ SecretId, Description: 'mine' }),
        new DeleteSecretCommand({ SecretId }),
        new PutSecretValueCommand({ SecretId, SecretString: '{}' }),
      ] as const;
      await expect(secrets.send(forbidden[0])).rejects.toMatchObject(managedByService);
      await expect(secrets.send(forbidden[1])).rejects.toMatchObject(managedByService);
      await expect(secrets.send(forbidden[2])).rejects.toMatchObject(managedByService);

      await rds.send(
        new ModifyDBInstanceCommand({
          DBInstanceIdentifier: 'orders',
          RotateMasterUserPassword: true,
          ApplyImmediately: true,
        }),
      );
      await expect
        .poll(async () => (await valueOf(secrets, SecretId)).VersionId, { timeout: 30_000 })
        .not.toBe(first.VersionId);
      const second = await valueOf(secrets, SecretId);
      expect(await query(port, second.password, 'SELECT 2 AS two')).toEqual([{ two: 2 }]);
      await expect(query(port, first.password, 'SELECT 1')).rejects.toThrow('password');
      const stages = (await secrets.send(new DescribeSecretCommand({ SecretId })))
        .VersionIdsToStages;
      expect(stages?.[second.VersionId ?? '']).toContain('AWSCURRENT');
      expect(stages?.[first.VersionId ?? '']).toEqual(['AWSPREVIOUS']);
      const rotated = await instanceWhen(rds, 'orders', 'available');
      expect(rotated.MasterUserSecret?.SecretStatus).toBe('active');

      // A user may rotate it in Secrets Manager too, where it has no function.
      await secrets.send(new RotateSecretCommand({ SecretId }));
      await expect
        .poll(async () => (await valueOf(secrets, SecretId)).VersionId, { timeout: 30_000 })
        .not.toBe(second.VersionId);

      await rds.send(
        new DeleteDBInstanceCommand({ DBInstanceIdentifier: 'orders', SkipFinalSnapshot: true }),
      );
      await expect
        .poll(
          () =>
            secrets.send(new DescribeSecretCommand({ SecretId })).then(
              () => 'there',
              (error: Error) => error.name,
            ),
          { timeout: 30_000 },
        )
        .toBe('ResourceNotFoundException');
    });

    test('seven days later the secret has another password, and a customer key does not hinder it', async () => {
      const { rds, secrets, kms } = clients();
      const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
      const MasterUserSecretKmsKeyId = KeyMetadata?.KeyId;
      const made = await rds.send(
        new CreateDBInstanceCommand({ ...MANAGED, MasterUserSecretKmsKeyId }),
      );
      expect(made.DBInstance?.MasterUserSecret?.KmsKeyId).toBe(KeyMetadata?.Arn);
      const SecretId = made.DBInstance?.MasterUserSecret?.SecretArn;
      const { Endpoint } = await instanceWhen(rds, 'orders', 'available');
      const first = await valueOf(secrets, SecretId);
      const { platform } = server;
      const day = 24 * 3_600_000;
      await platform.engine().advanceTo(platform.engine().clock.serviceTime() + 8 * day);
      const second = await valueOf(secrets, SecretId);
      expect(second.password).not.toBe(first.password);
      expect(await query(Endpoint?.Port, second.password, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
      const DBInstanceIdentifier = 'orders';
      const grants = async () =>
        (await kms.send(new ListGrantsCommand({ KeyId: MasterUserSecretKmsKeyId }))).Grants?.length;
      expect(await grants()).toBe(1);
      const unmanaged = { DBInstanceIdentifier, ManageMasterUserPassword: false };
      await expect(rds.send(new ModifyDBInstanceCommand(unmanaged))).rejects.toMatchObject({
        name: 'InvalidParameterCombination',
        message:
          'MasterUserPassword must be provided when ManageMasterUserPassword is set to false.',
      });
      const { DBInstance } = await rds.send(
        new ModifyDBInstanceCommand({ ...unmanaged, MasterUserPassword: 'battery-staple' }),
      );
      expect(DBInstance?.MasterUserSecret).toBeUndefined();
      await instanceWhen(rds, 'orders', 'available');
      expect(await query(Endpoint?.Port, 'battery-staple', 'SELECT 3 AS three')).toEqual([
        { three: 3 },
      ]);
      expect(await grants()).toBe(0);
      await expect(valueOf(secrets, SecretId)).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });

      await rds.send(
        new ModifyDBInstanceCommand({ DBInstanceIdentifier, ManageMasterUserPassword: true }),
      );
      const again = await instanceWhen(rds, 'orders', 'available');
      const third = await valueOf(secrets, again.MasterUserSecret?.SecretArn);
      expect(await query(Endpoint?.Port, third.password, 'SELECT 4 AS four')).toEqual([
        { four: 4 },
      ]);
    });

    test('a secret whose server can not be reached is impaired until a later attempt reaches it', async () => {
      const { rds, secrets } = clients();
      const made = await rds.send(
        new CreateDBClusterCommand({
          DBClusterIdentifier: 'ledger',
          Engine: 'aurora-postgresql',
          MasterUsername: 'chief',
          ManageMasterUserPassword: true,
        }),
      );
      const SecretId = made.DBCluster?.MasterUserSecret?.SecretArn;
      expect(SecretId).toContain(':secret:rds!cluster-');
      const cluster = async () =>
        (await rds.send(new DescribeDBClustersCommand({ DBClusterIdentifier: 'ledger' })))
          .DBClusters?.[0];
      // The cluster is not there yet: the first attempt fails, and the next one does not.
      await secrets.send(new RotateSecretCommand({ SecretId }));
      await expect
        .poll(async () => (await cluster())?.MasterUserSecret?.SecretStatus, { timeout: 30_000 })
        .toBe('impaired');
      await expect
        .poll(async () => (await cluster())?.Status, { timeout: 60_000 })
        .toBe('available');
      const { platform } = server;
      await platform.engine().advanceTo(platform.engine().clock.serviceTime() + 120_000);
      const value = await valueOf(secrets, SecretId);
      const found = await cluster();
      expect(found?.MasterUserSecret?.SecretStatus).toBe('active');
      expect(await query(found?.Port, value.password, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    });

    test('a rotation that was cut off after the server took the password goes on with the same one', async () => {
      const { rds, secrets } = clients();
      const made = await rds.send(new CreateDBInstanceCommand(MANAGED));
      const SecretId = made.DBInstance?.MasterUserSecret?.SecretArn;
      const { Endpoint } = await instanceWhen(rds, 'orders', 'available');
      const first = await valueOf(secrets, SecretId);
      // The label can't be moved: all that comes before has been done.
      await secrets.send(
        new PutResourcePolicyCommand({
          SecretId,
          ResourcePolicy: policyText({
            Effect: 'Deny',
            Principal: '*',
            Action: 'secretsmanager:UpdateSecretVersionStage',
            Resource: '*',
          }),
        }),
      );
      await secrets.send(new RotateSecretCommand({ SecretId }));
      const status = async () =>
        (await instanceWhen(rds, 'orders', 'available')).MasterUserSecret?.SecretStatus;
      await expect.poll(status, { timeout: 30_000 }).toBe('impaired');
      const pending = await valueOf(secrets, SecretId, 'AWSPENDING');
      expect((await valueOf(secrets, SecretId)).password).toBe(first.password);
      const port = Endpoint?.Port;
      expect(await query(port, pending.password, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);

      await secrets.send(new DeleteResourcePolicyCommand({ SecretId }));
      const { platform } = server;
      await platform.engine().advanceTo(platform.engine().clock.serviceTime() + 120_000);
      expect(await status()).toBe('active');
      const current = await valueOf(secrets, SecretId);
      expect(current).toEqual(pending);
      expect(await query(port, current.password, 'SELECT 2 AS two')).toEqual([{ two: 2 }]);
    });

    test('whoever makes one must be allowed to make the secret', async () => {
      const { account } = clients();
      const user = await newUser(server, account, 'ann', {
        allow: [
          {
            Effect: 'Allow',
            Action: ['rds:*', 'kms:DescribeKey', 'iam:CreateServiceLinkedRole'],
            Resource: '*',
          },
        ],
      });
      const denied = new RDSClient(user).send(new CreateDBInstanceCommand(MANAGED));
      await expect(denied).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message: expect.stringContaining(
          `User: arn:aws:iam::${account}:user/ann is not authorized to perform: secretsmanager:CreateSecret`,
        ),
      });
    });
  },
);

test('CreateDBInstance: refuses two ways to choose the password', async () => {
  const { rds } = clients();
  const both = { ...POSTGRES, ...MANAGED };
  await expect(rds.send(new CreateDBInstanceCommand(both))).rejects.toMatchObject({
    name: 'InvalidParameterCombination',
    message: 'MasterUserPassword can not be specified when ManageMasterUserPassword is enabled.',
  });
  const keyAlone = {
    ...POSTGRES,
    DBInstanceIdentifier: 'orders',
    MasterUserSecretKmsKeyId: 'alias/mine',
  };
  await expect(rds.send(new CreateDBInstanceCommand(keyAlone))).rejects.toMatchObject({
    name: 'InvalidParameterCombination',
    message:
      'A ManageMasterUserPassword value is required when MasterUserSecretKmsKeyId is specified.',
  });
});
