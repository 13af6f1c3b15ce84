import { headerOf } from '../core/header-list.ts';
import { hash, timingSafeEqual } from 'node:crypto';
import { ServiceError } from '../core/errors.ts';
import { ChunkReader } from './chunk-reader.ts';
import { failureError } from './failure.ts';
import { type HmacKey, hmacOf } from './hmac.ts';
import { signingKey } from './signing-key.ts';
import type { Signature, SignedRequest, StreamedPayload } from './types.ts';

/**
 * aws-chunked bodies: `<hex size>[;chunk-signature=<hex>]CRLF<bytes>CRLF`, a chunk of size 0, then
 * trailers. Bytes of a signed chunk are yielded only after its signature agreed; those of an unsigned
 * one as they arrive. What was stored must be kept from sight until the generator ends without an error.
 */

const EMPTY_HASH = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
const HEADER_BYTES_MAX = 1_024;
/** A signed chunk is held whole until it is verified; SDKs send 64 KiB to 1 MiB. */
export const SIGNED_CHUNK_BYTES_MAX = 16 * 1024 * 1024;
/** An unsigned one is passed on piece by piece: as large as the largest single PUT. */
export const UNSIGNED_CHUNK_BYTES_MAX = 5 * 1024 * 1024 * 1024;
const TRAILER_LINE_BYTES_MAX = 1_024;
const TRAILERS_MAX = 16;

export interface ChunkedOptions {
  /** Undefined: neither chunks nor trailers are signed. `unchecked`: dev mode takes any signature. */
  readonly signing: ChunkSigning | 'unchecked' | undefined;
  readonly trailer: boolean;
  /** Lower-case names announced in `x-amz-trailer`; others are refused. */
  readonly trailerNames: readonly string[];
  /** `x-amz-decoded-content-length` in bytes, when sent. */
  readonly decodedLength: number | undefined;
  /** Called once, after the last byte, before the generator ends. Throws to refuse. */
  checkTrailers?(trailers: ReadonlyMap<string, string>): void;
}

interface ChunkSigning {
  readonly key: HmacKey;
  /** Lines between algorithm and previous signature: timestamp and scope. */
  readonly context: string;
  /** The signature of the request's head, in hexadecimal digits. */
  readonly seed: string;
}

/** Whose signature the head bears. */
export interface ChunkSigner {
  readonly signature: Signature;
  readonly secretAccessKey: string;
}

function signingOf(signer: ChunkSigner | undefined): ChunkSigning | 'unchecked' {
  if (signer === undefined) return 'unchecked';
  const { signature, secretAccessKey } = signer;
  const { date, region, service } = signature.scope;
  return {
    key: signingKey(secretAccessKey, signature.scope),
    context: `${signature.timestamp}\n${date}/${region}/${service}/aws4_request`,
    seed: signature.signature,
  };
}

/** The options for a request whose head was verified, or needs not be: then there is no signer. Throws ServiceError for malformed lengths. */
export function chunkedOptions(
  request: Pick<SignedRequest, 'headers'>,
  payload: StreamedPayload & { readonly kind: 'chunked' },
  signer: ChunkSigner | undefined,
): ChunkedOptions {
  const length = headerOf(request.headers, 'x-amz-decoded-content-length');
  if (length !== undefined && !/^\d{1,15}$/.test(length)) {
    throw new ServiceError('InvalidArgument', 'Invalid x-amz-decoded-content-length', {
      status: 400,
    });
  }
  const names = headerOf(request.headers, 'x-amz-trailer') ?? '';
  return {
    signing: payload.signed ? signingOf(signer) : undefined,
    trailer: payload.trailer,
    trailerNames: names
      .split(',')
      .map((n) => n.trim().toLowerCase())
      .filter((n) => n !== ''),
    decodedLength: length === undefined ? undefined : Number(length),
  };
}

/** The bytes inside the chunks. Throws ServiceError with S3's codes. */
export async function* decodeChunked(
  source: AsyncIterable<Uint8Array>,
  options: ChunkedOptions,
): AsyncGenerator<Uint8Array> {
  const reader = new ChunkReader(source);
  const { signing } = options;
  let previous = signing === undefined || signing === 'unchecked' ? '' : signing.seed;
  let total = 0;
  try {
    for (;;) {
      const header = await chunkHeader(reader, options);
      total += header.size;
      if (options.decodedLength !== undefined && total > options.decodedLength) throw incomplete();
      if (options.signing === undefined) {
        if (header.size === 0) break;
        yield* passed(reader, header.size);
      } else {
        const bytes = await whole(reader, header.size);
        // Each signature covers the one before it, so chunks can't be dropped, repeated or reordered.
        verifyChunk(options.signing, { previous, given: header.signature, bytes });
        previous = header.signature;
        if (header.size === 0) break;
        yield bytes;
      }
      if ((await reader.line(2)) !== '') throw incomplete();
    }
    const trailers = await readTrailers(reader, options, previous);
    if (options.decodedLength !== undefined && total !== options.decodedLength) throw incomplete();
    if (!(await reader.ended())) throw incomplete();
    options.checkTrailers?.(trailers);
  } finally {
    await reader.close();
  }
}

