import { describe, expect, it } from 'vitest';
import type { HttpBinding } from '../../src/model/types.ts';
import { wireRequest } from '../../src/wire/request.ts';
import { buildRoutingIndex, route, routed } from '../../src/wire/route.ts';
import { member, operation, service, simple, structure } from './model-fixture.ts';

const empty = structure('Empty', []);
const label = (name: string, greedy = false) =>
  member(name, simple('string'), {
    required: true,
    binding: { in: 'label', name, greedy },
  });
const query = (name: string) =>
  member(name, simple('string'), {
    required: true,
    binding: { in: 'query', name },
  });
const header = (name: string) =>
  member(name, simple('string'), {
    required: true,
    binding: { in: 'header', name },
  });
const s3 = (name: string, method: string, uri: string, ...members: ReturnType<typeof label>[]) => {
  const http: HttpBinding = { method, uri, status: 200 };
  return operation(name, structure(name, members), empty, http);
};
const bucket = label('Bucket');
const key = label('Key', true);
const index = buildRoutingIndex([
  routed(
    service('kms', ['awsJson1_1'], [operation('Encrypt', empty, empty)], {
      targetPrefix: 'TrentService',
    }),
  ),
  routed(
    service('cloudtrail', ['awsJson1_1'], [operation('LookupEvents', empty, empty)], {
      targetPrefix: 'CloudTrail_20131101',
    }),
  ),
  routed(service('iam', ['awsQuery'], [operation('ListUsers', empty, empty)])),
  routed(
    service('sts', ['awsQuery'], [operation('GetCallerIdentity', empty, empty)], {
      apiVersion: '2011-06-15',
    }),
  ),
  routed(
    service(
      'cloudwatch',
      ['awsJson1_0', 'rpcv2Cbor', 'awsQuery'],
      [operation('PutMetricData', empty, empty)],
      { signingName: 'monitoring', targetPrefix: 'GraniteServiceVersion20100801' },
    ),
  ),
  routed(
    service(
      's3',
      ['restXml'],
      [
        s3('ListBuckets', 'GET', '/?x-id=ListBuckets'),
        s3('ListObjects', 'GET', '/{Bucket}', bucket),
        s3('ListObjectsV2', 'GET', '/{Bucket}?list-type=2', bucket),
        s3('GetBucketAcl', 'GET', '/{Bucket}?acl', bucket),
        s3('GetObject', 'GET', '/{Bucket}/{Key+}?x-id=GetObject', bucket, key),
        s3('ListParts', 'GET', '/{Bucket}/{Key+}', bucket, key, query('uploadId')),
        s3('PutObject', 'PUT', '/{Bucket}/{Key+}', bucket, key),
        s3('CopyObject', 'PUT', '/{Bucket}/{Key+}', bucket, key, header('x-amz-copy-source')),
      ],
    ),
  ),
]);

function ask(
  scope: string | undefined,
  method: string,
  target: string,
  headers: string[] = [],
  body = '',
): string {
  const auth =
    scope === undefined
      ? []
      : [
          'Authorization',
          `AWS4-HMAC-SHA256 Credential=AKIA/20260101/eu-west-1/${scope}/aws4_request`,
        ];
  const found = route(index, wireRequest({ method, target, headers: [...auth, ...headers], body }));
  if (found.kind === 'match') return `${found.serviceId} ${found.protocol} ${found.operation}`;
  return found.kind === 'pending' ? 'pending' : `${found.error.status} ${found.error.code}`;
}

const form = ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'];
const target = (text: string): string[] => ['X-Amz-Target', text];
type Case = readonly [string, string | undefined, string, string, string[]?, string?];
const cases: readonly Case[] = [
  ['kms awsJson1_1 Encrypt', 'kms', 'POST', '/', target('TrentService.Encrypt')],
  [
    'cloudtrail awsJson1_1 LookupEvents',
    'cloudtrail',
    'POST',
    '/',
    target('com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents'),
  ],
  [
    'cloudtrail awsJson1_1 LookupEvents',
    undefined,
    'POST',
    '/',
    target('CloudTrail_20131101.LookupEvents'),
  ],
  ['404 UnknownOperationException', 'kms', 'POST', '/', target('TrentService.constructor')],
  ['iam awsQuery ListUsers', 'iam', 'POST', '/', form, 'Action=ListUsers&Version=2010-05-08'],
  ['400 InvalidAction', 'iam', 'POST', '/', form, 'Action=No&Version=2010-05-08'],
  [
    'sts awsQuery GetCallerIdentity',
    undefined,
    'GET',
    '/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-Credential=A%2Fd%2Fr%2Fsts%2Faws4_request',
  ],
  [
    'cloudwatch rpcv2Cbor PutMetricData',
    'monitoring',
    'POST',
    '/base/service/GraniteServiceVersion20100801/operation/PutMetricData',
    ['smithy-protocol', 'rpc-v2-cbor'],
  ],
  ['501 NotImplemented', 'unheard', 'POST', '/'],
  ['s3 restXml ListBuckets', 's3', 'GET', '/?x-id=ListBuckets'],
  ['s3 restXml ListObjects', 's3', 'GET', '/b/'],
  ['s3 restXml ListObjectsV2', 's3', 'GET', '/b?list-type=2'],
  ['s3 restXml GetBucketAcl', 's3', 'GET', '/b?acl='],
  ['s3 restXml GetObject', 's3', 'GET', '/b/a//b/../c'],
  ['s3 restXml ListParts', 's3', 'GET', '/b/k?uploadId=1&x-id=ListParts'],
  ['s3 restXml PutObject', 's3', 'PUT', '/b/k'],
  ['s3 restXml CopyObject', 's3', 'PUT', '/b/k', ['x-amz-copy-source', '/c/k']],
  ['s3 restXml GetObject', undefined, 'GET', '/k', ['Host', 'b.s3.eu-west-1.example.com']],
  [
    's3 restXml PutObject',
    undefined,
    'PUT',
    '/k?AWSAccessKeyId=A&Signature=B',
    ['Host', 'b.localhost'],
  ],
  ['405 MethodNotAllowed', 's3', 'PATCH', '/b/k'],
];

describe('route', () => {
  for (const [expected, ...question] of cases) {
    it(`${expected}: ${question.slice(0, 3).join(' ')}`, () => {
      expect(ask(...question)).toBe(expected);
    });
  }
  it('covers every row', () => expect(cases.length).toBe(20));

  it('waits for the form body when it was not read', () => {
    const { body: _unread, ...head } = wireRequest({ method: 'POST', target: '/', headers: form });
    expect(route(index, head)).toEqual({
      kind: 'pending',
      serviceId: undefined,
      protocol: 'awsQuery',
    });
  });
});
