import type { JobContext, UnitJob } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { SECOND_MS, type Instant } from '../../../core/time.ts';
import { awsEvent } from '../../events/port.ts';
import { snapshots } from '../storage/state.ts';
import { imageNoun } from './noun.ts';
import { type ImageDocument, images } from './state.ts';
import { putImage } from './visibility.ts';

const KIND = 'ec2.settleImage';
/** How often it is looked whether the snapshots are there. */
const WAIT_MS = SECOND_MS / 4;

/** An image is there when all its snapshots are; it fails with the first of them that does. */
export function orderSettling(unit: Unit, image: ImageDocument, now: Instant): void {
  order(unit, image, now + 1);
}

function order(unit: Unit, { scope, id }: ImageDocument, due: Instant): void {
  const { account, region } = scope;
  unit.order({ id: `${KIND}/${account}/${region}/${id}`, kind: KIND, scope, due, payload: id });
}

export const settleImage: UnitJob = {
  kind: KIND,
  run: async (payload, context) => {
    const { unit, scope, now } = context;
    const view = unit.view(scope);
    const image = await view.get(images, payload);
    if (image === undefined || image.state !== 'pending') return;
    if (image.failure !== undefined) return fail(context, image, image.failure.message);
    let isWaiting = false;
    for (const { snapshotId } of image.devices) {
      if (snapshotId === undefined) continue;
      const snapshot = await view.get(snapshots, snapshotId);
      if (snapshot === undefined || snapshot.state === 'error') {
        return fail(context, image, snapshot?.message ?? `Snapshot ${snapshotId} is gone`);
      }
      if (snapshot.state === 'pending') isWaiting = true;
    }
    if (isWaiting) return order(unit, image, now + WAIT_MS);
    putImage(unit, { ...image, state: 'available' });
    tell(context, image, 'available');
  },
};

function fail(context: JobContext, image: ImageDocument, message: string): void {
  const code = 'Client.InternalError';
  putImage(context.unit, { ...image, state: 'failed', failure: { code, message } });
  tell(context, image, 'failed', message);
}

function tell(
  { unit, now, id }: JobContext,
  { scope, id: imageId }: ImageDocument,
  State: 'available' | 'failed',
  ErrorMessage = '',
): void {
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.ec2',
      detailType: 'EC2 AMI State Change',
      resources: [imageNoun.arn(scope, imageId)],
      detail: { RequestId: id, ImageId: imageId, State, ErrorMessage },
    }),
  );
}
