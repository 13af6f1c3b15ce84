import type { ActingJob, JobContext } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { SECOND_MS, type Instant } from '../../core/time.ts';
import { deleteSecret } from './master-secret.ts';
import { type Occasion, tellOf } from './notices.ts';
import type { DatabaseServers, Login, MasterUser, TokenUsers } from './servers.ts';
import {
  ADMIN_NAME,
  type ClusterDocument,
  clusters,
  credentials,
  type InstanceDocument,
  instances,
  type ServerFacts,
  type ServerOwner,
  type Status,
} from './state.ts';

const KIND = 'rds.server';

/** What is done about a server, by the status of what it runs for. */
const WORK: Readonly<Partial<Record<Status, Work>>> = {
  creating: 'create',
  modifying: 'configure',
  promoting: 'promote',
  starting: 'start',
  stopping: 'stop',
  rebooting: 'restart',
  'resetting-master-credentials': 'setPassword',
  deleting: 'remove',
};

type Work =
  | 'create'
  | 'configure'
  | 'follow'
  | 'promote'
  | 'start'
  | 'stop'
  | 'restart'
  | 'setPassword'
  | 'remove';

/** A cluster with a source is made by following it, and follows when that changes. */
function workOf(owner: ServerOwner): Work | undefined {
  const work = WORK[owner.status];
  const follows = owner.kind === 'cluster' && owner.source !== undefined;
  return follows && (work === 'create' || work === 'configure') ? 'follow' : work;
}

interface Task {
  readonly work: Work;
  readonly resourceId: string;
  readonly server: ServerFacts;
  readonly admin: Login;
  readonly master: MasterUser;
  /** The server that it follows. */
  readonly source: string | undefined;
  readonly tokens: TokenUsers | undefined;
  /** A failure is told, as AWS does, and not tried again. */
  readonly isCreation: boolean;
}

interface Outcome {
  readonly work: Work;
  /** Why a server could not be made. */
  readonly failure?: string;
}

/** Orders what an owner's status says is to be done about its server. */
export function orderServerWork(unit: Unit, owner: ServerOwner, due: Instant): void {
  const { kind, scope, id } = owner;
  unit.order({
    id: `${KIND}/${scope.account}/${scope.region}/${kind}/${id}`,
    kind: KIND,
    scope,
    due,
    payload: JSON.stringify({ kind, id }),
  });
}

/** Makes, starts, stops and deletes servers, and sets their master user's password, as the state says. */
export function createServerJob(servers: DatabaseServers): ActingJob<Task, Outcome> {
  return {
    kind: KIND,
    prepare: async (payload, { unit, scope, now }) => {
      const owner = await ownerOf(unit, scope, payload);
      const work = owner === undefined ? undefined : workOf(owner);
      if (owner === undefined || work === undefined) return undefined;
      if (owner.kind === 'db' && owner.server === undefined) {
        await settleMember(unit, owner, now);
        return undefined;
      }
      const { resourceId, server } = owner;
      if (server === undefined) throw new Error(`the DB cluster ${owner.id} has no server`);
      const kept = await unit.view(scope).get(credentials, resourceId);
      if (kept === undefined) throw new Error(`nothing opens the database server ${resourceId}`);
      const admin = { name: ADMIN_NAME, password: kept.admin };
      const master = { name: server.masterUsername, verifier: kept.master };
      const source = owner.kind === 'cluster' ? owner.source : undefined;
      const isCreation = owner.status === 'creating';
      const { account, region } = scope;
      const tokens =
        owner.hasTokens === true ? { account, region, master: master.name } : undefined;
      return { work, resourceId, server, admin, master, source, tokens, isCreation };
    },
    act: (task) => act(servers, task),
    handle: async (payload, context, outcome) => {
      const owner = await ownerOf(context.unit, context.scope, payload);
      // Something else was asked for meanwhile: then that is to be done.
      if (owner !== undefined && workOf(owner) !== outcome.work) {
        orderServerWork(context.unit, owner, context.now + SECOND_MS);
      } else if (owner !== undefined) await settle(context, owner, outcome);
    },
  };
}

async function act(servers: DatabaseServers, task: Task): Promise<Outcome> {
  const { work, isCreation } = task;
  try {
    await done(servers, task);
    return { work };
  } catch (cause) {
    if (!isCreation) throw cause;
    return { work, failure: cause instanceof Error ? cause.message : String(cause) };
  }
}

