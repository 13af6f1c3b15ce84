import { listedTagConditions } from '../../core/tags.ts';
import type { EbsOperations, StartSnapshotRequest } from '../../../models/ebs/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { formatArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { MINUTE_MS } from '../../core/time.ts';
import {
  BLOCK_BYTES,
  type ShelvedSnapshot,
  type SnapshotShelf,
  type WantedSnapshot,
} from '../ec2/storage/port.ts';
import { invalid, keyRefused, quotaExceeded, tokenConflict } from './errors.ts';
import { onSnapshot, readableSnapshot } from './snapshots.ts';

const SIZE_GIB_MAX = 65_536;
const TIMEOUT_MINUTES_DEFAULT = 60;

export function createStartSnapshot(
  shelf: SnapshotShelf,
): OperationOf<EbsOperations, 'StartSnapshot'> {
  return {
    name: 'StartSnapshot',
    access: 'write',
    authorize: async (input, context) => {
      const { ParentSnapshotId: parent, Tags = [] } = input;
      const resource = newSnapshotArn(context);
      const conditions = conditionsOf(input, context);
      const tagging: Permission = { action: 'ec2:CreateTags', resource, conditions };
      return [
        { action: 'ebs:StartSnapshot', resource, conditions },
        ...(parent === undefined ? [] : [await onSnapshot(shelf, context, parent, conditions)]),
        ...(Tags.length === 0 ? [] : [tagging]),
      ];
    },
    handle: async (input, context) => {
      const snapshot = await refusing(() =>
        shelf.start(context, input, () => wantedBy(shelf, input, context)),
      );
      const { key, written, tags } = snapshot;
      const { parentId } = written ?? {};
      return {
        SnapshotId: snapshot.id,
        OwnerId: snapshot.scope.account,
        Status: snapshot.state,
        StartTime: new Date(snapshot.created),
        VolumeSize: snapshot.sizeGiB,
        BlockSize: BLOCK_BYTES,
        SseType: key === undefined ? 'none' : 'sse-kms',
        Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
        ...(snapshot.description === '' ? {} : { Description: snapshot.description }),
        ...(key === undefined ? {} : { KmsKeyArn: key.keyArn }),
        ...(parentId === undefined ? {} : { ParentSnapshotId: parentId }),
      };
    },
  };
}

function newSnapshotArn({ call }: ResolveContext): string {
  const { partition, scope } = call;
  const place = { partition, service: 'ec2', region: scope.region, account: '' };
  return formatArn({ ...place, resource: 'snapshot/*' });
}

function conditionsOf(
  { Description, ParentSnapshotId, VolumeSize, Tags = [] }: StartSnapshotRequest,
  { call }: ResolveContext,
): ReadonlyMap<string, readonly string[]> {
  const conditions = new Map([['ebs:volumesize', [String(VolumeSize)]]]);
  if (Description !== undefined) conditions.set('ebs:description', [Description]);
  if (ParentSnapshotId !== undefined) {
    const { partition, scope } = call;
    const place = { partition, service: 'ec2', region: scope.region, account: '' };
    const parent = formatArn({ ...place, resource: `snapshot/${ParentSnapshotId}` });
    conditions.set('ebs:parentsnapshot', [parent]);
  }
  return new Map([...conditions, ...listedTagConditions(Tags)]);
}

async function wantedBy(
  shelf: SnapshotShelf,
  input: StartSnapshotRequest,
  context: Context,
): Promise<WantedSnapshot> {
  const { VolumeSize: sizeGiB, Description: description = '', ParentSnapshotId } = input;
  if (sizeGiB > SIZE_GIB_MAX) {
    throw invalid('INVALID_VOLUME_SIZE', `The volume size must be at most ${SIZE_GIB_MAX} GiB.`);
  }
  const parent =
    ParentSnapshotId === undefined
      ? undefined
      : await parentOf(shelf, context, ParentSnapshotId, input);
  const keyId = await keyIdOf(shelf, input, context, parent);
  return {
    sizeGiB,
    parent,
    keyId,
    description,
    tags: tagsOf(shelf, input),
    timeoutMs: (input.Timeout ?? TIMEOUT_MINUTES_DEFAULT) * MINUTE_MS,
  };
}

async function parentOf(
  shelf: SnapshotShelf,
  context: Context,
  id: string,
  { Encrypted, KmsKeyArn, VolumeSize }: StartSnapshotRequest,
): Promise<ShelvedSnapshot> {
  if (Encrypted !== undefined) {
    throw invalid(
      'INVALID_PARAMETER_VALUE',
      'Encrypted and ParentSnapshotId can not be specified in the same request.',
    );
  }
  if (KmsKeyArn !== undefined) {
    throw invalid(
      'INVALID_PARAMETER_VALUE',
      'KmsKeyArn and ParentSnapshotId can not be specified in the same request.',
    );
  }
  const parent = await readableSnapshot(shelf, context, id);
  if (VolumeSize < parent.sizeGiB) {
    throw invalid(
      'INVALID_VOLUME_SIZE',
      `The volume size must be at least the ${parent.sizeGiB} GiB of the parent snapshot.`,
    );
  }
  return parent;
}

/** As the table of encryption outcomes has it. */
async function keyIdOf(
  shelf: SnapshotShelf,
  { Encrypted, KmsKeyArn }: StartSnapshotRequest,
  { view }: Context,
  parent: ShelvedSnapshot | undefined,
): Promise<string | undefined> {
  const byDefault = await shelf.defaultKeyId(view, Encrypted === true);
  const mustEncrypt = byDefault !== undefined && Encrypted !== true;
  if (parent !== undefined) {
    if (mustEncrypt && parent.key === undefined) {
      throw invalid(
        'INVALID_PARAMETER_VALUE',
        'An unencrypted parent snapshot can not be used while encryption by default is enabled.',
      );
    }
    return undefined;
  }
  if (Encrypted === false && (KmsKeyArn !== undefined || mustEncrypt)) {
    throw invalid(
      'INVALID_PARAMETER_VALUE',
      mustEncrypt
        ? 'Unencrypted snapshots can not be made while encryption by default is enabled.'
        : 'KmsKeyArn can not be specified for an unencrypted snapshot.',
    );
  }
  return KmsKeyArn ?? byDefault;
}

function tagsOf(shelf: SnapshotShelf, { Tags = [] }: StartSnapshotRequest) {
  try {
    return shelf.tagsOf(Tags.map(({ Key = '', Value = '' }) => ({ Key, Value })));
  } catch (error) {
    throw error instanceof ServiceError ? invalid('INVALID_TAG', error.message) : error;
  }
}

/** What EC2 and KMS refused, as EBS tells it. */
async function refusing<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof ServiceError) || 'Reason' in error.members) throw error;
    switch (error.code) {
      case 'IdempotentParameterMismatch':
        throw tokenConflict();
      case 'ResourceLimitExceeded':
        throw quotaExceeded(error.message);
      default:
        throw keyRefused(error);
    }
  }
}