interface ChunkHeader {
  readonly size: number;
  /** '' for unsigned chunks. */
  readonly signature: string;
}

async function chunkHeader(reader: ChunkReader, options: ChunkedOptions): Promise<ChunkHeader> {
  const line = await reader.line(HEADER_BYTES_MAX);
  if (line === undefined) throw incomplete();
  const signed = options.signing !== undefined;
  const pattern = signed
    ? /^([0-9A-Fa-f]{1,12});chunk-signature=([0-9a-f]{64})$/
    : /^([0-9A-Fa-f]{1,12})$/;
  const match = pattern.exec(line);
  if (match === null) {
    if (signed && /^[0-9A-Fa-f]{1,12}(?:;|$)/.test(line)) throw mismatch();
    throw incomplete();
  }
  const size = Number.parseInt(match[1] ?? '', 16);
  const limit = signed ? SIGNED_CHUNK_BYTES_MAX : UNSIGNED_CHUNK_BYTES_MAX;
  if (size > limit) {
    throw new ServiceError('InvalidRequest', `A chunk may have at most ${limit} bytes`, {
      status: 400,
    });
  }
  return { size, signature: match[2] ?? '' };
}

async function* passed(reader: ChunkReader, size: number): AsyncGenerator<Uint8Array> {
  let left = size;
  while (left > 0) {
    const bytes = await reader.some(left);
    if (bytes === undefined) throw incomplete();
    left -= bytes.length;
    yield bytes;
  }
}

/** Memory grows with what arrived, never with what a header announced. */
async function whole(reader: ChunkReader, size: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const bytes of passed(reader, size)) pieces.push(bytes);
  return pieces.length === 1 ? (pieces[0] ?? new Uint8Array(0)) : Buffer.concat(pieces, size);
}

interface SignedChunk {
  readonly previous: string;
  readonly given: string;
  readonly bytes: Uint8Array;
}

function verifyChunk(signing: ChunkSigning | 'unchecked', chunk: SignedChunk): void {
  if (signing === 'unchecked') return;
  const content = `${EMPTY_HASH}\n${hash('sha256', chunk.bytes, 'hex')}`;
  verify(signing, 'PAYLOAD', `${chunk.previous}\n${content}`, chunk.given);
}

function verify(
  signing: ChunkSigning,
  part: 'PAYLOAD' | 'TRAILER',
  rest: string,
  given: string,
): void {
  const text = `AWS4-HMAC-SHA256-${part}\n${signing.context}\n${rest}`;
  const expected = hmacOf(signing.key, text);
  const bytes = Buffer.from(given, 'hex');
  if (bytes.length !== expected.length || !timingSafeEqual(bytes, expected)) throw mismatch();
}

const TRAILER_SIGNATURE = 'x-amz-trailer-signature';

async function readTrailers(
  reader: ChunkReader,
  options: ChunkedOptions,
  previous: string,
): Promise<ReadonlyMap<string, string>> {
  const trailers = new Map<string, string>();
  for (;;) {
    const line = await reader.line(TRAILER_LINE_BYTES_MAX);
    if (line === undefined) throw incomplete();
    if (line === '') break;
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    const known = name === TRAILER_SIGNATURE || options.trailerNames.includes(name);
    if (!options.trailer || !known || trailers.has(name) || trailers.size >= TRAILERS_MAX) {
      throw malformedTrailer();
    }
    trailers.set(name, line.slice(colon + 1).trim());
  }
  const given = trailers.get(TRAILER_SIGNATURE);
  trailers.delete(TRAILER_SIGNATURE);
  if (options.trailerNames.some((name) => !trailers.has(name))) throw malformedTrailer();
  if (options.signing !== undefined && options.signing !== 'unchecked' && options.trailer) {
    if (given === undefined || !/^[0-9a-f]{64}$/.test(given)) throw mismatch();
    const text = [...trailers].map(([name, value]) => `${name}:${value}\n`).join('');
    verify(options.signing, 'TRAILER', `${previous}\n${hash('sha256', text, 'hex')}`, given);
  }
  return trailers;
}

function mismatch(): ServiceError {
  return failureError({ kind: 'mismatch', text: '' }, 's3');
}

function incomplete(): ServiceError {
  return new ServiceError('IncompleteBody', 'The request body terminated unexpectedly', {
    status: 400,
  });
}

function malformedTrailer(): ServiceError {
  return new ServiceError(
    'MalformedTrailerError',
    'The request contained trailing data that was not well-formed or did not conform to our ' +
      'published schema.',
    { status: 400 },
  );
}
