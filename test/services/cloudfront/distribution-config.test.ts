import { randomUUID } from 'node:crypto';
import {
  CloudFrontClient,
  CreateDistributionCommand,
  CreateOriginAccessControlCommand,
  type DefaultCacheBehavior,
  type DistributionConfig,
  type Origin,
} from '@aws-sdk/client-cloudfront';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const behavior: DefaultCacheBehavior = {
  TargetOriginId: 'web',
  ViewerProtocolPolicy: 'allow-all',
  CachePolicyId: '658327ea-f89d-4fab-a63d-7e88639e58f6',
};
const places = { HTTPPort: 80, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' } as const;
const origin: Origin = { Id: 'web', DomainName: 'web.test', CustomOriginConfig: places };

function create(
  cloudfront: CloudFrontClient,
  from: Partial<Origin>,
  more: Partial<DistributionConfig> = {},
) {
  const Items = [{ ...origin, ...from }];
  const DistributionConfig = {
    CallerReference: randomUUID(),
    Comment: '',
    Enabled: true,
    Origins: { Quantity: 1, Items },
    DefaultCacheBehavior: behavior,
    ...more,
  };
  return cloudfront.send(new CreateDistributionCommand({ DistributionConfig }));
}

function header(HeaderName: string, HeaderValue = 'a'): Partial<Origin> {
  return { CustomHeaders: { Quantity: 1, Items: [{ HeaderName, HeaderValue }] } };
}

test('CreateDistribution: an origin is a host name or an address that may be asked, with headers that may be said', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const name = 'The parameter Origin DomainName is not valid.';
  const cases: readonly (readonly [Partial<Origin>, string])[] = [
    ...[
      '169.254.169.254',
      '0xa9fea9fe',
      '2852039166',
      '169.254.43518',
      '0251.0376.1.1',
      '127.1',
    ].map((DomainName) => [{ DomainName }, name] as const),
    ...['a b', 'user@web.test', 'web.test:81', 'web.test/x', '-', 'a..b', '[::1]', ''].map(
      (DomainName) => [{ DomainName }, name] as const,
    ),
    [{ OriginPath: 'a' }, 'The parameter OriginPath is not valid.'],
    [{ OriginPath: '/a/' }, 'The parameter OriginPath is not valid.'],
    [{ OriginPath: '/a b' }, 'The parameter OriginPath is not valid.'],
    ...[
      'Host',
      'Via',
      'content-length',
      'Transfer-Encoding',
      'X-Amz-Meta',
      'X-Edge-Location',
      'a b',
    ].map((one) => [header(one), `The parameter HeaderName : ${one} is not allowed.`] as const),
    [header('x-a', 'b\r\nc: d'), 'The parameter HeaderValue is not valid.'],
    [{ CustomOriginConfig: { ...places, HTTPPort: 22 } }, 'The parameter HTTPPort is not valid.'],
    [
      { CustomOriginConfig: { ...places, OriginReadTimeout: 0 } },
      'The read timeout specified for the origin is not valid.',
    ],
    [
      { CustomOriginConfig: undefined, S3OriginConfig: { OriginAccessIdentity: '' } },
      'The parameter Origin DomainName does not refer to a valid S3 bucket.',
    ],
  ];
  for (const [from, message] of cases) {
    await expect(create(cloudfront, from), JSON.stringify(from)).rejects.toMatchObject({ message });
  }
  expect(cases).toHaveLength(28);
  await create(cloudfront, { ...header('X-Own'), DomainName: '127.0.0.1', OriginPath: '/a' });
});

test('CreateDistribution: what is not built is named', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const values = { QueryString: true, Cookies: { Forward: 'none' } } as const;
  const forwarding = (more: object): Partial<DistributionConfig> => ({
    DefaultCacheBehavior: {
      TargetOriginId: 'web',
      ViewerProtocolPolicy: 'allow-all',
      ForwardedValues: { ...values, ...more },
    },
  });
  const cases: readonly (readonly [Partial<Origin>, Partial<DistributionConfig>, string])[] = [
    [{ OriginShield: { Enabled: true, OriginShieldRegion: 'us-east-1' } }, {}, 'Origin Shield'],
    [
      { CustomOriginConfig: { ...places, OriginSslProtocols: { Quantity: 1, Items: ['TLSv1'] } } },
      {},
      'origins without TLS 1.2',
    ],
    [{ OriginAccessControlId: 'E1' }, {}, 'origin access controls of custom origins'],
    [{}, { DefaultCacheBehavior: { ...behavior, SmoothStreaming: true } }, 'Smooth Streaming'],
    [{}, { ContinuousDeploymentPolicyId: 'a' }, 'continuous deployment'],
    [
      {},
      forwarding({
        Cookies: { Forward: 'whitelist', WhitelistedNames: { Quantity: 1, Items: ['a'] } },
      }),
      'lists of cookies',
    ],
    [
      {},
      forwarding({ QueryStringCacheKeys: { Quantity: 1, Items: ['a'] } }),
      'lists of query string parameters',
    ],
  ];
  for (const [from, more, what] of cases) {
    await expect(create(cloudfront, from, more), what).rejects.toMatchObject({
      message: `cloudfront:CreateDistribution is not implemented for ${what}`,
    });
  }
  expect(cases).toHaveLength(7);
  const OriginAccessControlConfig = {
    Name: 'a',
    SigningProtocol: 'sigv4',
    SigningBehavior: 'never',
    OriginAccessControlOriginType: 's3',
  } as const;
  await expect(
    cloudfront.send(new CreateOriginAccessControlCommand({ OriginAccessControlConfig })),
  ).rejects.toMatchObject({
    message: 'cloudfront:CreateOriginAccessControl is not implemented for signing behavior never',
  });
});

test('CreateDistribution: names that AWS gives are no aliases', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const names = ['web-1.us-east-1.elb.amazonaws.com', 'd1.cloudfront.net', '*.cloudfront.net'];
  for (const one of names) {
    await expect(
      create(cloudfront, {}, { Aliases: { Quantity: 1, Items: [one] } }),
    ).rejects.toMatchObject({
      message: 'The parameter Aliases contains one or more invalid values.',
    });
  }
  expect(names).toHaveLength(3);
});

test('CreateDistribution: an account has 200', { timeout: 120_000 }, async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  for (let i = 0; i < 200; i += 1) await create(cloudfront, {});
  await expect(create(cloudfront, {})).rejects.toMatchObject({
    name: 'TooManyDistributions',
    message:
      'Processing your request would cause you to exceed the maximum number of distributions allowed.',
  });
});
