import type { MaximumExecutionFrequency } from '../../../../models/config-service/types.ts';
import type { JobContext, UnitJob } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import { HOUR_MS, type Instant } from '../../../core/time.ts';
import { firstOf } from '../../../listing/first-documents.ts';
import type { BucketWriter } from '../../s3/port.ts';
import { recorderIn } from '../recorder-state.ts';
import { time } from '../shown-items.ts';
import { channels, ONLY, resources } from '../state.ts';
import { snapshotKey } from './file-names.ts';
import { tellTopic } from './topic-job.ts';
import { FILE_ITEMS_MAX, noteDelivery, writeFile } from './writing.ts';

const SNAPSHOT = 'config.snapshot';
const RECURRING = 'recurring';

const HOURS: Readonly<Record<MaximumExecutionFrequency, number>> = {
  One_Hour: 1,
  Three_Hours: 3,
  Six_Hours: 6,
  Twelve_Hours: 12,
  TwentyFour_Hours: 24,
};

export function frequencyMs(frequency: MaximumExecutionFrequency): number {
  return HOURS[frequency] * HOUR_MS;
}

export function orderSnapshot(unit: Unit, scope: Scope, id: string, due: Instant): void {
  const job = `${SNAPSHOT}/${scope.account}/${scope.region}/${id}`;
  unit.order({ id: job, kind: SNAPSHOT, scope, due, payload: JSON.stringify({ id }) });
}

/** The snapshots that a channel asks for again and again, or none any more. */
export function orderSnapshots(
  unit: Unit,
  scope: Scope,
  frequency: MaximumExecutionFrequency | undefined,
  now: Instant,
): void {
  if (frequency === undefined) {
    unit.cancel(`${SNAPSHOT}/${scope.account}/${scope.region}/${RECURRING}`);
  } else {
    orderSnapshot(unit, scope, RECURRING, now + frequencyMs(frequency));
  }
}

/** Writes a file of every resource as it is, and says so to the channel's topic. */
export function snapshotJob(buckets: BucketWriter): UnitJob {
  return {
    kind: SNAPSHOT,
    run: async (payload, context) => {
      const { unit, scope, now, due } = context;
      const view = unit.view(scope);
      const channel = await view.get(channels, ONLY);
      if (channel === undefined) return;
      const id = idIn(payload);
      const isRecurring = id === RECURRING;
      if (isRecurring && channel.frequency !== undefined) {
        orderSnapshots(unit, scope, channel.frequency, now);
      }
      const recorder = await recorderIn(unit, scope);
      if (recorder?.isRecording !== true) return;
      const snapshotId = isRecurring ? recurringId(scope, due) : id;
      await deliver(buckets, context, snapshotId);
    },
  };
}

/** The same when the job is tried again: eight, four, four, four and twelve digits. */
function recurringId({ account }: Scope, due: Instant): string {
  const digits = `${due.toString(16).padStart(20, '0')}${account}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

async function deliver(buckets: BucketWriter, context: JobContext, id: string): Promise<void> {
  const { unit, scope, now } = context;
  const view = unit.view(scope);
  const channel = await view.get(channels, ONLY);
  if (channel === undefined) return;
  const all = await firstOf(view, resources, FILE_ITEMS_MAX);
  const items = all.filter(({ status }) => status !== 'ResourceDeleted');
  const key = snapshotKey(scope, channel.prefix, { at: now, id });
  const head = { configSnapshotId: id };
  const refused = await writeFile(buckets, context, channel, { key, head, items });
  await noteDelivery(context, 'snapshot', refused);
  if (refused !== undefined || channel.topic === undefined) return;
  tellTopic(unit, scope, now, {
    id: `snapshot/${id}`,
    subject: `[AWS Config:${scope.region}] Configuration Snapshot Delivery Completed`,
    message: {
      configSnapshotId: id,
      s3ObjectKey: key,
      s3Bucket: channel.bucket,
      notificationCreationTime: time(now),
      messageType: 'ConfigurationSnapshotDeliveryCompleted',
      recordVersion: '1.1',
    },
  });
}

function idIn(payload: string): string {
  const value: JsonValue = JSON.parse(payload);
  const { id } = isJsonObject(value) ? value : {};
  if (typeof id !== 'string') throw new Error('the job names no snapshot');
  return id;
}
