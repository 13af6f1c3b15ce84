import type { Context } from '../../contract/operation.ts';
import type { Unit, View } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { awsEvent } from '../events/port.ts';
import { movedStages, STAGES_MAX, type Stages, withStage } from './domain/stages.ts';
import type { SecretValue } from './domain/envelope.ts';
import { limitExceeded } from './errors.ts';
import { removeSecret } from './removal.ts';
import { recordEvents } from './service-events.ts';
import { arnOf } from './resources.ts';
import {
  type EncryptedValue,
  type SecretDocument,
  secrets,
  type VersionDocument,
  versionKey,
  versionPrefix,
  versions,
} from './state.ts';
import { encryptEverywhere, replicaOf, syncedReplicas, withFailures } from './values.ts';

/** Deprecated versions go when there are as many, unless they are younger than a day. */
const VERSIONS_MAX = 100;
const KEPT_MS = DAY_MS;

export interface NewVersion {
  readonly id: string;
  readonly value: SecretValue;
  /** Labels it is to have, beside those it has. */
  readonly stages: readonly string[];
  /** What else becomes of the secret, once the value is encrypted and before anything is written. */
  readonly adjust?: (secret: SecretDocument) => SecretDocument | Promise<SecretDocument>;
}

/**
 * Gives a secret a version, here and in its replicas, and stores the secret with it. Call it before anything else is
 * written. Errors: EncryptionFailure and its kin, LimitExceededException.
 */
export async function putVersion(
  context: Context,
  before: SecretDocument,
  { id, value, stages, adjust = (same) => same }: NewVersion,
): Promise<SecretDocument> {
  const { unit, call } = context;
  const copies = await encryptEverywhere(context, before, {
    values: new Map([[id, value]]),
    own: true,
    replicas: syncedReplicas(before),
  });
  const secret = await adjust(before);
  const view = unit.view(secret.scope);
  const known = await view.get(versions, versionKey(secret, id));
  const moved = stages.reduce((all, stage) => withStage(all, stage, id), secret.stages);
  assertStages(moved);
  const room = known === undefined ? await makeRoom(unit, secret, moved, call.now) : 0;
  const after: SecretDocument = {
    ...secret,
    stages: moved,
    versionCount: secret.versionCount + (known === undefined ? 1 - room : 0),
    changed: call.now,
    ...(secret.replicas === undefined
      ? {}
      : { replicas: withFailures(secret.replicas, copies.failed) }),
  };
  const version = { id, created: known?.created ?? call.now };
  putVersionDocument(view, after, version, copies.own.get(id));
  for (const replica of syncedReplicas(after)) {
    const there = replicaOf(after, replica);
    const copy = copies.replicas.get(replica.region)?.get(id);
    putVersionDocument(unit.view(there.scope), there, version, copy);
  }
  await saveSecret(unit, before, after, call.now);
  return after;
}

export function assertStages(stages: Stages): void {
  if (Object.keys(stages).length <= STAGES_MAX) return;
  throw limitExceeded(`A secret can't have more than ${STAGES_MAX} staging labels.`);
}

function putVersionDocument(
  view: View,
  secret: SecretDocument,
  version: VersionDocument,
  value: EncryptedValue | undefined,
): void {
  const document = value === undefined ? version : { ...version, value };
  view.put(versions, versionKey(secret, version.id), document);
}

/** A version without a value, for a rotation to fill; or one that shows another's. */
export async function putEmptyVersion(
  unit: Unit,
  secret: SecretDocument,
  version: VersionDocument,
  stages: Stages,
): Promise<SecretDocument> {
  const room = await makeRoom(unit, secret, stages, version.created);
  const after = {
    ...secret,
    stages,
    versionCount: secret.versionCount + 1 - room,
    changed: version.created,
  };
  for (const there of placesOf(after)) {
    unit.view(there.scope).put(versions, versionKey(there, version.id), version);
  }
  return after;
}

/** Takes a version and its labels away. The secret is yet to be stored. */
export function dropVersion(unit: Unit, secret: SecretDocument, versionId: string): SecretDocument {
  for (const there of placesOf(secret)) {
    unit.view(there.scope).delete(versions, versionKey(there, versionId));
  }
  const kept = Object.entries(secret.stages).filter(([, id]) => id !== versionId);
  return {
    ...secret,
    stages: Object.fromEntries(kept),
    versionCount: secret.versionCount - 1,
  };
}

/** The secret here, and as it stands in its replicas. */
function placesOf(secret: SecretDocument): readonly SecretDocument[] {
  return [secret, ...syncedReplicas(secret).map((replica) => replicaOf(secret, replica))];
}

/** How many deprecated versions went to make room for one more. Errors: LimitExceededException. */
async function makeRoom(
  unit: Unit,
  secret: SecretDocument,
  stages: Stages,
  now: Instant,
): Promise<number> {
  if (secret.versionCount < VERSIONS_MAX) return 0;
  const view = unit.view(secret.scope);
  const all = await everyOf(view, versions, { prefix: versionPrefix(secret) });
  const inUse = new Set([...Object.values(stages), secret.run?.token]);
  const old = all
    .filter(({ id, created }) => !inUse.has(id) && now - created >= KEPT_MS)
    .sort((a, b) => a.created - b.created);
  const surplus = old.slice(0, secret.versionCount - VERSIONS_MAX + 1);
  if (surplus.length === 0) {
    throw limitExceeded(`A secret can't have more than ${VERSIONS_MAX} versions.`);
  }
  for (const { id } of surplus) {
    for (const there of placesOf(secret)) {
      unit.view(there.scope).delete(versions, versionKey(there, id));
    }
  }
  const gone = surplus.map(({ id }) => ({ name: 'SecretVersionDeletion', versionId: id }) as const);
  recordEvents(unit, secret, now, gone);
  return surplus.length;
}

/** Stores a secret and what its replicas share with it, and tells of labels that moved. */
export async function saveSecret(
  unit: Unit,
  before: SecretDocument,
  after: SecretDocument,
  now: Instant,
): Promise<void> {
  unit.view(after.scope).put(secrets, after.name, after);
  for (const replica of syncedReplicas(after)) {
    await putReplica(unit, replicaOf(after, replica), now);
  }
  for (const [stage, versionId] of movedStages(before.stages, after.stages)) {
    unit.emit(
      awsEvent(after.scope, now, {
        source: 'aws.secretsmanager',
        detailType: 'Secret Label Updated',
        resources: [arnOf(after)],
        detail: { name: after.name, labelUpdated: stage, versionId },
      }),
    );
  }
}

/** A replica has an age and readers of its own. A new one takes the place of what had its name. */
async function putReplica(unit: Unit, there: SecretDocument, now: Instant): Promise<void> {
  const view = unit.view(there.scope);
  const known = await view.get(secrets, there.name);
  if (known?.suffix === there.suffix) {
    const { created, accessed } = known;
    const own = accessed === undefined ? { created } : { created, accessed };
    view.put(secrets, there.name, { ...there, ...own });
    return;
  }
  if (known !== undefined) await removeSecret(unit, known, now);
  view.put(secrets, there.name, { ...there, created: now });
}
