import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { JobOrder, Listed, Unit, View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../../core/time.ts';
import { logsCreateLogStream, logsPutLogEvents } from '../logs/port.ts';
import type { BucketWriter } from '../s3/port.ts';
import { type ItemName, itemArn, itemKey, parseItemArn } from './arns.ts';
import {
  DELIVERER,
  deliverySource,
  folderOf,
  type LogDestination,
  logDestination,
} from './log-destinations.ts';
import {
  logBacklogs,
  loggingKey,
  loggings,
  type PendingLogDocument,
  pendingLogs,
  type WebAclDocument,
  webAcls,
} from './state.ts';

const JOB = 'wafv2.deliverLog';
/** Files are written so often. */
const FILE_MS = 5 * MINUTE_MS;
/** A destination that refuses is asked again; after a day its records are dropped. */
const RETRY_MS = 5 * MINUTE_MS;
const KEPT_MS = DAY_MS;
/** Notes of at most 256 KiB that one job delivers. */
const NOTES_MAX = 32;

/** When what waits is to be delivered; undefined: nobody wants it. */
export async function deliveryOrder(
  unit: Unit,
  item: ItemName,
  now: Instant,
): Promise<JobOrder | undefined> {
  const destination = (await loggingOf(unit, item))?.destination;
  if (destination === undefined) return undefined;
  const isFile = destination.kind === 's3';
  return order(item, isFile ? Math.ceil((now + 1) / FILE_MS) * FILE_MS : now);
}

function order(item: ItemName, due: Instant): JobOrder {
  const webAcl = itemArn(item);
  const turn = Math.floor(due / FILE_MS);
  return {
    id: `${JOB} ${webAcl} ${turn}`,
    kind: JOB,
    scope: item.scope,
    due,
    payload: JSON.stringify({ webAcl }),
  };
}

async function loggingOf(unit: Unit, item: ItemName) {
  const view = unit.view(item.scope);
  const webAcl = await view.get(webAcls, itemKey(item));
  if (webAcl?.id !== item.id) return undefined;
  const logging = await view.get(loggings, loggingKey(webAcl));
  const [arn] = logging?.configuration.LogDestinationConfigs ?? [];
  if (arn === undefined) return undefined;
  return { webAcl, destination: logDestination(arn, item.scope) };
}

interface Delivery {
  readonly webAcl: WebAclDocument;
  readonly texts: readonly string[];
}

/** Delivers what waits of a web ACL's log: that it was delivered, and that it no longer waits, commit together. */
export function createLogDelivery(buckets: BucketWriter): UnitJob {
  return {
    kind: JOB,
    run: async (payload, context) => {
      const { unit, now } = context;
      const { webAcl: arn }: { readonly webAcl: string } = JSON.parse(payload);
      const item = parseItemArn(arn);
      if (item === undefined) return;
      const view = unit.view(item.scope);
      const { items, last } = await view.list(pendingLogs, {
        prefix: `${arn} `,
        limit: NOTES_MAX,
      });
      const logging = await loggingOf(unit, item);
      const texts = items.flatMap(({ document }) => document.records);
      if (texts.length === 0) return;
      const refused =
        logging === undefined
          ? false
          : await deliver(context, buckets, logging.destination, { ...logging, texts });
      const gone = refused ? items.filter((note) => isOld(note, now)) : items;
      for (const { id } of gone) view.delete(pendingLogs, id);
      const isEmpty = last === undefined && gone.length === items.length;
      await lessenBacklog(view, arn, isEmpty ? undefined : gone);
      if (refused) unit.order(order(item, now + RETRY_MS));
      else if (last !== undefined) unit.order({ ...order(item, now), id: `${JOB} ${arn} ${now}` });
    },
  };
}

/** Undefined: nothing waits any more. */
async function lessenBacklog(
  view: View,
  webAcl: string,
  gone: readonly Listed<PendingLogDocument>[] | undefined,
): Promise<void> {
  const known = await view.get(logBacklogs, webAcl);
  if (known === undefined) return;
  if (gone === undefined) {
    view.delete(logBacklogs, webAcl);
    return;
  }
  const less = gone.reduce((sum, { document }) => sum + sizeOf(document.records), 0);
  const notes = Math.max(0, known.notes - gone.length);
  view.put(logBacklogs, webAcl, { notes, size: Math.max(0, known.size - less) });
}

/** Characters of records that wait. */
export function sizeOf(records: readonly string[]): number {
  return records.reduce((sum, { length }) => sum + length, 0);
}

function isOld({ document }: Listed<PendingLogDocument>, now: Instant): boolean {
  return document.written + KEPT_MS < now;
}

/** True: the destination refuses. */
async function deliver(
  context: JobContext,
  buckets: BucketWriter,
  destination: LogDestination,
  delivery: Delivery,
): Promise<boolean> {
  try {
    return destination.kind === 'logs'
      ? await toGroup(context, destination.group, delivery)
      : await toBucket(context, buckets, destination, delivery);
  } catch (error) {
    if (error instanceof ServiceError && error.fault === 'client') return true;
    throw error;
  }
}

/** Limits of one PutLogEvents. */
const EVENTS_MAX = 10_000;
const EVENTS_BYTES_MAX = 1_048_576;
const EVENT_OVERHEAD_BYTES = 26;

async function toGroup(
  context: JobContext,
  logGroupName: string,
  { webAcl, texts }: Delivery,
): Promise<boolean> {
  const { scope } = webAcl;
  const options = {
    region: scope.region,
    as: { principal: DELIVERER, account: scope.account, sourceArn: deliverySource(scope) },
  };
  const level = webAcl.wafScope === 'CLOUDFRONT' ? 'cloudfront' : scope.region;
  const names = { logGroupName, logStreamName: `${level}_${webAcl.name}_0` };
  for (const logEvents of batchesOf(texts)) {
    const put = () => context.callService(logsPutLogEvents, { ...names, logEvents }, options);
    try {
      await put();
    } catch (error) {
      const code = error instanceof ServiceError ? error.code : undefined;
      if (code === undefined || !UNMADE.has(code)) throw error;
      await context.callService(logsCreateLogStream, names, options);
      await put();
    }
  }
  return false;
}

/** How a stream that isn't there is refused: who may not know hears of no permission. */
const UNMADE: ReadonlySet<string> = new Set(['ResourceNotFoundException', 'AccessDeniedException']);

interface LogEvent {
  readonly timestamp: Instant;
  readonly message: string;
}

function batchesOf(texts: readonly string[]): readonly (readonly LogEvent[])[] {
  const events = texts
    .map((message): LogEvent => {
      const { timestamp }: { readonly timestamp: Instant } = JSON.parse(message);
      return { timestamp, message };
    })
    .toSorted((left, right) => left.timestamp - right.timestamp);
  const batches: LogEvent[][] = [];
  let bytes = EVENTS_BYTES_MAX;
  for (const event of events) {
    const size = Buffer.byteLength(event.message) + EVENT_OVERHEAD_BYTES;
    const isFull = bytes + size > EVENTS_BYTES_MAX || (batches.at(-1)?.length ?? 0) >= EVENTS_MAX;
    if (isFull) batches.push([]);
    bytes = isFull ? size : bytes + size;
    batches.at(-1)?.push(event);
  }
  return batches;
}

async function toBucket(
  context: JobContext,
  buckets: BucketWriter,
  place: { readonly bucket: string; readonly prefix: string },
  { webAcl, texts }: Delivery,
): Promise<boolean> {
  const { scope } = webAcl;
  const content = gzipSync(`${texts.join('\n')}\n`);
  const refused = await buckets.put(
    context.unit,
    {
      bucket: place.bucket,
      key: folderOf(place, scope.account) + fileName(webAcl, context.now, content),
      content,
      contentType: 'application/json',
      contentEncoding: 'gzip',
      metadata: {},
    },
    {
      service: DELIVERER,
      sourceArn: deliverySource(scope),
      sourceAccount: scope.account,
      now: context.now,
      callService: (reference, input, options) => context.callService(reference, input, options),
    },
  );
  return refused !== undefined;
}

/** `WAFLogs/us-east-1/acl/2026/01/02/03/05/123456789012_waflogs_us-east-1_acl_20260102T0305Z_0a1b2c3d.log.gz`. */
function fileName({ scope, name, wafScope }: WebAclDocument, now: Instant, content: Uint8Array) {
  const level = wafScope === 'CLOUDFRONT' ? 'cloudfront' : scope.region;
  const minute = new Date(Math.floor(now / FILE_MS) * FILE_MS).toISOString();
  const [date = '', time = ''] = minute.slice(0, 16).split('T');
  const folder = [...date.split('-'), ...time.split(':')].join('/');
  const stamp = `${date.replaceAll('-', '')}T${time.replace(':', '')}Z`;
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const file = `${scope.account}_waflogs_${level}_${name}_${stamp}_${hash}.log.gz`;
  return `WAFLogs/${level}/${name}/${folder}/${file}`;
}
