import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scramVerifier } from '../crypto/scram.ts';
import { copyData, type DataCopy, writeOwn } from './data-copy.ts';
import type { SqlSession } from './sql-session.ts';

/** Who followers log in as: it may replicate, and nothing else. */
export const REPLICATION_USER = 'rdsrepladmin';

const SALT_BYTES = 16;
const DROP_TRIES = 20;
const DROP_PAUSE_MS = 100;
/** Where a control file says at which place of the log the last checkpoint is. */
const CHECKPOINT_OFFSET = 32;

export interface Following extends DataCopy {
  /** The follower's id. */
  readonly id: string;
  /** Of the server that is followed. */
  readonly port: number;
  /** The superuser's password, which both servers have. */
  readonly password: string;
}

/** Copies a running server into a data directory that follows it from its first start on. */
export async function makeFollower(session: SqlSession, following: Following): Promise<void> {
  const { id, port } = following;
  const password = replicationPassword(following.password);
  const verifier = scramVerifier(password, randomBytes(SALT_BYTES));
  const isThere = await session.holds('SELECT 1 FROM pg_roles WHERE rolname = $1', [
    REPLICATION_USER,
  ]);
  const verb = isThere ? 'ALTER' : 'CREATE';
  await session.run(`${verb} ROLE ${REPLICATION_USER} LOGIN REPLICATION PASSWORD '${verifier}'`);
  const slot = slotOf(id);
  if (!(await session.holds(SLOT, [slot]))) {
    // Before the copy begins: what is logged from here on is kept for the follower.
    await session.run(`SELECT pg_create_physical_replication_slot('${slot}', true)`);
  }
  await copyData(session, following);
  const source = `host=127.0.0.1 port=${port} user=${REPLICATION_USER} password=${password} sslmode=require`;
  const settings = `primary_conninfo = '${source}'\nprimary_slot_name = '${slot}'\n`;
  await writeOwn(following, 'postgresql.auto.conf', settings);
  await writeOwn(following, 'standby.signal', '');
}

const SLOT = 'SELECT 1 FROM pg_replication_slots WHERE slot_name = $1';

/** Keeps no log for a follower any more. Errors: the follower is still there. */
export async function dropFollower(session: SqlSession, id: string): Promise<void> {
  const slot = slotOf(id);
  if (!(await session.holds(SLOT, [slot]))) return;
  for (let attempt = 1; attempt < DROP_TRIES; attempt += 1) {
    if (!(await session.holds(`${SLOT} AND active`, [slot]))) break;
    // One that was just promoted is going.
    await new Promise((resolve) => setTimeout(resolve, DROP_PAUSE_MS));
  }
  await session.run(`SELECT pg_drop_replication_slot('${slot}')`);
}

/** Where a server stands that has been stopped in good order, as its log counts: `0/3000028`. */
export async function lastCheckpoint(data: string): Promise<string> {
  const control = await readFile(join(data, 'global', 'pg_control'));
  const place = control.readBigUInt64LE(CHECKPOINT_OFFSET);
  return `${(place >> 32n).toString(16)}/${(place & 0xffffffffn).toString(16)}`;
}

/** It opens nothing but the replication, and tells nothing of the superuser's. */
function replicationPassword(password: string): string {
  return createHmac('sha256', password).update(REPLICATION_USER).digest('base64url');
}

/** Names of slots have small letters, digits and underscores. */
function slotOf(id: string): string {
  return id.toLowerCase().replaceAll('-', '_');
}
