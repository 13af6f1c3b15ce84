import { gzipSync } from 'node:zlib';
import type { JobContext } from '../../../contract/service.ts';
import type { JsonObject } from '../../../core/json.ts';
import { ownName, PRINCIPAL } from '../recording/asking.ts';
import type { BucketWriter } from '../../s3/port.ts';
import { type Channel, channels, type DeliveryInfo, type Item, ONLY } from '../state.ts';
import { writtenItem } from '../shown-items.ts';

/** Items in one file. */
export const FILE_ITEMS_MAX = 10_000;

/** Writes a file of items into the channel's bucket. Undefined: written; else S3's code. */
export function writeFile(
  buckets: BucketWriter,
  context: JobContext,
  channel: Channel,
  file: { readonly key: string; readonly head: JsonObject; readonly items: readonly Item[] },
): Promise<string | undefined> {
  const { unit, scope, now } = context;
  const content = {
    fileVersion: '1.0',
    ...file.head,
    configurationItems: file.items.map((item) => writtenItem(scope, item)),
  };
  const object = {
    bucket: channel.bucket,
    key: file.key,
    content: gzipSync(JSON.stringify(content)),
    contentType: 'application/json',
    contentEncoding: 'gzip',
    metadata: {},
    ...(channel.kmsKey === undefined ? {} : { kms: { keyId: channel.kmsKey, context: {} } }),
  };
  return buckets.put(unit, object, {
    service: PRINCIPAL,
    sourceArn: ownName(scope).sourceArn,
    sourceAccount: scope.account,
    now,
    callService: (reference, input, options) => context.callService(reference, input, options),
  });
}

/** Notes how a delivery went on the channel that is there now. */
export async function noteDelivery(
  { unit, scope, now }: JobContext,
  kind: 'snapshot' | 'history' | 'stream',
  error: string | undefined,
): Promise<void> {
  const view = unit.view(scope);
  const channel = await view.get(channels, ONLY);
  if (channel === undefined) return;
  const before = channel[kind];
  const info: DeliveryInfo =
    error === undefined
      ? { status: 'Success', attempted: now, succeeded: now }
      : {
          status: 'Failure',
          attempted: now,
          error,
          ...(before?.succeeded === undefined ? {} : { succeeded: before.succeeded }),
        };
  view.put(channels, ONLY, { ...channel, [kind]: info });
}
