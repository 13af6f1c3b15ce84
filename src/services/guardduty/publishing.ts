import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { JobContext, JobKind } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { NO_PLACES } from '../../detection/world.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { BucketWriter, ServiceRequest } from '../s3/port.ts';
import { EXPIRE_JOB, EXPORT_JOB, KEPT_MS, PUBLISH_JOB, tell, write } from './finding-keeping.ts';
import { findingText } from './finding-text.ts';
import { detectorArn } from './resources.ts';
import {
  accountScope,
  type DestinationDocument,
  destinations,
  detectors,
  type FindingDocument,
  findings,
} from './state.ts';

const PRINCIPAL = 'guardduty.amazonaws.com';
const zip = promisify(gzip);

/** Tells of what happened again since the last time. */
const publishJob: JobKind = {
  kind: PUBLISH_JOB,
  run: async (_payload, { unit, scope, now }) => {
    const detector = await unit.view(accountScope(scope.account)).get(detectors, scope.region);
    if (detector === undefined) return;
    const keeper = { unit, detector, places: NO_PLACES, now };
    const where = { index: 'pending', prefix: 'pending' };
    for (const document of await everyOf(unit.view(scope), findings, where)) {
      const published = { ...document, isPending: false };
      if (document.finding.AccountId !== scope.account) continue;
      await write(keeper, published);
      await tell(keeper, published);
    }
  },
};

/** Findings are kept for 90 days after they were last updated: each update orders their end anew. */
const expireJob: JobKind = {
  kind: EXPIRE_JOB,
  run: async (payload, { unit, scope, now }) => {
    const view = unit.view(scope);
    const document = await view.get(findings, idIn(payload));
    if (document !== undefined && document.updated + KEPT_MS <= now) {
      view.delete(findings, document.finding.Id);
    }
  },
};

/** Writes one finding into the buckets that the account chose. */
function exportJob(buckets: BucketWriter): JobKind {
  return {
    kind: EXPORT_JOB,
    run: async (payload, context) => {
      const { unit, scope } = context;
      const view = unit.view(scope);
      const document = await view.get(findings, idIn(payload));
      if (document === undefined || document.finding.Service?.Archived === true) return;
      for (const destination of await everyOf(view, destinations)) {
        await exportTo(buckets, destination, document, context);
      }
    },
  };
}

async function exportTo(
  buckets: BucketWriter,
  destination: DestinationDocument,
  { finding, additional }: FindingDocument,
  context: JobContext,
): Promise<void> {
  const { unit, scope, now } = context;
  const { bucket, folder } = placeOf(destination.bucketArn);
  const line = `${JSON.stringify(findingText(finding, additional))}\n`;
  const [year, month, day] = new Date(now).toISOString().slice(0, 10).split('-');
  const name = await unit.once(uuid);
  const key =
    `${folder}AWSLogs/${finding.AccountId}/GuardDuty/${finding.Region}/${year}/${month}/${day}/` +
    `${name}.jsonl.gz`;
  const refused = await buckets.put(
    unit,
    {
      bucket,
      key,
      content: await unit.once(() => zip(Buffer.from(line))),
      contentType: 'application/json',
      contentEncoding: 'gzip',
      metadata: {},
      kms: { keyId: destination.keyArn, context: {} },
    },
    await requestOf(context),
  );
  const failed = refused !== undefined;
  const changed: DestinationDocument = {
    ...destination,
    status: failed ? 'UNABLE_TO_PUBLISH_FIX_DESTINATION_PROPERTY' : 'PUBLISHING',
    failing: failed ? destination.failing || now : 0,
  };
  unit.view(scope).put(destinations, destination.id, changed);
}

/** GuardDuty acts in its own name, for the account's detector. */
export async function requestOf({
  unit,
  scope,
  now,
  callService,
}: Pick<JobContext, 'unit' | 'scope' | 'now' | 'callService'>): Promise<ServiceRequest> {
  const detector = await unit.view(accountScope(scope.account)).get(detectors, scope.region);
  return {
    service: PRINCIPAL,
    sourceArn: detectorArn(scope, detector?.id ?? ''),
    sourceAccount: scope.account,
    now,
    callService: (reference, input, options) => callService(reference, input, options),
  };
}

/** `arn:aws:s3:::bucket/folder`. */
export function placeOf(arn: string): { readonly bucket: string; readonly folder: string } {
  const [bucket = '', ...path] = arn.replace(/^arn:[^:]+:s3:::/, '').split('/');
  const folder = path.filter((part) => part !== '').join('/');
  return { bucket, folder: folder === '' ? '' : `${folder}/` };
}

function idIn(payload: string): string {
  const value: JsonValue = JSON.parse(payload);
  const id = isJsonObject(value) ? value['id'] : undefined;
  if (typeof id !== 'string') throw new Error('the job names no finding');
  return id;
}

export function publishingJobs(buckets: BucketWriter): readonly JobKind[] {
  return [publishJob, expireJob, exportJob(buckets)];
}