async function done(servers: DatabaseServers, task: Task): Promise<void> {
  const { work, resourceId, server, admin, master, source, tokens } = task;
  const { version, port } = server;
  const made = { version, port, admin, tokens };
  // A source that can't be told keeps its log up to a limit, and is told no more.
  const forget = () => servers.forget(source ?? '', admin, resourceId).catch(() => undefined);
  switch (work) {
    case 'create':
      await servers.create(resourceId, made);
      return servers.setUp(resourceId, admin, master, server.database);
    case 'follow':
      await servers.follow(resourceId, { ...made, source: source ?? '' });
      return servers.configure(resourceId, tokens);
    case 'configure':
      await servers.configure(resourceId, tokens);
      // A server of before has no role for it yet.
      return servers.setUp(resourceId, admin, master, server.database);
    case 'promote':
      await servers.promote(resourceId, admin);
      return forget();
    case 'remove':
      await servers.remove(resourceId);
      return source === undefined ? undefined : forget();
    case 'setPassword':
      return servers.setPassword(resourceId, admin, master);
    default:
      return servers[work](resourceId);
  }
}

async function settle(context: JobContext, owner: ServerOwner, outcome: Outcome): Promise<void> {
  const { unit, now } = context;
  const { work, failure } = outcome;
  if (work === 'remove' && owner.secret !== undefined) {
    await deleteSecret(context, owner.scope, owner.secret);
  }
  const occasion = failure === undefined ? occasionOf(owner, work) : 'failure';
  if (occasion !== undefined) tellOf(unit, owner, now, occasion, failure);
  if (work === 'remove') {
    removeOwner(unit, owner);
    return;
  }
  const settled: Status =
    failure !== undefined ? 'failed' : work === 'stop' ? 'stopped' : 'available';
  const standing = work === 'promote' ? { source: undefined } : {};
  putOwner(unit, { ...owner, status: settled, ...settledSecret(owner), ...standing });
  if (owner.kind === 'cluster') await settleMembers(unit, owner, settled, now);
}

function occasionOf({ status }: ServerOwner, work: Work): Occasion | undefined {
  if (work === 'promote' || work === 'configure') return undefined;
  if (work !== 'follow') return work;
  return status === 'creating' ? 'create' : undefined;
}

/** A new secret's password is the server's from the first setting on. */
function settledSecret({ secret }: ServerOwner): Pick<ServerOwner, 'secret'> {
  return secret?.status === 'creating' ? { secret: { ...secret, status: 'active' } } : {};
}

/** A member has its cluster's server, and nothing is to be done but to come and go. */
async function settleMember(unit: Unit, member: InstanceDocument, now: Instant): Promise<void> {
  if (member.status === 'deleting') {
    tellOf(unit, member, now, 'remove');
    removeOwner(unit, member);
    return;
  }
  const cluster = await unit.view(member.scope).get(clusters, member.cluster ?? '');
  if (member.status !== 'creating' || cluster?.status !== 'available') return;
  tellOf(unit, member, now, 'create');
  putOwner(unit, { ...member, status: 'available' });
}

async function settleMembers(
  unit: Unit,
  owner: ClusterDocument,
  status: Status,
  now: Instant,
): Promise<void> {
  for (const member of await membersOf(unit, owner)) {
    if (member.status === 'deleting') continue;
    if (member.status === 'creating') tellOf(unit, member, now, 'create');
    putOwner(unit, { ...member, status });
  }
}

/** More than a cluster can have: 16. */
const MEMBERS_MAX = 100;

/** In the order of their making: the first is the writer. */
export async function membersOf(unit: Unit, { scope, id }: Pick<ServerOwner, 'scope' | 'id'>) {
  const query = { index: 'cluster', prefix: id, limit: MEMBERS_MAX };
  const page = await unit.view(scope).list(instances, query);
  return page.items
    .map(({ document }) => document)
    .filter(({ cluster }) => cluster === id)
    .sort((left, right) => left.created - right.created || (left.id < right.id ? -1 : 1));
}

export function putOwner(unit: Unit, owner: ServerOwner): void {
  const view = unit.view(owner.scope);
  if (owner.kind === 'db') view.put(instances, owner.id, owner);
  else view.put(clusters, owner.id, owner);
}

function removeOwner(unit: Unit, owner: ServerOwner): void {
  const view = unit.view(owner.scope);
  view.delete(credentials, owner.resourceId);
  if (owner.kind === 'db') view.delete(instances, owner.id);
  else view.delete(clusters, owner.id);
}

async function ownerOf(
  unit: Unit,
  scope: ServerOwner['scope'],
  payload: string,
): Promise<ServerOwner | undefined> {
  const value: unknown = JSON.parse(payload);
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('id' in value)) {
    throw new Error('the job names no database server');
  }
  const id = String(value.id);
  const view = unit.view(scope);
  return value.kind === 'cluster' ? view.get(clusters, id) : view.get(instances, id);
}
