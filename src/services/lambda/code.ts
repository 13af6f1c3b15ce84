import { createHash } from 'node:crypto';
import type { FunctionCode } from '../../../models/lambda/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { FunctionRunner } from '../../contract/functions.ts';
import type { Context } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import type { ByteStream } from '../../model/types.ts';
import { ServiceError } from '../../core/errors.ts';
import { invalidParameterValue, requestTooLarge } from './errors.ts';
import { getObject } from './other-services.ts';
import type { Archive } from './state.ts';

/** AWS's limit of an archive that comes with the request, and of what a bucket's may unpack to. */
const DIRECT_BYTES_MAX = 52_428_800;
const ARCHIVE_BYTES_MAX = 262_144_000;

export interface CodeParts {
  readonly blobs: Blobs;
  readonly runner: FunctionRunner;
}

/** Where code comes from: the request, or an object that the caller may read. */
export type CodeSource = Pick<FunctionCode, 'ZipFile' | 'S3Bucket' | 'S3Key' | 'S3ObjectVersion'>;

/** Opens the source in a unit. Errors: InvalidParameterValueException, also with S3's own refusal. */
export async function openSource(context: Context, source: CodeSource): Promise<ByteStream> {
  const { ZipFile: zip, S3Bucket: Bucket, S3Key: Key, S3ObjectVersion: VersionId } = source;
  if (zip !== undefined) {
    if (Bucket !== undefined || Key !== undefined) {
      throw invalidParameterValue(
        'Please do not provide other FunctionCode parameters when providing a ZipFile.',
      );
    }
    if (zip.length > DIRECT_BYTES_MAX) throw requestTooLarge(zip.length, DIRECT_BYTES_MAX);
    if (zip.length === 0) throw invalidParameterValue('Uploaded file must be a non-empty zip');
    return once(zip);
  }
  if (Bucket === undefined || Key === undefined) {
    throw invalidParameterValue('Please provide a source for function code.');
  }
  try {
    const object = { Bucket, Key, ...(VersionId === undefined ? {} : { VersionId }) };
    const { Body } = await context.callService(getObject, object, { via: 'lambda' });
    return Body ?? once(new Uint8Array());
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidParameterValue(
      `Error occurred while GetObject. S3 Error Code: ${error.code}. S3 Error Message: ${error.message}`,
    );
  }
}

/** Keeps the archive, once it is known to unpack. Errors: InvalidParameterValueException. */
export async function keepArchive(
  { blobs, runner }: CodeParts,
  scope: Scope,
  source: ByteStream,
): Promise<Archive> {
  const hash = createHash('sha256');
  const blob = await blobs.write(scope, measured(source, hash));
  const fault = await runner.inspect(blobs.read(scope, blob));
  if (fault === 'unreadable') {
    throw invalidParameterValue(
      'Could not unzip uploaded file. Please check your file, then try to upload again.',
    );
  }
  if (fault === 'tooLarge') throw tooLarge();
  return { blob, sha256: hash.digest('base64') };
}

async function* measured(
  source: ByteStream,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const bytes of source) {
    size += bytes.length;
    if (size > ARCHIVE_BYTES_MAX) throw tooLarge();
    hash.update(bytes);
    yield bytes;
  }
}

function tooLarge(): ServiceError {
  return invalidParameterValue(`Unzipped size must be smaller than ${ARCHIVE_BYTES_MAX} bytes`);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
