import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { SignatureV4 } from '@smithy/signature-v4';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/authn/freshness.ts';
import { parseSignature } from '../../src/authn/parse.ts';
import type { Signature, SignedRequest } from '../../src/authn/types.ts';
import { checkForm, checkSignature } from '../../src/authn/verify.ts';
import { Sha256 } from '../sha256.ts';

const ID = 'AKIDEXAMPLE';
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const SUITE_TIME = instantOf('20150830T123600Z') ?? 0;

function request(parts: Partial<SignedRequest>): SignedRequest {
  return {
    method: 'GET',
    rawPath: '/',
    rawQuery: '',
    headers: [],
    body: new Uint8Array(0),
    ...parts,
  };
}

function signatureOf(signed: SignedRequest): Signature {
  const parsed = parseSignature(signed);
  if (parsed.kind !== 'signed') throw new Error(JSON.stringify(parsed));
  return parsed.signature;
}

/** 'accepted', or the kind of failure. */
function judge(signed: SignedRequest, service: string, now: number, secret = SECRET): string {
  const parsed = parseSignature(signed);
  if (parsed.kind === 'failure') return parsed.failure.kind;
  if (parsed.kind === 'anonymous') return 'anonymous';
  const failure =
    checkForm(signed, parsed.signature, [service], now) ??
    checkSignature(signed, parsed.signature, secret);
  return failure?.kind ?? 'accepted';
}

interface Vector {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly query?: string;
  readonly headers?: readonly string[];
  readonly signed?: string;
  readonly signature: string;
}

