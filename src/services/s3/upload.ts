import { createHash } from 'node:crypto';
import type { PutObjectRequest } from '../../../models/s3/types.ts';
import type { BlobRef, Blobs } from '../../contract/blobs.ts';
import type { RequestBody } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import type { ByteStream } from '../../model/types.ts';
import { type Checksum, crc32, crc32c, crc64nvme } from './domain/crc.ts';
import { badDigest, entityTooLarge, invalidDigest, invalidRequest, unbuilt } from './errors.ts';
import type { ChecksumName, ObjectChecksum } from './state.ts';

/** The largest object one PUT may bring, or a copy may have. */
export const OBJECT_BYTES_MAX = 5 * 1024 ** 3;

/** What was stored, with all that was computed on the way. */
export interface Upload {
  readonly blob: BlobRef;
  /** Of the content, hexadecimal. */
  readonly md5: string;
  readonly checksum: ObjectChecksum;
}

/** What the request's head promises of the content. */
export interface Promised {
  /** Base64. */
  readonly md5: string | undefined;
  /** The checksum to compute, and its value where the head has it; a trailer may bring it. */
  readonly checksum: { readonly name: ChecksumName; readonly value: string | undefined };
}

type ChecksumValues = Pick<
  PutObjectRequest,
  'ChecksumCRC32' | 'ChecksumCRC32C' | 'ChecksumCRC64NVME' | 'ChecksumSHA1' | 'ChecksumSHA256'
>;

/** What requests that bring content say of its checksum. */
export type ChecksumInput = Pick<
  PutObjectRequest,
  | 'ContentMD5'
  | 'ChecksumAlgorithm'
  | 'ChecksumCRC32'
  | 'ChecksumCRC32C'
  | 'ChecksumCRC64NVME'
  | 'ChecksumSHA1'
  | 'ChecksumSHA256'
  | 'ChecksumSHA512'
  | 'ChecksumMD5'
  | 'ChecksumXXHASH64'
  | 'ChecksumXXHASH3'
  | 'ChecksumXXHASH128'
>;

interface ChecksumKind {
  readonly algorithm: 'CRC32' | 'CRC32C' | 'CRC64NVME' | 'SHA1' | 'SHA256';
  readonly make: () => Checksum;
  readonly given: (input: ChecksumValues) => string | undefined;
}

export const CHECKSUMS: Readonly<Record<ChecksumName, ChecksumKind>> = {
  crc32: { algorithm: 'CRC32', make: crc32, given: (input) => input.ChecksumCRC32 },
  crc32c: { algorithm: 'CRC32C', make: crc32c, given: (input) => input.ChecksumCRC32C },
  crc64nvme: { algorithm: 'CRC64NVME', make: crc64nvme, given: (input) => input.ChecksumCRC64NVME },
  sha1: { algorithm: 'SHA1', make: () => hashing('sha1'), given: (input) => input.ChecksumSHA1 },
  sha256: {
    algorithm: 'SHA256',
    make: () => hashing('sha256'),
    given: (input) => input.ChecksumSHA256,
  },
};

const NAMES: readonly ChecksumName[] = ['crc32', 'crc32c', 'crc64nvme', 'sha1', 'sha256'];

function hashing(algorithm: string): Checksum {
  const hash = createHash(algorithm);
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => hash.digest(),
  };
}

/** Undefined: it is none that is built. */
export function checksumNamed(algorithm: string | undefined): ChecksumName | undefined {
  return NAMES.find((name) => CHECKSUMS[name].algorithm === algorithm);
}

