import { onSecret, isReplica, recordAnswer, type SecretTarget } from './authorization.ts';
import type { Context } from '../../contract/operation.ts';
import type { SecretValue } from './domain/envelope.ts';
import { invalidParameter, invalidRequest } from './errors.ts';
import { removeSecret } from './removal.ts';
import { planReplicas, primaryOf, recordReplication, shownReplication } from './replicas.ts';
import { addFlag, addReplicaRegions } from './request-conditions.ts';
import {
  type EncryptedValue,
  type Replica,
  type SecretDocument,
  secrets,
  type VersionDocument,
  versionKey,
  versions,
} from './state.ts';
import { encryptEverywhere, openValue, replicaOf, syncedReplicas, withFailures } from './values.ts';
import { saveSecret } from './versions.ts';

export const replicateSecretToRegions = onSecret({
  name: 'ReplicateSecretToRegions',
  access: 'write',
  on: { managed: true },
  keys: (conditions, input) => {
    addReplicaRegions(conditions, input.AddReplicaRegions);
    addFlag(conditions, 'ForceOverwriteReplicaSecret', input.ForceOverwriteReplicaSecret);
  },
  handle: async (input, target, context) => {
    const { arn, document: secret } = target;
    const overwrite = input.ForceOverwriteReplicaSecret === true;
    const planned = await planReplicas(context, secret, input.AddReplicaRegions, overwrite);
    const after = await replicated(context, target, planned);
    const asked = new Set(input.AddReplicaRegions.map(({ Region = '' }) => Region));
    recordReplication(context, after, asked);
    recordAnswer(context, { arn });
    return { ARN: arn, ReplicationStatus: shownReplication(after) };
  },
});

/** Copies every labelled version to the Regions that have none of them yet. */
async function replicated(
  context: Context,
  { document: before, view }: SecretTarget,
  planned: SecretDocument,
): Promise<SecretDocument> {
  const { unit, call } = context;
  const had = new Set(syncedReplicas(before).map(({ region }) => region));
  const fresh = syncedReplicas(planned).filter(({ region }) => !had.has(region));
  const documents: VersionDocument[] = [];
  const values = new Map<string, SecretValue>();
  for (const id of new Set(Object.values(before.stages))) {
    const version = await view.get(versions, versionKey(before, id));
    if (version === undefined) continue;
    documents.push(version);
    const value =
      version.value === undefined ? undefined : await openValue(context, view, before, version);
    if (value !== undefined) values.set(id, value);
  }
  const copies = await encryptEverywhere(context, planned, { values, own: false, replicas: fresh });
  const replicas = withFailures(planned.replicas ?? [], copies.failed);
  const after = { ...planned, replicas, changed: call.now };
  await saveSecret(unit, before, after, call.now);
  for (const replica of fresh) {
    const copy = copies.replicas.get(replica.region);
    if (copy !== undefined) putCopies(context, replicaOf(after, replica), documents, copy);
  }
  return after;
}

function putCopies(
  { unit }: Context,
  there: SecretDocument,
  documents: readonly VersionDocument[],
  copies: ReadonlyMap<string, EncryptedValue>,
): void {
  const view = unit.view(there.scope);
  for (const { value: _here, accessed: _read, ...version } of documents) {
    const value = copies.get(version.id);
    const document = value === undefined ? version : { ...version, value };
    view.put(versions, versionKey(there, version.id), document);
  }
}

export const removeRegionsFromReplication = onSecret({
  name: 'RemoveRegionsFromReplication',
  access: 'write',
  on: { managed: true },
  handle: async (input, { arn, document: secret }, context) => {
    const { unit, call } = context;
    const removed = new Set(input.RemoveReplicaRegions);
    const known = new Map((secret.replicas ?? []).map((replica) => [replica.region, replica]));
    for (const region of removed) {
      const replica = known.get(region);
      if (replica === undefined) throw invalidParameter('Invalid replica region.');
      const there = await replicaIn(context, secret, replica);
      if (there !== undefined) await removeSecret(unit, there, call.now);
    }
    const kept = (secret.replicas ?? []).filter(({ region }) => !removed.has(region));
    const after = withReplicas(secret, kept);
    await saveSecret(unit, secret, { ...after, changed: call.now }, call.now);
    recordAnswer(context, { arn });
    return { ARN: arn, ReplicationStatus: shownReplication(after) };
  },
});

/** A failed replica may have a namesake in its Region that is none. */
async function replicaIn({ unit }: Context, secret: SecretDocument, { region }: Replica) {
  const there = await unit.view({ ...secret.scope, region }).get(secrets, secret.name);
  return there?.suffix === secret.suffix ? there : undefined;
}

function withReplicas(secret: SecretDocument, replicas: readonly Replica[]): SecretDocument {
  const { replicas: _before, primaryRegion: _region, ...rest } = secret;
  if (replicas.length === 0) return rest;
  return { ...rest, replicas, primaryRegion: secret.scope.region };
}

/** Called in the replica's own Region, where it becomes a secret like any other. Its schedule stays behind. */
export const stopReplicationToReplica = onSecret({
  name: 'StopReplicationToReplica',
  access: 'write',
  on: { replica: true, managed: true },
  handle: async (_input, { arn, document: secret, view }, context) => {
    const { unit, call } = context;
    if (!isReplica(secret)) {
      throw invalidRequest('You can only stop replication to a replica secret.');
    }
    const { primaryRegion: _primary, rotation: _schedule, ...own } = secret;
    view.put(secrets, secret.name, { ...own, changed: call.now });
    const primary = await primaryOf(unit, secret);
    if (primary !== undefined) {
      const { region } = secret.scope;
      const kept = (primary.replicas ?? []).filter((replica) => replica.region !== region);
      const after = withReplicas(primary, kept);
      unit.view(primary.scope).put(secrets, primary.name, after);
    }
    recordAnswer(context, { arn });
    return { ARN: arn };
  },
});
