import type { Context } from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { passwordFault } from './domain/master-user.ts';
import { invalidCombination, invalidInstanceState, unbuilt } from './errors.ts';
import { deleteSecret, makeSecret, newPassword, ROTATE, VIA_RDS } from './master-secret.ts';
import { newVerifier, requireNoFault } from './new-server.ts';
import { orderServerWork } from './server-job.ts';
import { credentials, type ServerOwner } from './state.ts';

/** What a request says of the master user's password. */
export interface PasswordWish {
  readonly MasterUserPassword?: string | undefined;
  readonly ManageMasterUserPassword?: boolean | undefined;
  readonly MasterUserSecretKmsKeyId?: string | undefined;
  readonly RotateMasterUserPassword?: boolean | undefined;
  readonly ApplyImmediately?: boolean | undefined;
}

/** Errors: InvalidParameterCombination. */
export function requireOneWay(wish: PasswordWish): void {
  const isManaged = wish.ManageMasterUserPassword === true;
  if (isManaged && wish.MasterUserPassword !== undefined) {
    throw invalidCombination(
      'MasterUserPassword can not be specified when ManageMasterUserPassword is enabled.',
    );
  }
  if (!isManaged && wish.MasterUserSecretKmsKeyId !== undefined) {
    throw invalidCombination(
      'A ManageMasterUserPassword value is required when MasterUserSecretKmsKeyId is specified.',
    );
  }
}

/** Changes who keeps the master user's password, or the password itself; gives the owner as it is until then. */
export async function changePassword<T extends ServerOwner>(
  context: Context,
  principals: PrincipalDirectory,
  owner: T,
  wish: PasswordWish,
): Promise<T> {
  requireOneWay(wish);
  const { ManageMasterUserPassword: managed, MasterUserPassword: password } = wish;
  if (wish.RotateMasterUserPassword === true) await rotateNow(context, owner, wish);
  if (managed === true) return manage(context, principals, owner, wish);
  if (managed === false && password === undefined) {
    throw invalidCombination(
      'MasterUserPassword must be provided when ManageMasterUserPassword is set to false.',
    );
  }
  if (password === undefined) return owner;
  if (managed === undefined && owner.secret !== undefined) {
    throw invalidCombination(
      "You can't specify MasterUserPassword while the password is managed in Secrets Manager.",
    );
  }
  const { secret, ...rest } = owner;
  if (secret === undefined) return resetPassword(context, owner, password);
  await deleteSecret(context, owner.scope, secret);
  await resetPassword(context, owner, password);
  return { ...owner, ...rest, secret: undefined, status: 'resetting-master-credentials' };
}

async function rotateNow(context: Context, owner: ServerOwner, wish: PasswordWish): Promise<void> {
  if (owner.secret === undefined) {
    throw invalidCombination(
      'RotateMasterUserPassword requires a master user password that is managed in Secrets Manager.',
    );
  }
  if (wish.ApplyImmediately !== true) {
    throw invalidCombination(
      'You must specify ApplyImmediately when rotating the master user password.',
    );
  }
  const ClientRequestToken = await context.once(uuid);
  await context.callService(ROTATE, { SecretId: owner.secret.arn, ClientRequestToken }, VIA_RDS);
}

async function manage<T extends ServerOwner>(
  context: Context,
  principals: PrincipalDirectory,
  owner: T,
  { MasterUserSecretKmsKeyId: kmsKeyId }: PasswordWish,
): Promise<T> {
  if (owner.secret !== undefined) {
    if (kmsKeyId === undefined) return owner;
    throw unbuilt(context.call.operation, 'another MasterUserSecretKmsKeyId of the same secret');
  }
  const password = await context.once(newPassword);
  const resetting = await resetPassword(context, owner, password);
  const username = owner.server?.masterUsername ?? '';
  const secret = await makeSecret(context, principals, { owner, username, password, kmsKeyId });
  return { ...resetting, secret };
}

/** Has the server's master user take a new password as soon as possible. */
async function resetPassword<T extends ServerOwner>(
  context: Context,
  owner: T,
  password: string,
): Promise<T> {
  requireNoFault(passwordFault(owner.engine, password));
  requireRunningHere(context, owner);
  const kept = await context.view.get(credentials, owner.resourceId);
  if (kept === undefined) throw new Error(`nothing opens the database server ${owner.resourceId}`);
  const master = await newVerifier(context, password);
  context.view.put(credentials, owner.resourceId, { admin: kept.admin, master });
  const resetting = { ...owner, status: 'resetting-master-credentials' } as const;
  orderServerWork(context.unit, resetting, context.call.now);
  return resetting;
}

function requireRunningHere(context: Context, owner: ServerOwner): void {
  if (owner.server?.isExternal === true) {
    const what = 'the master user of a server that is only registered: it is changed there';
    throw unbuilt(context.call.operation, what);
  }
  if (owner.status !== 'available') {
    throw invalidInstanceState('The master user password can only be changed while it is running.');
  }
}
