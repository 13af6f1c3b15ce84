import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from '../../contract/operation.ts';
import type { JobContext } from '../../contract/service.ts';
import { partitionOf } from '../../core/arn.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { BucketWriter, ServiceRequest } from '../s3/port.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { invalid } from './errors.ts';
import { onSession } from './operation.ts';
import { PRINCIPAL } from './resources.ts';
import type { DestinationSetting, SessionDocument } from './state.ts';

const zip = promisify(gzip);

/** Where results are put, as findings name it. */
export function resultKey(
  { keyPrefix }: DestinationSetting,
  { account, region }: Scope,
  jobId: string,
  name: string,
): string {
  return `${keyPrefix}AWSLogs/${account}/Macie/${region}/${jobId}/${account}/${name}.jsonl.gz`;
}

/** Writes results of a job, under the customer's key; undefined: written. */
export async function writeResults(
  buckets: BucketWriter,
  context: JobContext,
  destination: DestinationSetting,
  {
    key,
    lines,
    sourceArn,
  }: { readonly key: string; readonly lines: readonly JsonObject[]; readonly sourceArn: string },
): Promise<string | undefined> {
  const { unit, scope, now, callService } = context;
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  return buckets.put(
    unit,
    {
      bucket: destination.bucketName,
      key,
      content: await unit.once(() => zip(Buffer.from(text))),
      contentType: 'application/x-ndjson',
      contentEncoding: 'gzip',
      metadata: {},
      kms: { keyId: destination.kmsKeyArn, context: {} },
    },
    {
      service: PRINCIPAL,
      sourceArn,
      sourceAccount: scope.account,
      now,
      callService: (reference, input, options) => callService(reference, input, options),
    },
  );
}

/** Macie tries what it will do: a test object under the key. Errors: ValidationException where it is refused. */
async function assertWritable(
  buckets: BucketWriter,
  context: Context,
  destination: DestinationSetting,
): Promise<void> {
  const { call, unit } = context;
  const { account, region } = call.scope;
  const request: ServiceRequest = {
    service: PRINCIPAL,
    sourceArn: `arn:${partitionOf(region)}:macie2:${region}:${account}:export-configuration:*`,
    sourceAccount: account,
    now: call.now,
    callService: (reference, input, options) => context.callService(reference, input, options),
  };
  const refused = await buckets.put(
    unit,
    {
      bucket: destination.bucketName,
      key: `${destination.keyPrefix}AWSLogs/${account}/Macie/${region}/macie-test-object`,
      content: new Uint8Array(),
      contentType: 'text/plain',
      metadata: {},
      kms: { keyId: destination.kmsKeyArn, context: {} },
    },
    request,
  );
  if (refused === undefined) return;
  throw invalid(
    `The request failed because Macie can't write to the bucket ${destination.bucketName} with the ` +
      `specified key (${refused}).`,
  );
}

function shown({ destination }: SessionDocument) {
  if (destination === undefined) return {};
  return { configuration: { s3Destination: destination } };
}

export function resultOperations(buckets: BucketWriter): readonly AnyOperation[] {
  return [
    onSession({
      name: 'GetClassificationExportConfiguration',
      access: 'read',
      handle: async (_input, { session }) => shown(session),
    }),
    onSession({
      name: 'PutClassificationExportConfiguration',
      access: 'write',
      handle: async ({ configuration }, { session, keep }, context) => {
        const { s3Destination: chosen } = configuration;
        if (chosen === undefined) throw invalid('The s3Destination is required');
        const { expectedBucketOwner: owner } = chosen;
        const place = await buckets.find(context.unit, chosen.bucketName);
        if (owner !== undefined && place?.account !== owner)
          throw invalid('The bucket is not owned by the expected account');
        const { keyPrefix = '' } = chosen;
        const destination: DestinationSetting = {
          bucketName: chosen.bucketName,
          keyPrefix: keyPrefix === '' || keyPrefix.endsWith('/') ? keyPrefix : `${keyPrefix}/`,
          kmsKeyArn: chosen.kmsKeyArn,
        };
        await assertWritable(buckets, context, destination);
        const changed = { ...session, destination, updated: context.call.now };
        keep(changed);
        return shown(changed);
      },
    }),
  ];
}
