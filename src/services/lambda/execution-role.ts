import type { Context, Permission, ServiceActor } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { crossAccountRole, roleNotAssumable, roleRefused } from './errors.ts';
import { assumeRole, type CallService, PRINCIPAL } from './other-services.ts';

/** The permission to hand a role to Lambda. Errors: AccessDeniedException for another account's. */
export function passesRole(owner: Scope, role: string): Permission {
  if (parseArn(role)?.account !== owner.account) throw crossAccountRole();
  const conditions = new Map([['iam:passedtoservice', [PRINCIPAL]]]);
  return { action: 'iam:PassRole', resource: role, conditions };
}

/** Errors: InvalidParameterValueException unless Lambda may assume the role, which it does. */
export async function requireAssumable(
  context: Context,
  role: string,
  functionName: string,
): Promise<void> {
  try {
    await credentialsOf(context.callService.bind(context), role, functionName);
  } catch (error) {
    throw error instanceof ServiceError ? roleNotAssumable() : error;
  }
}

/** A session is called as its function is, which may be shorter than a session's name. */
function sessionNameOf(functionName: string): string {
  return functionName.padEnd(2, '_');
}

/** Lambda at work as the execution role of a function, on the account of the role. */
export function asRole(role: string, functionName: string): ServiceActor {
  return { ...asItself(role), role: { arn: role, sessionName: sessionNameOf(functionName) } };
}

function asItself(role: string): ServiceActor {
  const account = parseArn(role)?.account;
  return { principal: PRINCIPAL, ...(account === undefined ? {} : { account }) };
}

/** Credentials of the execution role, as sandboxes hold them. */
export interface RoleCredentials {
  readonly environment: Readonly<Record<string, string>>;
  readonly expires: Instant;
}

/** Errors: AccessDeniedException when the role is gone or does not trust Lambda any more. */
export async function roleCredentials(
  callService: CallService,
  role: string,
  functionName: string,
): Promise<RoleCredentials> {
  try {
    return await credentialsOf(callService, role, functionName);
  } catch (error) {
    throw error instanceof ServiceError ? roleRefused() : error;
  }
}

async function credentialsOf(
  callService: CallService,
  role: string,
  functionName: string,
): Promise<RoleCredentials> {
  const { Credentials } = await callService(
    assumeRole,
    { RoleArn: role, RoleSessionName: sessionNameOf(functionName) },
    { as: asItself(role) },
  );
  if (Credentials === undefined) throw new Error('STS answered without credentials');
  return {
    environment: {
      AWS_ACCESS_KEY_ID: Credentials.AccessKeyId,
      AWS_SECRET_ACCESS_KEY: Credentials.SecretAccessKey,
      AWS_SESSION_TOKEN: Credentials.SessionToken,
    },
    expires: Credentials.Expiration.getTime(),
  };
}
