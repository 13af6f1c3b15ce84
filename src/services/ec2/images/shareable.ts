import type { Context } from '../../../contract/operation.ts';
import { ec2Error } from '../errors.ts';
import { isServiceKey } from '../storage/snapshot-sharing.ts';
import { snapshots } from '../storage/state.ts';
import type { ImageDocument, LaunchGrant } from './state.ts';

/** Errors: UnsupportedOperation for encrypted images and everybody; InvalidParameter for AWS's own key. */
export async function requireShareable(
  context: Context,
  { devices }: ImageDocument,
  grants: readonly LaunchGrant[],
): Promise<void> {
  const isForAll = grants.some(({ kind }) => kind === 'group');
  for (const { snapshotId } of devices) {
    if (snapshotId === undefined) continue;
    const snapshot = await context.view.get(snapshots, snapshotId);
    if (snapshot?.key === undefined) continue;
    if (isForAll) {
      const text = 'Encrypted snapshots can’t be shared publicly. Specify another snapshot.';
      throw ec2Error('UnsupportedOperation', text);
    }
    if (await isServiceKey(context, snapshot.key.keyArn)) {
      const text =
        'Snapshots encrypted with the AWS Managed CMK can’t be shared. Specify another snapshot.';
      throw ec2Error('InvalidParameter', text);
    }
  }
}
