import { describe, expect, it } from 'vitest';
import { ServiceError } from '../../src/core/errors.ts';
import { chunkedOptions, decodeChunked, type ChunkedOptions } from '../../src/authn/chunked.ts';
import { instantOf } from '../../src/authn/freshness.ts';
import { parseSignature } from '../../src/authn/parse.ts';
import { checkForm, checkSignature, streamedPayload } from '../../src/authn/verify.ts';

// The chunked upload example of the S3 documentation: 65 KiB and 1 KiB less, all of them `a`.
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const SIGNATURES = [
  'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648',
  '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497',
  'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9',
] as const;

const head = {
  method: 'PUT',
  rawPath: '/examplebucket/chunkObject.txt',
  rawQuery: '',
  body: undefined,
  headers: [
    'Host',
    's3.amazonaws.com',
    'x-amz-date',
    '20130524T000000Z',
    'x-amz-storage-class',
    'REDUCED_REDUNDANCY',
    'x-amz-content-sha256',
    'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
    'Content-Encoding',
    'aws-chunked',
    'x-amz-decoded-content-length',
    '66560',
    'Content-Length',
    '66824',
    'Authorization',
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class,Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
  ],
};

function exampleBody(): Buffer {
  const chunk = (size: number, signature: string): Buffer =>
    Buffer.from(`${size.toString(16)};chunk-signature=${signature}\r\n${'a'.repeat(size)}\r\n`);
  return Buffer.concat([
    chunk(65_536, SIGNATURES[0]),
    chunk(1_024, SIGNATURES[1]),
    chunk(0, SIGNATURES[2]),
  ]);
}

function exampleOptions(): ChunkedOptions {
  const parsed = parseSignature(head);
  if (parsed.kind !== 'signed') throw new Error(parsed.kind);
  const { signature } = parsed;
  expect(checkForm(head, signature, ['s3'], instantOf('20130524T000000Z') ?? 0)).toBeUndefined();
  expect(checkSignature(head, signature, SECRET)).toBeUndefined();
  const payload = streamedPayload(head, signature);
  if (payload.kind !== 'chunked') throw new Error(payload.kind);
  return chunkedOptions(head, payload, { signature, secretAccessKey: SECRET });
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
}

/** The decoded bytes, or the error's code. */
async function decode(
  bytes: Uint8Array,
  options: ChunkedOptions,
  size = 1_000,
): Promise<Buffer | string> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of decodeChunked(pieces(bytes, size), options)) parts.push(part);
  } catch (error) {
    if (error instanceof ServiceError) return error.code;
    throw error;
  }
  return Buffer.concat(parts);
}

const UNSIGNED: ChunkedOptions = {
  signing: undefined,
  trailer: true,
  trailerNames: ['x-amz-checksum-crc32'],
  decodedLength: undefined,
};

describe('chunked bodies', () => {
  it('decodes the example of the S3 documentation, however it is cut', async () => {
    for (const size of [7, 1_000, 100_000]) {
      const bytes = await decode(exampleBody(), exampleOptions(), size);
      expect(bytes).toEqual(Buffer.alloc(66_560, 'a'));
    }
  });

  it('refuses altered, cut, reordered and extended bodies', async () => {
    const good = exampleBody();
    const altered = Buffer.from(good);
    altered[500] = 98;
    const second = good.subarray(good.indexOf('400;'));
    const cases: readonly (readonly [Uint8Array, string])[] = [
      [altered, 'SignatureDoesNotMatch'],
      [second, 'SignatureDoesNotMatch'],
      [good.subarray(0, good.length - 3), 'IncompleteBody'],
      [good.subarray(0, 40_000), 'IncompleteBody'],
      [Buffer.concat([good, Buffer.from('x')]), 'IncompleteBody'],
      [Buffer.from('5\r\nhello\r\n0\r\n\r\n'), 'SignatureDoesNotMatch'],
      [Buffer.from(`${'0'.repeat(2_000)}`), 'IncompleteBody'],
      [Buffer.from(`fffffff;chunk-signature=${SIGNATURES[0]}\r\n`), 'InvalidRequest'],
    ];
    for (const [bytes, code] of cases) {
      const options = { ...exampleOptions(), decodedLength: undefined };
      expect(await decode(bytes, options)).toBe(code);
    }
    expect(cases).toHaveLength(8);
  });

  it('hands unsigned trailers to the check and refuses others', async () => {
    const seen: string[] = [];
    const options: ChunkedOptions = {
      ...UNSIGNED,
      checkTrailers: (trailers) => seen.push(trailers.get('x-amz-checksum-crc32') ?? ''),
    };
    const body = Buffer.from('5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n');
    expect(await decode(body, options, 3)).toEqual(Buffer.from('hello'));
    expect(seen).toEqual(['NhCmhg==']);
    expect(await decode(body, { ...options, decodedLength: 6 })).toBe('IncompleteBody');
    expect(await decode(Buffer.from('0\r\n\r\n'), UNSIGNED)).toBe('MalformedTrailerError');
    expect(await decode(Buffer.from('0\r\nx-other:1\r\n\r\n'), UNSIGNED)).toBe(
      'MalformedTrailerError',
    );
  });
});
