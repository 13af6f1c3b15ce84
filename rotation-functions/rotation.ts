// The four steps of a rotation, for two strategies and any database. Every step may be done twice.
import { call, type Credentials, valueOf } from './secrets-manager.ts';

/** What Secrets Manager tells a rotation function. */
export interface RotationEvent {
  readonly Step: string;
  readonly SecretId: string;
  readonly ClientRequestToken: string;
}

export interface Session {
  /** Sets the session's own user's password. */
  setOwnPassword(password: string): Promise<void>;
  /** Makes `copy` able to enter with what `original` may do; the session is the master's. */
  makeCopy(original: string, copy: string, password: string): Promise<void>;
  end(): Promise<void>;
}

export interface Database {
  /** Undefined: the login is refused. Errors: the server can't be reached. */
  enter(credentials: Credentials): Promise<Session | undefined>;
}

interface Turn extends RotationEvent {
  readonly database: Database;
}

interface Strategy {
  /** The user whose password the new version has. */
  readonly nextUser: (current: string) => string;
  readonly set: (turn: Turn, current: Credentials, pending: Credentials) => Promise<void>;
}

const CURRENT = { VersionStage: 'AWSCURRENT' };
const PREVIOUS = { VersionStage: 'AWSPREVIOUS' };
const CLONE = '_clone';
const EXCLUDED_DEFAULT = `:/@"'\\`;
const PASSWORD_CHARACTERS = 32;

/** The user keeps its name and gets a new password: who has the old one must read the secret again. */
export const SINGLE_USER: Strategy = {
  nextUser: (current) => current,
  set: async ({ database, SecretId }, current, pending) => {
    for (const known of [current, await valueOf(SecretId, PREVIOUS)]) {
      const session = known === undefined ? undefined : await database.enter(known);
      if (known === undefined || session === undefined) continue;
      try {
        requireSame('username', known.username, pending.username);
        requireSame('host', known.host, pending.host);
        await session.setOwnPassword(pending.password);
        return;
      } finally {
        await session.end();
      }
    }
    throw new Error('No version of the secret opens the database.');
  },
};

/** Two users take turns: whoever holds the old password may go on until the next rotation. */
export const ALTERNATING_USERS: Strategy = {
  nextUser: (current) =>
    current.endsWith(CLONE) ? current.slice(0, -CLONE.length) : `${current}${CLONE}`,
  set: async ({ database }, current, pending) => {
    requireSame('host', current.host, pending.host);
    const own = await database.enter(current);
    if (own === undefined) throw new Error('The current version does not open the database.');
    await own.end();
    const master = await masterOf(current);
    const session = await database.enter(master);
    if (session === undefined) throw new Error('The master secret does not open the database.');
    try {
      await session.makeCopy(current.username, pending.username, pending.password);
    } finally {
      await session.end();
    }
  },
};

/** A secret of another database must not be changed by one that names it. */
function requireSame(what: string, known: string, pending: string): void {
  if (known !== pending) throw new Error(`The new version has another ${what}.`);
}

/** The master user's way into the same database; a secret that RDS keeps says nothing of the place. */
async function masterOf(current: Credentials): Promise<Credentials> {
  if (current.masterarn === undefined) throw new Error('The secret has no masterarn.');
  const { SecretString } = await call('GetSecretValue', {
    SecretId: current.masterarn,
    ...CURRENT,
  });
  const master: Partial<Credentials> = JSON.parse(String(SecretString));
  if (master.username === undefined || master.password === undefined) {
    throw new Error('The master secret must have username and password.');
  }
  if (master.host !== undefined) requireSame('host', master.host, current.host);
  const { username, password } = master;
  return { ...current, username, password };
}

/** The handler of a rotation function. */
export function rotationOf(database: Database, strategy: Strategy) {
  return async (event: RotationEvent): Promise<void> => {
    const { SecretId, ClientRequestToken: token } = event;
    const described = await call('DescribeSecret', { SecretId });
    if (described['RotationEnabled'] !== true) throw new Error('Rotation is not enabled.');
    const stages = stagesOf(described['VersionIdsToStages']);
    const labels = stages.get(token);
    if (labels === undefined) throw new Error('The secret has no such version.');
    if (labels.includes('AWSCURRENT')) return;
    if (!labels.includes('AWSPENDING')) throw new Error('The version is not pending.');
    const turn = { ...event, database };
    if (event.Step === 'createSecret') await create(turn, strategy);
    else if (event.Step === 'setSecret') await set(turn, strategy);
    else if (event.Step === 'testSecret') await test(turn);
    else if (event.Step === 'finishSecret') await finish(turn, stages);
    else throw new Error(`There is no step ${event.Step}.`);
  };
}

function stagesOf(value: unknown): ReadonlyMap<string, readonly string[]> {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return new Map(entries.map(([id, labels]) => [id, Array.isArray(labels) ? labels : []]));
}

function pendingOf({ SecretId, ClientRequestToken: VersionId }: Turn) {
  return valueOf(SecretId, { VersionStage: 'AWSPENDING', VersionId });
}

async function current({ SecretId }: Turn): Promise<Credentials> {
  const value = await valueOf(SecretId, CURRENT);
  if (value === undefined) throw new Error('The secret has no current value.');
  return value;
}

async function create(turn: Turn, { nextUser }: Strategy): Promise<void> {
  if ((await pendingOf(turn)) !== undefined) return;
  const known = await current(turn);
  const { RandomPassword: password } = await call('GetRandomPassword', {
    PasswordLength: PASSWORD_CHARACTERS,
    ExcludeCharacters: process.env['EXCLUDE_CHARACTERS'] ?? EXCLUDED_DEFAULT,
  });
  const { SecretId, ClientRequestToken } = turn;
  const SecretString = JSON.stringify({ ...known, username: nextUser(known.username), password });
  const VersionStages = ['AWSPENDING'];
  await call('PutSecretValue', { SecretId, ClientRequestToken, SecretString, VersionStages });
}

async function set(turn: Turn, strategy: Strategy): Promise<void> {
  const pending = await pendingOf(turn);
  if (pending === undefined) throw new Error('The new version has no value.');
  const session = await turn.database.enter(pending);
  if (session === undefined) await strategy.set(turn, await current(turn), pending);
  else await session.end();
}

async function test(turn: Turn): Promise<void> {
  const pending = await pendingOf(turn);
  const session = pending === undefined ? undefined : await turn.database.enter(pending);
  if (session === undefined) throw new Error('The new version does not open the database.');
  await session.end();
}

async function finish(turn: Turn, stages: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const { SecretId, ClientRequestToken: MoveToVersionId } = turn;
  const [RemoveFromVersionId] =
    [...stages].find(([, labels]) => labels.includes('AWSCURRENT')) ?? [];
  const VersionStage = 'AWSCURRENT';
  const move = { SecretId, VersionStage, MoveToVersionId, RemoveFromVersionId };
  await call('UpdateSecretVersionStage', move);
}
