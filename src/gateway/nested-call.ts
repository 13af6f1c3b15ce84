import { parseArn } from '../core/arn.ts';
import { uuid } from '../core/ids.ts';
import type { JsonObject } from '../core/json.ts';
import type { Caller } from '../contract/identity.ts';
import type { Call, CallOptions, ServiceActor } from '../contract/operation.ts';
import type { RegisteredOperation } from './registry.ts';

/**
 * A call that an operation makes of another service, within its own unit. The service's host stands in the place of
 * the caller's address and agent.
 */
export function nestedCall(
  call: Call,
  operation: RegisteredOperation,
  options: CallOptions,
  actor: Caller | undefined,
): Call {
  const { as, via, region = call.scope.region } = options;
  const service = via === undefined ? as?.principal : `${via}.amazonaws.com`;
  const host = options.host ?? service;
  const nested: Call = {
    ...call,
    // CloudTrail names the connection of the caller's own call alone.
    tls: undefined,
    eventId: uuid(),
    service: operation.service.id,
    eventSource: operation.service.principal,
    operation: operation.model.name,
    scope: { account: call.scope.account, region },
    sourceIp: host ?? call.sourceIp,
    userAgent: host ?? call.userAgent,
  };
  if (as !== undefined && actor !== undefined) {
    const account = actor.identity.account || (as.account ?? call.scope.account);
    return {
      ...nested,
      caller: actor,
      scope: { account, region },
      calledVia: via === undefined ? [] : [`${via}.amazonaws.com`],
    };
  }
  if (service === undefined || host === undefined) return nested;
  return {
    ...nested,
    caller: invokedBy(call.caller, host),
    calledVia: [...call.calledVia, service],
  };
}

/** A service in its own name: no account's, and without policies of its own. */
export function serviceIdentity({ principal, sourceArn, account }: ServiceActor): Caller {
  const conditions = new Map<string, readonly string[]>();
  if (sourceArn !== undefined) {
    conditions.set('aws:sourcearn', [sourceArn]);
    const owner = parseArn(sourceArn)?.account || account;
    if (owner !== undefined) conditions.set('aws:sourceaccount', [owner]);
  }
  return {
    identity: {
      type: 'AWSService',
      account: '',
      arn: principal,
      principalId: principal,
      service: principal,
    },
    userIdentity: { type: 'AWSService', invokedBy: principal },
    conditions,
    tags: {},
  };
}

/** A session of a role that is the service's own in an account. */
export function ownRoleSession(
  account: string,
  partition: string,
  { name, sessionName }: NonNullable<ServiceActor['ownRole']>,
): Caller {
  const roleId = `${account}:${name}`;
  const principalId = `${roleId}:${sessionName}`;
  const arn = `arn:${partition}:sts::${account}:assumed-role/${name}/${sessionName}`;
  const roleArn = `arn:${partition}:iam::${account}:role/${name}`;
  const sessionIssuer = {
    type: 'Role',
    principalId: roleId,
    arn: roleArn,
    accountId: account,
    userName: name,
  };
  return {
    identity: { type: 'AssumedRole', account, arn, principalId, roleArn, roleId },
    userIdentity: {
      type: 'AssumedRole',
      principalId,
      arn,
      accountId: account,
      sessionContext: { sessionIssuer },
      invokedBy: 'AWS Internal',
    },
    conditions: new Map(),
    tags: {},
  };
}

// A caller of long-term credentials stays one object from call to call, with each service that acts for it too.
const invoked = new WeakMap<JsonObject, Map<string, JsonObject>>();
/** The same caller, with the service that acts for it, or as it, in its records. */
export function invokedBy(caller: Caller, host: string): Caller {
  const byHost = invoked.get(caller.userIdentity) ?? new Map<string, JsonObject>();
  const userIdentity = byHost.get(host) ?? { ...caller.userIdentity, invokedBy: host };
  invoked.set(caller.userIdentity, byHost.set(host, userIdentity));
  return { ...caller, userIdentity };
}
