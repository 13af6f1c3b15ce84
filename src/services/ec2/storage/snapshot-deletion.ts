import type { Ec2Operations } from '../../../../models/ec2/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import type { Cursor, View } from '../../../contract/view.ts';
import { permissionOn } from '../authorization.ts';
import { images } from '../images/state.ts';
import { abandonCopy } from './block-copies.ts';
import { snapshotInUse } from './errors.ts';
import { leaveLayer } from './layer-ends.ts';
import { dropSnapshot, snapshotNoun } from './nouns.ts';
import { ownSnapshotOf } from './own.ts';
import { requireUnlocked } from './snapshot-locks.ts';

const PAGE = 1_000;

export const deleteSnapshot: OperationOf<Ec2Operations, 'DeleteSnapshot'> = {
  name: 'DeleteSnapshot',
  access: 'write',
  authorize: async ({ SnapshotId }, context) => [
    await permissionOn(context, snapshotNoun, SnapshotId),
  ],
  handle: async ({ SnapshotId }, context) => {
    const { unit, call, view } = context;
    const snapshot = await ownSnapshotOf(context, SnapshotId);
    requireUnlocked(snapshot, call.now);
    const user = await imageOf(view, SnapshotId);
    if (user !== undefined) throw snapshotInUse(SnapshotId, user);
    await abandonCopy(unit, snapshot.scope, SnapshotId, call.now);
    await leaveLayer(unit, snapshot.layer, call.now);
    dropSnapshot(unit, snapshot);
    return {};
  },
};

/** The image that volumes are made for of the snapshot. */
async function imageOf(view: View, snapshotId: string): Promise<string | undefined> {
  let after: Cursor | undefined;
  do {
    const page = await view.list(images, {
      limit: PAGE,
      ...(after === undefined ? {} : { after }),
    });
    const found = page.items.find(({ document }) =>
      document.devices.some((device) => device.snapshotId === snapshotId),
    );
    if (found !== undefined) return found.id;
    after = page.last;
  } while (after !== undefined);
  return undefined;
}
