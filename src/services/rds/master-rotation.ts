import { randomBytes } from 'node:crypto';
import type { SecretsmanagerOperations } from '../../../models/secretsmanager/types.ts';
import type { OperationReference } from '../../contract/operation.ts';
import type { ActContext, JobContext } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { scramVerifier } from '../../crypto/scram.ts';
import type { ManagedRotation, ManagedSecret } from '../secretsmanager/port.ts';
import { invalidInstanceState } from './errors.ts';
import { asRds, newPassword, secretText } from './master-secret.ts';
import { putOwner } from './server-job.ts';
import type { DatabaseServers, Login, MasterUser } from './servers.ts';
import {
  ADMIN_NAME,
  clusters,
  credentials,
  instances,
  type MasterSecret,
  type ServerOwner,
} from './state.ts';

type Secrets<N extends keyof SecretsmanagerOperations> = OperationReference<
  SecretsmanagerOperations[N]['input'],
  SecretsmanagerOperations[N]['output']
>;

const PUT: Secrets<'PutSecretValue'> = { service: 'secretsmanager', operation: 'PutSecretValue' };
const DESCRIBE: Secrets<'DescribeSecret'> = {
  service: 'secretsmanager',
  operation: 'DescribeSecret',
};
const MOVE: Secrets<'UpdateSecretVersionStage'> = {
  service: 'secretsmanager',
  operation: 'UpdateSecretVersionStage',
};

const CURRENT = 'AWSCURRENT';
const SALT_BYTES = 16;
const SECRETS_MAX = 1;

/** What a rotation does to a server. */
interface Turn {
  readonly resourceId: string;
  readonly admin: Login;
  readonly master: MasterUser;
  readonly password: string;
}

interface Prepared {
  /** Undefined: the server can't be reached now. */
  readonly turn: Turn | undefined;
}

/**
 * RDS rotates its users' secrets itself: the new password is kept before it is set, so that a rotation that was cut off
 * at any point goes on with the same one.
 */
export function createMasterRotation(servers: DatabaseServers): ManagedRotation {
  return {
    owner: 'rds',
    prepare: async (secret, context): Promise<Prepared> => {
      const owner = await ownerOf(context.unit, secret);
      if (owner?.server === undefined || owner.status !== 'available') return { turn: undefined };
      const { resourceId, server } = owner;
      const { unit, scope } = context;
      const kept = await unit.view(scope).get(credentials, resourceId);
      if (kept === undefined) throw new Error(`nothing opens the database server ${resourceId}`);
      const isBegun = kept.pending?.token === secret.token;
      const password = isBegun ? kept.pending.password : await unit.once(newPassword);
      const verifier = isBegun
        ? kept.master
        : await unit.once(() => scramVerifier(password, randomBytes(SALT_BYTES)));
      const pending = { token: secret.token, password };
      unit.view(scope).put(credentials, resourceId, { ...kept, master: verifier, pending });
      putStatus(unit, owner, 'rotating');
      const admin = { name: ADMIN_NAME, password: kept.admin };
      const master = { name: server.masterUsername, verifier };
      return { turn: { resourceId, admin, master, password } };
    },
    rotate: async (secret, prepared: Prepared, context) => {
      const { turn } = prepared;
      if (turn === undefined) throw invalidInstanceState('The database is not available.');
      await keepNew(secret, turn, context);
      await setNew(servers, turn);
      await makeCurrent(secret, context);
    },
    ended: async (secret, isRotated, context: JobContext) => {
      const owner = await ownerOf(context.unit, secret);
      if (owner !== undefined) {
        putStatus(context.unit, owner, isRotated ? 'active' : 'impaired');
      }
    },
  };
}

/** The new version's value is there before any server knows it. */
async function keepNew(secret: ManagedSecret, turn: Turn, { call }: ActContext): Promise<void> {
  const value = {
    SecretId: secret.arn,
    ClientRequestToken: secret.token,
    SecretString: secretText(turn.master.name, turn.password),
    VersionStages: ['AWSPENDING'],
  };
  await call(PUT, value, asRds(secret.scope));
}

async function setNew(servers: DatabaseServers, turn: Turn): Promise<void> {
  const { resourceId, admin, master, password } = turn;
  try {
    await servers.setPassword(resourceId, admin, master);
    await servers.logIn(resourceId, { name: master.name, password });
  } catch (cause) {
    const text = 'The database did not take the new password.';
    throw new ServiceError('InvalidDBInstanceState', text, { cause });
  }
}

async function makeCurrent({ arn, token, scope }: ManagedSecret, { call }: ActContext) {
  const { VersionIdsToStages: versions = {} } = await call(
    DESCRIBE,
    { SecretId: arn },
    asRds(scope),
  );
  const [current] = Object.entries(versions).find(([, stages]) => stages.includes(CURRENT)) ?? [];
  if (current === token) return;
  const move = {
    SecretId: arn,
    VersionStage: CURRENT,
    MoveToVersionId: token,
    ...(current === undefined ? {} : { RemoveFromVersionId: current }),
  };
  await call(MOVE, move, asRds(scope));
}

async function ownerOf(
  unit: Unit,
  { scope, arn, name }: ManagedSecret,
): Promise<ServerOwner | undefined> {
  const query = { index: 'secret', prefix: arn, limit: SECRETS_MAX };
  const view = unit.view(scope);
  const page = name.startsWith('rds!cluster-')
    ? await view.list(clusters, query)
    : await view.list(instances, query);
  return page.items[0]?.document;
}

function putStatus(unit: Unit, owner: ServerOwner, status: MasterSecret['status']): void {
  if (owner.secret !== undefined) putOwner(unit, { ...owner, secret: { ...owner.secret, status } });
}