/** S3 computes CRC64NVME for uploads that bring no checksum. */
export function promisedBy(input: ChecksumInput): Promised {
  const given = NAMES.filter((name) => CHECKSUMS[name].given(input) !== undefined);
  if (given.length > 1) {
    throw invalidRequest(
      'Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.',
    );
  }
  refuseUnbuilt(input);
  const algorithm = input.ChecksumAlgorithm;
  const asked = checksumNamed(algorithm);
  if (algorithm !== undefined && asked === undefined) {
    throw unbuilt('PutObject', `the checksum algorithm ${algorithm}`);
  }
  const name = given[0] ?? asked ?? 'crc64nvme';
  const value = CHECKSUMS[name].given(input);
  if (value !== undefined) requireForm(name, value);
  if (input.ContentMD5 !== undefined && Buffer.from(input.ContentMD5, 'base64').length !== 16) {
    throw invalidDigest();
  }
  return { md5: input.ContentMD5, checksum: { name, value } };
}

function refuseUnbuilt(input: ChecksumInput): void {
  const others = [
    input.ChecksumSHA512,
    input.ChecksumMD5,
    input.ChecksumXXHASH64,
    input.ChecksumXXHASH3,
    input.ChecksumXXHASH128,
  ];
  if (others.some((value) => value !== undefined)) {
    throw unbuilt('PutObject', 'this checksum algorithm');
  }
}

function requireForm(name: ChecksumName, value: string): void {
  const bytes = CHECKSUMS[name].make().digest().length;
  if (Buffer.from(value, 'base64').length === bytes) return;
  throw invalidRequest(`Value for x-amz-checksum-${name} header is invalid.`);
}

/** Reads a body into a blob once, computing what S3 tells of it, and refuses what is not what was promised. */
export async function upload(
  blobs: Blobs,
  scope: Scope,
  promised: Promised,
  body: RequestBody,
  dataKey?: Uint8Array,
): Promise<Upload> {
  const md5 = createHash('md5');
  const { name } = promised.checksum;
  const checksum = CHECKSUMS[name].make();
  let computed: Omit<Upload, 'blob'> | undefined;
  const judged = async function* (): AsyncGenerator<Uint8Array> {
    yield* passing(body.bytes, (bytes) => {
      md5.update(bytes);
      checksum.update(bytes);
    });
    const digest = md5.digest();
    if (promised.md5 !== undefined && digest.toString('base64') !== promised.md5) {
      throw badDigest('The Content-MD5 you specified did not match what we received.');
    }
    const value = checksum.digest().toString('base64');
    const told = promised.checksum.value ?? body.trailers().get(`x-amz-checksum-${name}`);
    if (told !== undefined && told !== value) {
      const { algorithm } = CHECKSUMS[name];
      throw badDigest(`The ${algorithm} you specified did not match the calculated checksum.`);
    }
    computed = { md5: digest.toString('hex'), checksum: { name, value, isOfParts: false } };
  };
  // What is thrown at the end of the stream leaves no blob behind.
  const blob = await blobs.write(scope, judged(), dataKey);
  if (computed === undefined) throw new Error('an upload ended early');
  return { blob, ...computed };
}

async function* passing(
  bytes: ByteStream,
  see: (bytes: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const piece of bytes) {
    total += piece.length;
    if (total > OBJECT_BYTES_MAX) throw entityTooLarge(total, OBJECT_BYTES_MAX);
    see(piece);
    yield piece;
  }
}

/** The members of an answer that carry a checksum. */
export function checksumMember(checksum: ObjectChecksum | undefined) {
  if (checksum === undefined) return {};
  const ChecksumType = checksum.isOfParts ? ('COMPOSITE' as const) : ('FULL_OBJECT' as const);
  return { ...checksumValue(checksum), ChecksumType };
}

/** The member alone, as answers about parts have it. */
export function checksumValue({ name, value }: Pick<ObjectChecksum, 'name' | 'value'>) {
  switch (name) {
    case 'crc32':
      return { ChecksumCRC32: value };
    case 'crc32c':
      return { ChecksumCRC32C: value };
    case 'crc64nvme':
      return { ChecksumCRC64NVME: value };
    case 'sha1':
      return { ChecksumSHA1: value };
    case 'sha256':
      return { ChecksumSHA256: value };
  }
}
