import type {
  ReplicaRegionType,
  ReplicationStatusType,
} from '../../../models/secretsmanager/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { partitionOf } from '../../core/arn.ts';
import { isRegionOf } from '../../core/regions.ts';
import { invalidParameter } from './errors.ts';
import { customerKey } from './kms-keys.ts';
import { recordEvents } from './service-events.ts';
import { type Replica, type SecretDocument, secrets } from './state.ts';

/**
 * The secret with the replicas it is to have; `overwrite` lets them take the place of what has their name. Errors:
 * InvalidParameterException for a Region that can't have one.
 */
export async function planReplicas(
  context: Context,
  secret: SecretDocument,
  regions: readonly ReplicaRegionType[],
  overwrite: boolean,
): Promise<SecretDocument> {
  const replicas = new Map((secret.replicas ?? []).map((known) => [known.region, known]));
  for (const given of regions) {
    const region = givenRegion(secret, given);
    if (replicas.get(region)?.status === 'InSync') continue;
    replicas.set(region, await planned(context, secret, { ...given, Region: region }, overwrite));
  }
  const primaryRegion = secret.scope.region;
  return { ...secret, replicas: [...replicas.values()], primaryRegion };
}

function givenRegion({ scope }: SecretDocument, { Region: region }: ReplicaRegionType): string {
  const isKnown = region !== undefined && isRegionOf(partitionOf(scope.region), region);
  if (!isKnown || region === scope.region) throw invalidParameter('Invalid replica region.');
  return region;
}

async function planned(
  { unit }: Context,
  { scope, name, suffix }: SecretDocument,
  { Region: region = '', KmsKeyId }: ReplicaRegionType,
  overwrite: boolean,
): Promise<Replica> {
  const kmsKeyId = customerKey(KmsKeyId);
  const place = kmsKeyId === undefined ? { region } : { region, kmsKeyId };
  const there = await unit.view({ ...scope, region }).get(secrets, name);
  const isOwn = there?.suffix === suffix && there.primaryRegion === scope.region;
  if (there === undefined || isOwn) return { ...place, status: 'InSync' };
  const isKept = (there.replicas ?? []).length > 0 || there.owner !== undefined;
  if (!overwrite || isKept) {
    const message = 'Secret with this name already exists in this region';
    return { ...place, status: 'Failed', message };
  }
  return { ...place, status: 'InSync' };
}

/** The primary secret of a replica. */
export async function primaryOf(
  unit: Unit,
  { scope, name, suffix, primaryRegion: region }: SecretDocument,
): Promise<SecretDocument | undefined> {
  if (region === undefined || region === scope.region) return undefined;
  const primary = await unit.view({ ...scope, region }).get(secrets, name);
  return primary?.suffix === suffix ? primary : undefined;
}

/** Records what became of new replicas. */
export function recordReplication(
  { unit, call }: Context,
  secret: SecretDocument,
  regions: ReadonlySet<string>,
): void {
  for (const { region, status, message } of secret.replicas ?? []) {
    if (!regions.has(region)) continue;
    const details = { ReplicaRegion: region };
    recordEvents(unit, secret, call.now, [
      { name: 'ReplicationStarted', details },
      status === 'InSync'
        ? { name: 'ReplicationSucceeded', details }
        : { name: 'ReplicationFailed', details: { ...details, errorMessage: message } },
    ]);
  }
}

/** As answers show it. `accessed` tells when replicas were read last, by Region. */
export function shownReplication(
  { replicas = [] }: SecretDocument,
  accessed: ReadonlyMap<string, number> = new Map(),
): readonly ReplicationStatusType[] {
  return replicas.map(({ region, kmsKeyId, status, message }) => {
    const read = accessed.get(region);
    return {
      Region: region,
      KmsKeyId: kmsKeyId ?? 'alias/aws/secretsmanager',
      Status: status,
      ...(message === undefined ? {} : { StatusMessage: message }),
      ...(read === undefined ? {} : { LastAccessedDate: new Date(read) }),
    };
  });
}
