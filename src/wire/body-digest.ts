import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { ServiceError } from '../core/errors.ts';
import type { OperationModel } from '../model/types.ts';
import type { WireRequest } from './request.ts';

/** What headers may promise of a whole body, by the header's name; others are not looked at. */
const DIGESTS: readonly (readonly [string, string, (body: Uint8Array) => Buffer])[] = [
  ['content-md5', 'Content-MD5', (body) => createHash('md5').update(body).digest()],
  ['x-amz-checksum-crc32', 'CRC32', crc32Of],
  ['x-amz-checksum-sha1', 'SHA1', (body) => createHash('sha1').update(body).digest()],
  ['x-amz-checksum-sha256', 'SHA256', (body) => createHash('sha256').update(body).digest()],
];

function crc32Of(body: Uint8Array): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return bytes;
}

/**
 * Refuses a body that is not what its headers promise. A checksum that the model has as a member of its own is not the body's:
 * that of an upload's completion is of the object. Errors: BadDigest.
 */
export function requireDigests(operation: OperationModel, request: WireRequest): void {
  if (request.stream !== undefined) return;
  for (const [header, name, digest] of DIGESTS) {
    const promised = request.header(header);
    if (promised === undefined || (header !== 'content-md5' && isMember(operation, header)))
      continue;
    if (digest(request.body).toString('base64') === promised) continue;
    const text =
      header === 'content-md5'
        ? 'The Content-MD5 you specified did not match what we received.'
        : `The ${name} you specified did not match the calculated checksum.`;
    throw new ServiceError('BadDigest', text, { status: 400 });
  }
}

function isMember({ input }: OperationModel, header: string): boolean {
  return input.members.some(
    ({ binding }) => binding.in === 'header' && binding.name.toLowerCase() === header,
  );
}
