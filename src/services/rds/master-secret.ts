import { randomInt } from 'node:crypto';
import type { KmsOperations } from '../../../models/kms/types.ts';
import type { IamOperations } from '../../../models/iam/types.ts';
import type { SecretsmanagerOperations } from '../../../models/secretsmanager/types.ts';
import type { CallOptions, Context, OperationReference } from '../../contract/operation.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import { uuid } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { arnOf } from './resources.ts';
import type { MasterSecret, ServerOwner } from './state.ts';

type Secrets<N extends keyof SecretsmanagerOperations> = OperationReference<
  SecretsmanagerOperations[N]['input'],
  SecretsmanagerOperations[N]['output']
>;
type Kms<N extends keyof KmsOperations> = OperationReference<
  KmsOperations[N]['input'],
  KmsOperations[N]['output']
>;
type Iam<N extends keyof IamOperations> = OperationReference<
  IamOperations[N]['input'],
  IamOperations[N]['output']
>;

const CREATE: Secrets<'CreateSecret'> = { service: 'secretsmanager', operation: 'CreateSecret' };
const DELETE: Secrets<'DeleteSecret'> = { service: 'secretsmanager', operation: 'DeleteSecret' };
export const ROTATE: Secrets<'RotateSecret'> = {
  service: 'secretsmanager',
  operation: 'RotateSecret',
};
const DESCRIBE_KEY: Kms<'DescribeKey'> = { service: 'kms', operation: 'DescribeKey' };
const CREATE_GRANT: Kms<'CreateGrant'> = { service: 'kms', operation: 'CreateGrant' };
const RETIRE_GRANT: Kms<'RetireGrant'> = { service: 'kms', operation: 'RetireGrant' };
const LINK_ROLE: Iam<'CreateServiceLinkedRole'> = {
  service: 'iam',
  operation: 'CreateServiceLinkedRole',
};

const PRINCIPAL = 'rds.amazonaws.com';
const ROLE_NAME = 'AWSServiceRoleForRDS';
const DEFAULT_KEY = 'alias/aws/secretsmanager';
const DAYS_DEFAULT = 7;
const PASSWORD_CHARACTERS = 28;
/** What master user passwords may be made of, without what shells and URLs take for their own. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#*-.:<=>_~';

export function newPassword(): string {
  let password = '';
  for (let at = 0; at < PASSWORD_CHARACTERS; at += 1) {
    password += ALPHABET[randomInt(ALPHABET.length)];
  }
  return password;
}

/** As applications read it. */
export function secretText(username: string, password: string): string {
  return JSON.stringify({ username, password });
}

export const VIA_RDS: CallOptions = { via: 'rds' };

/** RDS by the role that is linked to it in its user's account. */
export function asRds({ account, region }: Scope): CallOptions {
  return {
    as: {
      principal: PRINCIPAL,
      account,
      role: { arn: roleArn(account, region), sessionName: 'RDS' },
    },
  };
}

function roleArn(account: string, region: string): string {
  const partition = partitionOf(region);
  const resource = `role/aws-service-role/${PRINCIPAL}/${ROLE_NAME}`;
  return formatArn({ partition, service: 'iam', region: '', account, resource });
}

export interface WantedSecret {
  readonly owner: Pick<ServerOwner, 'kind' | 'scope' | 'id'>;
  readonly username: string;
  readonly password: string;
  /** The customer's key; the account's key for Secrets Manager when absent. */
  readonly kmsKeyId: string | undefined;
}

/** Makes the secret of a master user on the caller's behalf; from then on RDS rotates it every seven days. */
export async function makeSecret(
  context: Context,
  principals: PrincipalDirectory,
  { owner, username, password, kmsKeyId }: WantedSecret,
): Promise<MasterSecret> {
  const { scope } = context.call;
  const role = roleArn(scope.account, scope.region);
  if ((await principals.identify(context.unit, role)) === undefined) {
    await context.callService(LINK_ROLE, { AWSServiceName: PRINCIPAL }, VIA_RDS);
  }
  const KeyId = kmsKeyId ?? DEFAULT_KEY;
  const { KeyMetadata } = await context.callService(DESCRIBE_KEY, { KeyId }, VIA_RDS);
  const keyArn = KeyMetadata?.Arn ?? KeyId;
  const grantId = kmsKeyId === undefined ? undefined : await grantKey(context, keyArn, role);
  const arn = await createSecret(context, owner, {
    SecretString: secretText(username, password),
    ...(kmsKeyId === undefined ? {} : { KmsKeyId: keyArn }),
  });
  const rules = { AutomaticallyAfterDays: DAYS_DEFAULT };
  const ClientRequestToken = await context.once(uuid);
  await context.callService(
    ROTATE,
    { SecretId: arn, ClientRequestToken, RotationRules: rules, RotateImmediately: false },
    asRds(scope),
  );
  return { arn, keyArn, status: 'creating', ...(grantId === undefined ? {} : { grantId }) };
}

/** Later rotations are RDS's own: its role may then use the customer's key. */
async function grantKey(
  context: Context,
  KeyId: string,
  role: string,
): Promise<string | undefined> {
  const grant = {
    KeyId,
    GranteePrincipal: role,
    RetiringPrincipal: role,
    Operations: ['DescribeKey', 'Decrypt', 'GenerateDataKey'],
  } as const;
  return (await context.callService(CREATE_GRANT, grant, VIA_RDS)).GrantId;
}

async function createSecret(
  context: Context,
  owner: WantedSecret['owner'],
  value: { readonly SecretString: string; readonly KmsKeyId?: string },
): Promise<string> {
  const isCluster = owner.kind === 'cluster';
  const primary = arnOf(owner);
  const tag = isCluster ? 'aws:rds:primaryDBClusterArn' : 'aws:rds:primaryDBInstanceArn';
  const made = await context.callService(
    CREATE,
    {
      ...value,
      Name: `rds!${owner.kind}-${await context.once(uuid)}`,
      ClientRequestToken: await context.once(uuid),
      Description: `Secret associated with primary RDS DB ${isCluster ? 'cluster' : 'instance'}: ${primary}`,
      Tags: [
        { Key: 'aws:secretsmanager:owningService', Value: 'rds' },
        { Key: tag, Value: primary },
      ],
    },
    VIA_RDS,
  );
  if (made.ARN === undefined) throw new Error('a new secret has no ARN');
  return made.ARN;
}

/** What calls as RDS are made by: a handler's context, or a job's. */
type Calls = Pick<Context, 'callService'>;

/** The secret goes at once, as AWS lets it, and RDS gives the customer's key back. */
export async function deleteSecret(
  calls: Calls,
  scope: Scope,
  { arn, keyArn, grantId }: MasterSecret,
): Promise<void> {
  const deletion = { SecretId: arn, ForceDeleteWithoutRecovery: true };
  await calls.callService(DELETE, deletion, asRds(scope));
  if (grantId === undefined) return;
  await calls.callService(RETIRE_GRANT, { KeyId: keyArn, GrantId: grantId }, asRds(scope));
}
