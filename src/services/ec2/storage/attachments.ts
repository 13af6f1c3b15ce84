import type { Context } from '../../../contract/operation.ts';
import type { Unit } from '../../../contract/view.ts';
import { partitionOf } from '../../../core/arn.ts';
import { ServiceError } from '../../../core/errors.ts';
import type { Scope } from '../../../core/scope.ts';
import {
  grantOpening,
  type KeyCalls,
  type OpeningGrant,
  openFor,
  retireGrant,
} from './data-keys.ts';
import { type Attachment, type VolumeDocument, volumes } from './state.ts';

/** The role that every instance's host has, and that nobody else can take. */
const HOST_ROLE = 'aws:ec2-infrastructure';

/** Writes that an instance holds a volume. Gives the volume as it is stored. */
export function hold(
  unit: Unit,
  volume: VolumeDocument,
  attachment: Attachment,
  grant: OpeningGrant | undefined,
): VolumeDocument {
  const own = grant === undefined ? attachment : { ...attachment, grantId: grant.grantId };
  const attachments = [...volume.attachments, own];
  const attached: VolumeDocument = { ...volume, state: 'in-use', attachments };
  unit.view(volume.scope).put(volumes, volume.id, attached);
  return attached;
}

/**
 * The caller gives an instance's host a grant, and the host opens the data key by it, once: from then on the volume works
 * without KMS, until it is detached. Call it before anything is written. Errors: those of KMS.
 */
export async function openedOnHost(
  context: Context,
  volume: VolumeDocument,
  instanceId: string,
): Promise<OpeningGrant | undefined> {
  const grant = await letHostOpen(context, volume, instanceId);
  if (grant !== undefined) await openOnHost(context, volume, instanceId, grant);
  return grant;
}

/** The caller lets an instance's host open the data key; undefined: there is none. Errors: those of KMS. */
export async function letHostOpen(
  calls: KeyCalls,
  { key, scope }: VolumeDocument,
  instanceId: string,
): Promise<OpeningGrant | undefined> {
  return key === undefined
    ? undefined
    : grantOpening(calls, scope.region, key, hostArn(scope, instanceId));
}

/** The host opens the data key, once. Errors: those of KMS. */
export async function openOnHost(
  calls: KeyCalls,
  { key, scope }: VolumeDocument,
  instanceId: string,
  grant: OpeningGrant,
): Promise<void> {
  if (key === undefined) return;
  await openFor(calls, scope, key, { name: HOST_ROLE, sessionName: instanceId }, grant);
}

function hostArn({ account, region }: Scope, instanceId: string): string {
  return `arn:${partitionOf(region)}:sts::${account}:assumed-role/${HOST_ROLE}/${instanceId}`;
}

/** Takes a volume from an instance. Its host's grant goes. Call it before anything is written. */
export async function detach(
  calls: KeyCalls & Pick<Context, 'unit'>,
  volume: VolumeDocument,
  instanceId: string,
): Promise<VolumeDocument> {
  const { key, scope } = volume;
  const gone = volume.attachments.find((one) => one.instanceId === instanceId);
  if (key !== undefined && gone?.grantId !== undefined) {
    await forgive(() =>
      retireGrant(calls, { key, region: scope.region, grantId: gone.grantId ?? '' }),
    );
  }
  const attachments = volume.attachments.filter((one) => one !== gone);
  const state = attachments.length === 0 ? 'available' : 'in-use';
  const detached: VolumeDocument = { ...volume, attachments, state };
  calls.unit.view(scope).put(volumes, volume.id, detached);
  return detached;
}

/** A grant that somebody revoked is gone already. */
async function forgive(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}
