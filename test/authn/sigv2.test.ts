import { describe, expect, it } from 'vitest';
import { authenticate, type Authenticated } from '../../src/authn/authenticate.ts';
import type { SignedRequest } from '../../src/authn/types.ts';

// URLs made by boto3 1.43.11 at 2026-11-24T12:00:00Z, good for 600 s.
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const EXPIRES_MS = 1_795_522_200_000;
const URLS: readonly (readonly [string, string])[] = [
  [
    'GET',
    '/b/a%20b/c%2Bd.txt?versionId=v1&response-content-type=text%2Fplain%3B%20x&AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=E8BxFoWBXbc3AfwOR9w3m12PKCs%3D&Expires=1795522200',
  ],
  [
    'PUT',
    '/b/k?AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=OgfijY4ej4VwjlTnLWQzmOHJXa0%3D&content-type=text%2Fplain&x-amz-meta-a=b&x-amz-security-token=tok%2Fen%2B%3D&Expires=1795522200',
  ],
  [
    'GET',
    '/b?list-type=2&prefix=k&encoding-type=url&AWSAccessKeyId=AKIAIOSFODNN7EXAMPLE&Signature=6%2FD%2FLyM%2FII7gYCWrPVMbf6SGmuw%3D&x-amz-security-token=tok%2Fen%2B%3D&Expires=1795522200',
  ],
];

function arrived(method: string, target: string, headers: readonly string[] = []): SignedRequest {
  const [rawPath = '', rawQuery = ''] = target.split('?');
  return {
    method,
    rawPath,
    rawQuery,
    headers: ['Host', '127.0.0.1:4566', ...headers],
    body: undefined,
  };
}

function judge(request: SignedRequest, now = EXPIRES_MS): Promise<Authenticated<string>> {
  return authenticate(request, {
    clock: { realTime: () => now, serviceTime: () => 0 },
    services: ['s3'],
    defaultRegion: 'eu-west-1',
    lookup: async (_, sessionToken) => ({
      secretAccessKey: SECRET,
      active: true,
      expired: false,
      owner: sessionToken ?? 'none',
    }),
  });
}

describe('Signature Version 2 URLs', () => {
  it('made by boto3 are accepted until they expire', async () => {
    const owners: string[] = [];
    for (const [method, url] of URLS) {
      const verdict = await judge(arrived(method, url));
      if (verdict.kind !== 'authenticated') throw new Error(JSON.stringify(verdict));
      owners.push(verdict.owner);
      expect(verdict.signature.scope.region).toBe('eu-west-1');
      expect(await judge(arrived(method, url), EXPIRES_MS + 1)).toMatchObject({
        failure: { kind: 'expiredUrl' },
      });
    }
    expect(owners).toEqual(['none', 'tok/en+=', 'tok/en+=']);
  });

  it('are refused after any alteration', async () => {
    const [, url = ''] = URLS[0] ?? [];
    const altered: readonly SignedRequest[] = [
      arrived('DELETE', url),
      arrived('GET', url.replace('c%2Bd', 'c+e')),
      arrived('GET', url.replace('versionId=v1', 'versionId=v2')),
      arrived('GET', url.replace('versionId=v1&', '')),
      arrived('GET', url.replace('Expires=1795522200', 'Expires=1795522201')),
      arrived('GET', url.replace('Signature=E', 'Signature=F')),
      arrived('GET', `${url}&acl`),
      arrived('GET', `${url}&publicAccessBlock`),
      arrived('GET', url, ['x-amz-acl', 'public-read']),
      arrived('GET', url, ['Content-Type', 'text/html']),
    ];
    for (const request of altered) {
      expect(await judge(request)).toMatchObject({ failure: { kind: 'mismatch' } });
    }
    expect(altered).toHaveLength(10);
  });
});