// From AWS's Signature Version 4 test suite (aws-sig-v4-test-suite).
const VECTORS: readonly Vector[] = [
  {
    name: 'get-vanilla',
    signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  },
  {
    name: 'get-vanilla-query-order-key-case',
    query: 'Param2=value2&Param1=value1',
    signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  {
    name: 'get-utf8',
    path: '/\u00e1\u0088\u00b4',
    signature: '8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85',
  },
  {
    name: 'get-vanilla-utf8-query',
    query: '\u00e1\u0088\u00b4=bar',
    signature: '2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04',
  },
  {
    name: 'get-relative',
    path: '/example/..',
    signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  },
  {
    name: 'get-slash-dot-slash',
    path: '/./',
    signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
  },
  {
    name: 'get-slashes',
    path: '//example//',
    signature: '9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84',
  },
  {
    name: 'post-vanilla',
    method: 'POST',
    signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
  {
    name: 'get-header-value-trim',
    headers: ['My-Header1', ' value1', 'My-Header2', ' "a   b   c"'],
    signed: 'host;my-header1;my-header2;x-amz-date',
    signature: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
  },
  {
    name: 'get-header-key-duplicate',
    headers: ['My-Header1', 'value2', 'My-Header1', 'value2', 'My-Header1', 'value1'],
    signed: 'host;my-header1;x-amz-date',
    signature: 'c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea',
  },
];

describe('Signature Version 4', () => {
  it("accepts AWS's own test vectors", () => {
    const refused = VECTORS.filter((vector) => {
      const signed = request({
        method: vector.method ?? 'GET',
        rawPath: vector.path ?? '/',
        rawQuery: vector.query ?? '',
        headers: [
          'Host',
          'example.amazonaws.com',
          ...(vector.headers ?? []),
          'X-Amz-Date',
          '20150830T123600Z',
          'Authorization',
          `AWS4-HMAC-SHA256 Credential=${ID}/20150830/us-east-1/service/aws4_request, SignedHeaders=${vector.signed ?? 'host;x-amz-date'}, Signature=${vector.signature}`,
        ],
      });
      return judge(signed, 'service', SUITE_TIME) !== 'accepted';
    });
    expect(refused.map((vector) => vector.name)).toEqual([]);
    expect(VECTORS).toHaveLength(10);
  });

  it('accepts the examples of the S3 documentation', () => {
    const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
    const now = instantOf('20130524T000000Z') ?? 0;
    const empty = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const credential = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request';
    const get = request({
      rawPath: '/test.txt',
      headers: [
        'Host',
        'examplebucket.s3.amazonaws.com',
        'Range',
        'bytes=0-9',
        'x-amz-content-sha256',
        empty,
        'x-amz-date',
        '20130524T000000Z',
        'Authorization',
        `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41`,
      ],
    });
    const text = Buffer.from('Welcome to Amazon S3.');
    const put = request({
      method: 'PUT',
      rawPath: '/test$file.text',
      body: text,
      headers: [
        'Host',
        'examplebucket.s3.amazonaws.com',
        'Date',
        'Fri, 24 May 2013 00:00:00 GMT',
        'x-amz-date',
        '20130524T000000Z',
        'x-amz-storage-class',
        'REDUCED_REDUNDANCY',
        'x-amz-content-sha256',
        createHash('sha256').update(text).digest('hex'),
        'Authorization',
        `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class,Signature=98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd`,
      ],
    });
    const url = request({
      rawPath: '/test.txt',
      headers: ['Host', 'examplebucket.s3.amazonaws.com'],
      rawQuery: `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${encodeURIComponent(credential)}&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404`,
    });
    for (const signed of [get, put, url]) expect(judge(signed, 's3', now, secret)).toBe('accepted');
    expect(judge(url, 's3', now + 86_401_000, secret)).toBe('expiredUrl');
    expect(judge({ ...put, body: Buffer.from('other') }, 's3', now, secret)).toBe('contentHash');
  });
});

const NOW = Date.UTC(2026, 10, 24, 12);
const signers = ['kms', 's3'].map(
  (service) =>
    new SignatureV4({
      service,
      region: 'eu-west-1',
      sha256: Sha256,
      uriEscapePath: service !== 's3',
      credentials: { accessKeyId: ID, secretAccessKey: SECRET },
    }),
);

interface Draft {
  readonly s3: boolean;
  readonly presigned: boolean;
  readonly segments: readonly string[];
  readonly query: readonly (readonly [string, string])[];
  readonly header: string;
  readonly body: string;
}

/** A request signed by AWS's own signer, as it would arrive. */
async function signedBySdk(draft: Draft): Promise<SignedRequest> {
  const path = `/${draft.segments.map(encoded).join('/')}`;
  const signer = signers[draft.s3 ? 1 : 0];
  if (signer === undefined) throw new Error('no signer');
  const plain = {
    method: draft.presigned ? 'GET' : 'POST',
    protocol: 'http:',
    hostname: '127.0.0.1',
    port: 4566,
    path,
    query: Object.fromEntries(draft.query),
    headers: {
      host: '127.0.0.1:4566',
      'x-amz-target': 'TrentService.Encrypt',
      'x-custom': draft.header,
      ...(draft.s3 && draft.presigned ? { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' } : {}),
    },
    ...(draft.presigned ? {} : { body: draft.body }),
  };
  const signed = draft.presigned
    ? await signer.presign(plain, {
        signingDate: new Date(NOW),
        expiresIn: 600,
        unhoistableHeaders: new Set(['x-amz-target']),
      })
    : await signer.sign(plain, { signingDate: new Date(NOW) });
  const rawQuery = Object.entries(signed.query ?? {})
    .map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`)
    .join('&');
  return request({
    method: signed.method,
    rawPath: signed.path,
    rawQuery,
    headers: Object.entries(signed.headers).flat(),
    body: Buffer.from(draft.presigned ? '' : draft.body),
  });
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function withHeader(
  signed: SignedRequest,
  name: string,
  change: (value: string) => string,
): SignedRequest {
  const headers = signed.headers.map((value, i) =>
    i % 2 === 1 && signed.headers[i - 1]?.toLowerCase() === name ? change(value) : value,
  );
  return { ...signed, headers };
}

const ALTERATIONS: ReadonlyMap<string, (signed: SignedRequest, service: string) => SignedRequest> =
  new Map([
    ['method', (r: SignedRequest) => ({ ...r, method: 'DELETE' })],
    ['path', (r: SignedRequest) => ({ ...r, rawPath: `${r.rawPath}x` })],
    [
      'query',
      (r: SignedRequest) => ({ ...r, rawQuery: r.rawQuery === '' ? 'a=b' : `${r.rawQuery}&a=b` }),
    ],
    [
      'a signed header',
      (r: SignedRequest) => withHeader(r, 'x-amz-target', (v) => v.replace('Encrypt', 'Decrypt')),
    ],
    [
      'a doubled header',
      (r: SignedRequest) => ({ ...r, headers: [...r.headers, 'Host', 'evil.example'] }),
    ],
    [
      'an added header',
      (r: SignedRequest) => ({ ...r, headers: [...r.headers, 'X-Amz-Acl', 'public-read'] }),
    ],
    [
      'body',
      (r: SignedRequest) => ({
        ...r,
        body: Buffer.concat([r.body ?? new Uint8Array(0), Buffer.from('x')]),
      }),
    ],
    ['date', (r: SignedRequest) => altered(r, '20261124T120000Z', '20261124T120001Z')],
    ['Region', (r: SignedRequest) => altered(r, 'eu-west-1', 'us-east-1')],
    ['key', (r: SignedRequest) => altered(r, ID, 'AKIDEXAMPLF')],
    [
      'signature',
      (r: SignedRequest) => {
        const { signature } = signatureOf(r);
        const flipped = `${signature.startsWith('0') ? '1' : '0'}${signature.slice(1)}`;
        return altered(r, signature, flipped);
      },
    ],
  ]);

/** The same text replaced wherever the signature is spelled. */
function altered(signed: SignedRequest, from: string, to: string): SignedRequest {
  return {
    ...signed,
    rawQuery: signed.rawQuery.replaceAll(from, to),
    headers: signed.headers.map((value) => value.replaceAll(from, to)),
  };
}

const drafts: fc.Arbitrary<Draft> = fc.record({
  s3: fc.boolean(),
  presigned: fc.boolean(),
  segments: fc.array(fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }).filter(wellFormed), {
    maxLength: 3,
  }),
  query: fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z-]{1,6}$/), fc.string({ maxLength: 8 })), {
    maxLength: 3,
    selector: ([name]) => name,
  }),
  header: fc.stringMatching(/^[a-z]{1,4}( {1,3}[a-z]{1,4}){0,2}$/),
  body: fc.string({ maxLength: 40 }),
});

function wellFormed(text: string): boolean {
  return !/[\ud800-\udfff]/.test(text) && text !== '.' && text !== '..';
}

describe("requests signed by AWS's signer", () => {
  it('are accepted, and refused after any alteration', async () => {
    let accepted = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(drafts, async (draft) => {
        const service = draft.s3 ? 's3' : 'kms';
        const signed = await signedBySdk(draft);
        const verdict = judge(signed, service, NOW);
        if (verdict !== 'accepted') throw new Error(`refused: ${verdict}`);
        accepted += 1;
        for (const [name, alter] of ALTERATIONS) {
          // S3's presigned URLs leave the body out.
          if (name === 'body' && draft.s3 && draft.presigned) continue;
          const bad = alter(signed, service);
          // Another key id is verified with another secret.
          const secret = name === 'key' ? `${SECRET}x` : SECRET;
          if (judge(bad, service, NOW, secret) === 'accepted') throw new Error(`accepted: ${name}`);
          refused += 1;
        }
      }),
      { numRuns: 250, seed: 20_261_124 },
    );
    expect(accepted).toBe(250);
    expect(refused).toBeGreaterThanOrEqual(2_000);
  });

  it('come from the KMS client with their real headers', async () => {
    const seen: SignedRequest[] = [];
    const server = createServer((incoming, response) => {
      const pieces: Uint8Array[] = [];
      incoming.on('data', (piece: Uint8Array) => pieces.push(piece));
      incoming.on('end', () => {
        const [rawPath = '', rawQuery = ''] = (incoming.url ?? '').split('?');
        seen.push({
          method: incoming.method ?? '',
          rawPath,
          rawQuery,
          headers: incoming.rawHeaders,
          body: Buffer.concat(pieces),
        });
        response.end('{}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const client = new KMSClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'eu-west-1',
      credentials: { accessKeyId: ID, secretAccessKey: SECRET, sessionToken: 'token' },
    });
    await client.send(new EncryptCommand({ KeyId: 'alias/a', Plaintext: Buffer.from('hello') }));
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
    const [first] = seen;
    if (first === undefined) throw new Error('nothing arrived');
    const { timestamp, sessionToken } = signatureOf(first);
    expect(sessionToken).toBe('token');
    expect(judge(first, 'kms', instantOf(timestamp) ?? 0)).toBe('accepted');
    expect(judge(first, 'kms', instantOf(timestamp) ?? 0, 'wrong')).toBe('mismatch');
  });
});
