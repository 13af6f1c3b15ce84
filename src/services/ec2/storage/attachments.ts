import type { Context } from '../../../contract/operation.ts';
import type { Unit } from '../../../contract/view.ts';
import { partitionOf } from '../../../core/arn.ts';
import { ServiceError } from '../../../core/errors.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import {
  grantOpening,
  type KeyCalls,
  type OpeningGrant,
  openFor,
  retireGrant,
  type WrappedKey,
} from './data-keys.ts';
import { keyRevoked } from './errors.ts';
import { type Attachment, type VolumeDocument, volumes } from './state.ts';

/** The role that every instance's host has, and that nobody else can take. */
const HOST_ROLE = 'aws:ec2-infrastructure';

export interface NewAttachment {
  readonly instanceId: string;
  readonly device: string;
  readonly deleteOnTermination: boolean;
}

/**
 * Attaches a volume to an instance: its host is given a grant by the caller and opens the data key by it, once. From then on
 * the volume works without KMS, until it is detached. Call it before anything is written. Gives the volume as it is stored.
 * Errors: Client.CustomerKeyHasBeenRevoked, where KMS refused.
 */
export async function attach(
  context: Context,
  volume: VolumeDocument,
  wanted: NewAttachment,
): Promise<VolumeDocument> {
  const { unit, call } = context;
  const grant = await grantFor(context, volume, wanted.instanceId);
  const attachments = [...volume.attachments, newAttachment(wanted, call.now, grant)];
  const attached: VolumeDocument = { ...volume, state: 'in-use', attachments };
  unit.view(volume.scope).put(volumes, volume.id, attached);
  return attached;
}

export function newAttachment(
  wanted: NewAttachment,
  now: Instant,
  grant: OpeningGrant | undefined,
): Attachment {
  const state = 'attached';
  const made = { ...wanted, attached: now, state } as const;
  return grant === undefined ? made : { ...made, grantId: grant.grantId };
}

async function grantFor(
  context: Context,
  { id, key, scope }: VolumeDocument,
  instanceId: string,
): Promise<OpeningGrant | undefined> {
  if (key === undefined) return undefined;
  try {
    return await openOnHost(context, scope, key, instanceId);
  } catch (error) {
    throw error instanceof ServiceError ? keyRevoked(id) : error;
  }
}

/** The caller lets an instance's host open a data key, and it does. Errors: those of KMS. */
export async function openOnHost(
  context: Context,
  scope: Scope,
  key: WrappedKey,
  instanceId: string,
): Promise<OpeningGrant> {
  const host = hostArn(scope, instanceId);
  const grant = await grantOpening(context, scope.region, key, host);
  await openFor(context, scope, key, { name: HOST_ROLE, sessionName: instanceId }, grant);
  return grant;
}

function hostArn({ account, region }: Scope, instanceId: string): string {
  return `arn:${partitionOf(region)}:sts::${account}:assumed-role/${HOST_ROLE}/${instanceId}`;
}

/**
 * The grant of an instance's host is given back: it opens the volume no more. Call it before anything is written. One that
 * somebody revoked is gone already.
 */
export async function retireHostGrant(
  calls: KeyCalls,
  { key, scope, attachments }: VolumeDocument,
  instanceId: string,
): Promise<void> {
  const grantId = attachments.find((one) => one.instanceId === instanceId)?.grantId;
  if (key === undefined || grantId === undefined) return;
  try {
    await retireGrant(calls, { key, region: scope.region, grantId });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

/** Takes a volume from an instance. */
export function detach(unit: Unit, volume: VolumeDocument, instanceId: string): VolumeDocument {
  const attachments = volume.attachments.filter((one) => one.instanceId !== instanceId);
  const state = attachments.length === 0 ? 'available' : 'in-use';
  const detached: VolumeDocument = { ...volume, attachments, state };
  unit.view(volume.scope).put(volumes, volume.id, detached);
  return detached;
}
