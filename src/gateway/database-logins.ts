import { ServiceError } from '../core/errors.ts';
import { formatArn, partitionOf } from '../core/arn.ts';
import { presignerOf } from './authentication.ts';
import { assertCallerPermitted } from './execution.ts';
import type { PipelineParts } from './pipeline.ts';
import { plainCall } from './plain-call.ts';

/** A login into a database by a token of AWS's clients: `HOST:PORT/?Action=connect&DBUser=…`, presigned. */
export interface DatabaseLogin {
  /** The resource id of the instance or cluster, whose account and Region follow. */
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly user: string;
  readonly port: number;
  readonly token: string;
}

const SERVICE = 'rds-db';
const SECONDS_MAX = 15 * 60;
const TOKEN = /^((?:127\.0\.0\.1|localhost):(\d{1,5}))\/\?(.+)$/;
const LOOPBACK = '127.0.0.1';

/**
 * Judges logins: whoever made the token must be allowed `rds-db:connect` as the user. The token is of one address, so that one for
 * another database opens nothing here. Gives false for whatever is not so.
 */
export function createDatabaseLogins(parts: PipelineParts) {
  return (login: DatabaseLogin): Promise<boolean> => {
    const rawQuery = queryOf(login);
    if (rawQuery === undefined) return Promise.resolve(false);
    return parts.store.run((unit) => isPermitted(parts, login, rawQuery, unit));
  };
}

/** The query of a token for this port and user; undefined: it is none. */
function queryOf({ token, port, user }: DatabaseLogin): string | undefined {
  const [, , named, query = ''] = TOKEN.exec(token) ?? [];
  if (named !== String(port)) return undefined;
  const given = new URLSearchParams(query);
  const isFor = (name: string, value: string): boolean => {
    const all = given.getAll(name);
    return all.length === 1 && all[0] === value;
  };
  return isFor('Action', 'connect') && isFor('DBUser', user) ? query : undefined;
}

async function isPermitted(
  parts: PipelineParts,
  login: DatabaseLogin,
  rawQuery: string,
  unit: Parameters<typeof presignerOf>[3],
): Promise<boolean> {
  const [, host = ''] = TOKEN.exec(login.token) ?? [];
  const request = {
    method: 'GET',
    rawPath: '/',
    rawQuery,
    headers: ['host', host],
    body: new Uint8Array(),
  };
  const limits = { service: SERVICE, secondsMax: SECONDS_MAX };
  const signed = await presignerOf(parts.authenticator, request, limits, unit);
  if (signed === undefined || signed.region !== login.region) return false;
  const { caller, region } = signed;
  const call = plainCall(parts.clock, {
    service: SERVICE,
    eventSource: `${SERVICE}.amazonaws.com`,
    operation: 'connect',
    scope: { account: caller.identity.account, region },
    caller,
    sourceIp: LOOPBACK,
    userAgent: '',
    secure: true,
  });
  const resource = formatArn({
    partition: partitionOf(region),
    service: SERVICE,
    region,
    account: login.account,
    resource: `dbuser:${login.id}/${login.user}`,
  });
  try {
    const origin = { call, unit, depth: 0 };
    await assertCallerPermitted(parts.execution, origin, {
      action: `${SERVICE}:connect`,
      resource,
    });
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}
