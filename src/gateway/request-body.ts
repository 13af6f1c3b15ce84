import { createHash } from 'node:crypto';
import { chunkedOptions, type ChunkSigner, decodeChunked } from '../authn/chunked.ts';
import { failureError } from '../authn/failure.ts';
import { chunkingOf } from '../authn/payload.ts';
import type { SignedRequest, StreamedPayload } from '../authn/types.ts';
import { streamedPayload } from '../authn/verify.ts';
import type { RequestBody } from '../contract/operation.ts';
import type { ByteStream } from '../model/types.ts';
import type { WireRequest } from '../wire/request.ts';

/**
 * A body that no one has read yet, with what its signature demands of it. Without a signer (anonymous callers, and dev
 * mode's) its framing is read and nothing is compared.
 */
export function requestBody(
  request: WireRequest,
  signed: SignedRequest,
  signer: ChunkSigner | undefined,
): RequestBody {
  const source = request.stream ?? once(request.body);
  const payload =
    signer === undefined ? chunkingOf(request) : streamedPayload(signed, signer.signature);
  let trailers: ReadonlyMap<string, string> = new Map();
  return {
    bytes: contentOf(request, source, payload, signer, (found) => {
      trailers = found;
    }),
    trailers: () => trailers,
    gone: request.gone,
  };
}

function contentOf(
  request: WireRequest,
  source: ByteStream,
  payload: StreamedPayload,
  signer: ChunkSigner | undefined,
  checkTrailers: (trailers: ReadonlyMap<string, string>) => void,
): ByteStream {
  switch (payload.kind) {
    case 'verified':
    case 'unsigned':
      return source;
    case 'hash':
      return withHash(source, payload.sha256);
    case 'chunked':
      return decodeLater(source, () => ({
        ...chunkedOptions(request, payload, signer),
        checkTrailers,
      }));
  }
}

/** Malformed lengths are told when the body is read, as everything about it is. */
async function* decodeLater(
  source: ByteStream,
  options: () => Parameters<typeof decodeChunked>[1],
): AsyncGenerator<Uint8Array> {
  yield* decodeChunked(source, options());
}

async function* withHash(source: ByteStream, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const bytes of source) {
    hash.update(bytes);
    yield bytes;
  }
  if (hash.digest('hex') !== sha256) throw failureError({ kind: 'contentHash', text: '' }, 's3');
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
