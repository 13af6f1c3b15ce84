import type { FindContext, ResourceKind } from '../../../contract/resource.ts';
import type { Unit } from '../../../contract/view.ts';
import { formatArn, partitionOf } from '../../../core/arn.ts';
import { nounOf, type TaggedNoun } from '../nouns.ts';
import { snapshotNotFound, volumeNotFound } from './errors.ts';
import { settingsOf } from './settings.ts';
import {
  type SnapshotDocument,
  type SnapshotPlace,
  snapshotPlaces,
  snapshots,
  type VolumeDocument,
  volumes,
} from './state.ts';

const GLOBAL = { account: '', region: '' };

export const volumeNoun = nounOf<VolumeDocument>({
  type: 'volume',
  prefix: 'vol',
  collection: volumes,
  notFound: volumeNotFound,
  malformedCode: 'InvalidVolumeID.Malformed',
  conditions: (volume, key) => {
    switch (key) {
      case 'ec2:encrypted':
        return [String(volume.key !== undefined)];
      case 'ec2:volumeid':
        return [volume.id];
      case 'ec2:volumesize':
        return [String(volume.sizeGiB)];
      case 'ec2:volumetype':
        return [volume.type];
      case 'ec2:volumeiops':
        return volume.iops === undefined ? undefined : [String(volume.iops)];
      case 'ec2:volumethroughput':
        return volume.throughput === undefined ? undefined : [String(volume.throughput)];
      case 'ec2:availabilityzone':
        return [volume.zone];
      case 'ec2:parentsnapshot':
        return volume.snapshotId === ''
          ? undefined
          : [snapshotArn(volume.scope.region, volume.snapshotId)];
      default:
        return undefined;
    }
  },
});

export const snapshotNoun = nounOf<SnapshotDocument>({
  type: 'snapshot',
  prefix: 'snap',
  collection: snapshots,
  notFound: snapshotNotFound,
  malformedCode: 'InvalidSnapshotID.Malformed',
  isAccountless: true,
  elsewhere: sharedSnapshot,
  conditions: (snapshot, key) => {
    switch (key) {
      case 'ec2:encrypted':
        return [String(snapshot.key !== undefined)];
      case 'ec2:owner':
        return [snapshot.scope.account];
      case 'ec2:snapshotid':
        return [snapshot.id];
      case 'ec2:snapshottime':
        return [new Date(snapshot.created).toISOString()];
      case 'ec2:volumesize':
        return [String(snapshot.sizeGiB)];
      case 'ec2:parentvolume':
        return [volumeNoun.arn(snapshot.scope, snapshot.volumeId)];
      default:
        return undefined;
    }
  },
});

/**
 * A snapshot as those see it who make something of it. Its createVolumePermission is what a policy of its own would be: it
 * lets the accounts that it names decide for their principals.
 */
export const usableSnapshotKind: ResourceKind<SnapshotDocument> = {
  ...snapshotNoun.kind,
  policyMode: 'optional',
  policy: ({ document }, { caller }) => {
    const { account } = caller.identity;
    if (document === undefined || account === document.scope.account) return undefined;
    return mayUse(document, account) ? lettingDecide(account, document.scope.region) : undefined;
  },
};

function mayUse(
  { accounts, isPublic }: Pick<SnapshotPlace, 'accounts' | 'isPublic'>,
  account: string,
): boolean {
  return isPublic || accounts.includes(account);
}

/** The policy of what is shared with an account: its own policies decide for its principals. */
export function lettingDecide(account: string, region: string): string {
  const principal = { AWS: `arn:${partitionOf(region)}:iam::${account}:root` };
  const statement = { Effect: 'Allow', Principal: principal, Action: '*', Resource: '*' };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** Whether another account sees the snapshot. Its owner may have taken back what it shared with everybody. */
export async function isShownTo(
  unit: Unit,
  place: SnapshotPlace,
  account: string,
): Promise<boolean> {
  if (place.accounts.includes(account)) return true;
  if (!place.isPublic) return false;
  const { publicAccess } = await settingsOf(unit.view(place.scope));
  return publicAccess !== 'block-all-sharing';
}

async function sharedSnapshot(id: string, { unit, scope }: FindContext) {
  const place = await placeOf(unit, id);
  if (place === undefined || place.scope.region !== scope.region) return undefined;
  if (!(await isShownTo(unit, place, scope.account))) return undefined;
  const document = await unit.view(place.scope).get(snapshots, id);
  return document === undefined ? undefined : { scope: place.scope, document };
}

/** Where a snapshot of whatever account is. */
export function placeOf(unit: Unit, id: string): Promise<SnapshotPlace | undefined> {
  return unit.view(GLOBAL).get(snapshotPlaces, id);
}

export function snapshotArn(region: string, id: string): string {
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'ec2', region, account: '', resource: `snapshot/${id}` });
}

export function putSnapshot(unit: Unit, snapshot: SnapshotDocument): void {
  const { scope, accounts, isPublic } = snapshot;
  unit.view(scope).put(snapshots, snapshot.id, snapshot);
  unit.view(GLOBAL).put(snapshotPlaces, snapshot.id, { scope, accounts, isPublic });
}

export function dropSnapshot(unit: Unit, { scope, id }: SnapshotDocument): void {
  unit.view(scope).delete(snapshots, id);
  unit.view(GLOBAL).delete(snapshotPlaces, id);
}

/** What has tags here. */
export const storageNouns: readonly TaggedNoun[] = [snapshotNoun, volumeNoun];
