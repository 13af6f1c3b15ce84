import { randomBytes } from 'node:crypto';
import type { Context } from '../../contract/operation.ts';
import { uniqueId } from '../../core/ids.ts';
import type { Tags } from '../../core/tags.ts';
import { scramVerifier } from '../../crypto/scram.ts';
import { chosenVersion, type Engine, isPostgres } from './domain/engines.ts';
import { databaseFault, passwordFault, usernameFault } from './domain/master-user.ts';
import { invalidCombination, invalidParameter, noPostgres, unbuilt } from './errors.ts';
import type { DatabaseServers } from './servers.ts';
import { credentials, type CredentialsDocument, type ServerFacts } from './state.ts';

/** What a request says of a server, for an instance and a cluster alike. */
export interface ServerWish {
  readonly engine: Engine;
  readonly version: string | undefined;
  readonly port: number | undefined;
  readonly masterUsername: string | undefined;
  readonly masterPassword: string | undefined;
  /** RDS chose the password and keeps it. */
  readonly isManaged: boolean;
  readonly database: { readonly member: string; readonly name: string | undefined };
  readonly tags: Tags;
}

export interface PlannedServer {
  readonly facts: ServerFacts;
  /** Absent for a server that runs elsewhere. */
  readonly credentials?: CredentialsDocument;
}

/** The tag that says where a server runs which is only registered: `HOST:PORT`. */
export const ENDPOINT_TAG = 'holdfast:endpoint';

const ENDPOINT = /^([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:]{2,45}\]):(\d{1,5})$/;
const PORT_MIN = 1_150;
const PORT_MAX = 65_535;
const LOOPBACK = '127.0.0.1';
const SALT_BYTES = 16;
const ADMIN_PASSWORD_BYTES = 32;
/** How a registered server's version is told when the request doesn't say. */
const UNKNOWN_VERSION = 'unknown';

/** The names of new servers: `db-` or `cluster-` and 26 characters. */
export function newResourceId(prefix: 'db' | 'cluster'): string {
  return uniqueId(`${prefix}-`, 26);
}

/** Errors: AWS's for what can't be; a 501 for an engine whose server isn't made here and has no endpoint. */
export async function planServer(
  context: Context,
  servers: DatabaseServers,
  wish: ServerWish,
): Promise<PlannedServer> {
  const { engine, database } = wish;
  const masterUsername = requireMaster(wish);
  const password = wish.masterPassword;
  if (password === undefined) throw blank('MasterUserPassword');
  requireNoFault(passwordFault(engine, password));
  if (database.name !== undefined) requireNoFault(databaseFault(database.member, database.name));
  const common = {
    masterUsername,
    ...(database.name === undefined ? {} : { database: database.name }),
  };
  const endpoint = wish.tags[ENDPOINT_TAG];
  if (endpoint !== undefined) {
    if (wish.isManaged) {
      const what = 'ManageMasterUserPassword=true of a server that is only registered';
      throw unbuilt(context.call.operation, what);
    }
    const version = wish.version ?? UNKNOWN_VERSION;
    return { facts: { ...common, ...placeOf(endpoint), version, isExternal: true } };
  }
  if (!isPostgres(engine)) {
    const text = `engine ${engine} without the tag ${ENDPOINT_TAG}=HOST:PORT of a server that runs already`;
    throw unbuilt(context.call.operation, text);
  }
  const version = await versionFor(context, servers, wish);
  const port = await portFor(context, servers, wish.port);
  return {
    facts: { ...common, version, address: LOOPBACK, port, isExternal: false },
    credentials: await newCredentials(context, password),
  };
}

function requireMaster({ engine, masterUsername }: ServerWish): string {
  if (masterUsername === undefined || masterUsername === '') throw blank('MasterUsername');
  requireNoFault(usernameFault(engine, masterUsername));
  return masterUsername;
}

function blank(member: string) {
  return invalidParameter(`The parameter ${member} must be provided and must not be blank.`);
}

export function requireNoFault(fault: string | undefined): void {
  if (fault !== undefined) throw invalidParameter(fault);
}

function placeOf(endpoint: string): { readonly address: string; readonly port: number } {
  const [, host, port] = ENDPOINT.exec(endpoint) ?? [];
  if (host === undefined || Number(port) < 1 || Number(port) > PORT_MAX) {
    throw invalidParameter(`The tag ${ENDPOINT_TAG} must be HOST:PORT, not ${endpoint}.`);
  }
  return { address: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

async function versionFor(context: Context, servers: DatabaseServers, wish: ServerWish) {
  const installed = await context.once(() => servers.versions());
  if (installed.length === 0) throw noPostgres();
  const version = chosenVersion(installed, wish.version);
  if (version === undefined) {
    throw invalidCombination(`Cannot find version ${wish.version} for ${wish.engine}`);
  }
  return version;
}

export async function portFor(
  context: Context,
  servers: DatabaseServers,
  wanted: number | undefined,
) {
  if (wanted !== undefined && (wanted < PORT_MIN || wanted > PORT_MAX)) {
    throw invalidParameter(
      `Invalid database port: ${wanted}. Must be between ${PORT_MIN} and ${PORT_MAX}.`,
    );
  }
  const port = await context.once(() => servers.freePort(wanted));
  // Servers share this machine's loopback address: AWS has one for each.
  if (port === undefined) throw invalidParameter(`Port ${wanted} is in use on this machine.`);
  return port;
}

async function newCredentials(context: Context, password: string): Promise<CredentialsDocument> {
  const admin = await context.once(() => randomBytes(ADMIN_PASSWORD_BYTES).toString('base64url'));
  return { admin, master: await newVerifier(context, password) };
}

/** The server's form of a password, with a salt of its own. */
export function newVerifier(context: Context, password: string): Promise<string> {
  return context.once(() => scramVerifier(password, randomBytes(SALT_BYTES)));
}

export function keepCredentials(
  context: Context,
  resourceId: string,
  planned: PlannedServer,
): void {
  if (planned.credentials !== undefined) {
    context.view.put(credentials, resourceId, planned.credentials);
  }
}
