import { randomUUID } from 'node:crypto';
import {
  CloudFrontClient,
  CreateDistributionCommand,
  CreateInvalidationCommand,
  CreateOriginAccessControlCommand,
  DeleteDistributionCommand,
  type DistributionConfig,
  GetDistributionCommand,
  ListDistributionsCommand,
  type Origin,
  UpdateDistributionCommand,
} from '@aws-sdk/client-cloudfront';
import {
  CreateBucketCommand,
  PutBucketPolicyCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import {
  ask,
  newGroup,
  newListener,
  newLoadBalancer,
  newTenant,
  startTarget,
  type WebServer,
} from '../elbv2/rig.ts';

let server: TestServer;
let target: WebServer;
beforeAll(async () => {
  server = await startServer();
  target = await startTarget('origin', { 'Cache-Control': 'max-age=60' });
});
afterAll(async () => {
  await server.close();
  await target.close();
});

const OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
const ALL_VIEWER = '216adef6-5c7f-47e4-b989-5492eafa07d3';

function config(origin: Origin, more: Partial<DistributionConfig> = {}): DistributionConfig {
  return {
    CallerReference: randomUUID(),
    Comment: '',
    Enabled: true,
    Origins: { Quantity: 1, Items: [origin] },
    DefaultCacheBehavior: {
      TargetOriginId: origin.Id,
      ViewerProtocolPolicy: 'allow-all',
      CachePolicyId: OPTIMIZED,
    },
    ...more,
  };
}

function custom(DomainName: string, HTTPPort: number): Origin {
  return {
    Id: 'web',
    DomainName,
    CustomHeaders: { Quantity: 1, Items: [{ HeaderName: 'X-Shared', HeaderValue: 'secret' }] },
    CustomOriginConfig: { HTTPPort, HTTPSPort: 443, OriginProtocolPolicy: 'http-only' },
  };
}

async function distribution(cloudfront: CloudFrontClient, wanted: DistributionConfig) {
  const made = await cloudfront.send(new CreateDistributionCommand({ DistributionConfig: wanted }));
  const { Id = '', DomainName: host = '', ARN: arn = '' } = made.Distribution ?? {};
  return { Id, host, arn, etag: made.ETag ?? '' };
}

test('an origin is asked once, until its answer is too old or invalidated', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const { Id, host } = await distribution(cloudfront, config(custom('localhost', target.port)));
  target.heard.splice(0);
  const caches = async (path = '/a') => (await ask(server, host, { path })).headers['x-cache'];
  expect(await caches()).toBe('Miss from cloudfront');
  expect(await caches()).toBe('Hit from cloudfront');
  expect(await caches('/a?ignored=1')).toBe('Hit from cloudfront');
  expect(target.heard).toHaveLength(1);
  expect(target.heard[0]?.headers).toMatchObject({
    'x-shared': 'secret',
    'user-agent': 'Amazon CloudFront',
    'x-forwarded-for': '127.0.0.1',
  });
  const { clock, advanceTo } = server.platform.engine();
  await advanceTo(clock.serviceTime() + 61_000);
  expect(await caches()).toBe('Miss from cloudfront');
  await cloudfront.send(
    new CreateInvalidationCommand({
      DistributionId: Id,
      InvalidationBatch: { CallerReference: '1', Paths: { Quantity: 1, Items: ['/a*'] } },
    }),
  );
  expect(await caches()).toBe('Miss from cloudfront');
});

test('what viewers send reaches an origin as its policy says, but for what only CloudFront may say', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const wanted = config(custom('127.0.0.1', target.port));
  const { DefaultCacheBehavior: behavior } = wanted;
  const { host } = await distribution(cloudfront, {
    ...wanted,
    ...(behavior === undefined
      ? {}
      : { DefaultCacheBehavior: { ...behavior, OriginRequestPolicyId: ALL_VIEWER } }),
  });
  target.heard.splice(0);
  const headers = { 'x-own': 'kept', 'cloudfront-viewer-country': 'CH', 'x-shared': 'forged' };
  await ask(server, host, { headers });
  const [heard] = target.heard;
  expect(heard?.headers).toMatchObject({ 'x-own': 'kept', 'x-shared': 'secret' });
  expect(heard?.headers).not.toHaveProperty('cloudfront-viewer-country');
});

test('an origin that leads back to its distribution ends after five hops, with what was said of the way', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const wanted = config(custom('127.0.0.1', target.port));
  const { Id, host, etag } = await distribution(cloudfront, wanted);
  target.heard.splice(0);
  await ask(server, host, { headers: { via: '1.1 before' } });
  expect(target.heard[0]?.headers.via).toMatch(
    /^1\.1 before, 1\.1 [0-9a-f]{16}\.cloudfront\.net \(CloudFront\)$/,
  );
  const Origins = { Quantity: 1, Items: [custom(host, 80)] };
  const DistributionConfig = { ...wanted, Origins };
  await cloudfront.send(new UpdateDistributionCommand({ Id, IfMatch: etag, DistributionConfig }));
  const answer = await ask(server, host);
  expect(answer.status).toBe(403);
  expect(answer.body).toContain('The request came through too many distributions.');
  expect([answer.headers['x-amz-cf-id']].flat()[0]?.split(',')).toHaveLength(7);
});

test('a distribution opens its port by itself', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const { edge } = server.platform.engine();
  const { host } = await distribution(cloudfront, config(custom('127.0.0.1', target.port)));
  await expect.poll(() => edge.listenerOf(host)?.port).toBe(80);
});

test('a load balancer is reached by its name', async () => {
  const tenant = await newTenant(server);
  const balancer = await newLoadBalancer(tenant);
  const group = await newGroup(tenant, 'behind', [target.port]);
  await newListener(tenant, balancer.arn, { Type: 'forward', TargetGroupArn: group });
  const cloudfront = new CloudFrontClient(server.client(tenant.account));
  const { host } = await distribution(cloudfront, config(custom(balancer.host, 80)));
  target.heard.splice(0);
  expect(await ask(server, host)).toMatchObject({ status: 200, body: 'origin' });
  expect(target.heard[0]?.headers).toMatchObject({
    host: balancer.host,
    'x-forwarded-for': '127.0.0.1, 127.0.0.1',
  });
});

test('a bucket lets in the distribution that its policy names, and nobody else', async () => {
  const account = freshAccount();
  const cloudfront = new CloudFrontClient(server.client(account));
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const Bucket = `site-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(
    new PutObjectCommand({ Bucket, Key: 'index.html', Body: '<p>', ContentType: 'text/html' }),
  );
  const control = await cloudfront.send(
    new CreateOriginAccessControlCommand({
      OriginAccessControlConfig: {
        Name: 'site',
        SigningProtocol: 'sigv4',
        SigningBehavior: 'always',
        OriginAccessControlOriginType: 's3',
      },
    }),
  );
  const origin: Origin = {
    Id: 'bucket',
    DomainName: `${Bucket}.s3.us-east-1.amazonaws.com`,
    S3OriginConfig: { OriginAccessIdentity: '' },
    OriginAccessControlId: control.OriginAccessControl?.Id,
  };
  const { host, arn } = await distribution(
    cloudfront,
    config(origin, { DefaultRootObject: 'index.html' }),
  );
  expect((await ask(server, host)).status).toBe(403);
  await s3.send(
    new PutBucketPolicyCommand({
      Bucket,
      Policy: policyText({
        Effect: 'Allow',
        Principal: { Service: 'cloudfront.amazonaws.com' },
        Action: 's3:GetObject',
        Resource: `arn:aws:s3:::${Bucket}/*`,
        Condition: { StringEquals: { 'AWS:SourceArn': arn } },
      }),
    }),
  );
  const answer = await ask(server, host, { path: '/?v=2' });
  expect(answer).toMatchObject({ status: 200, body: '<p>' });
  expect(answer.headers['content-type']).toBe('text/html');
});

test('viewers: sent to HTTPS where that is the policy, and refused methods that are not allowed', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const origin = custom('127.0.0.1', target.port);
  const behavior = { TargetOriginId: 'web', CachePolicyId: OPTIMIZED };
  const { host } = await distribution(
    cloudfront,
    config(origin, {
      DefaultCacheBehavior: { ...behavior, ViewerProtocolPolicy: 'redirect-to-https' },
      CacheBehaviors: {
        Quantity: 1,
        Items: [{ ...behavior, PathPattern: 'plain/*', ViewerProtocolPolicy: 'allow-all' }],
      },
    }),
  );
  const sent = await ask(server, host, { path: '/x?y' });
  expect(sent.status).toBe(301);
  expect(sent.headers['location']).toBe(`https://${host}/x?y`);
  expect((await ask(server, host, { path: '/plain/x' })).status).toBe(200);
  expect((await ask(server, host, { path: '/plain/x', method: 'POST' })).status).toBe(403);
});

test('UpdateDistribution and DeleteDistribution: by the version that was seen, and only once disabled', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const wanted = config(custom('127.0.0.1', target.port));
  const { Id, host, etag } = await distribution(cloudfront, wanted);
  const update = (IfMatch: string | undefined, Enabled: boolean) =>
    cloudfront.send(
      new UpdateDistributionCommand({ Id, IfMatch, DistributionConfig: { ...wanted, Enabled } }),
    );
  await expect(update(undefined, false)).rejects.toMatchObject({
    name: 'InvalidIfMatchVersion',
    message: 'The If-Match version is missing or not valid for the resource.',
  });
  await expect(update('EAAAAAAAAAAAAA', false)).rejects.toMatchObject({
    name: 'PreconditionFailed',
    message:
      "The request failed because it didn't meet the preconditions in one or more request-header fields.",
  });
  await expect(
    cloudfront.send(new DeleteDistributionCommand({ Id, IfMatch: etag })),
  ).rejects.toMatchObject({
    name: 'DistributionNotDisabled',
    message: 'The distribution you are trying to delete has not been disabled.',
  });
  const { ETag } = await update(etag, false);
  expect((await ask(server, host)).status).toBe(404);
  await cloudfront.send(new DeleteDistributionCommand({ Id, IfMatch: ETag }));
  await expect(cloudfront.send(new GetDistributionCommand({ Id }))).rejects.toMatchObject({
    name: 'NoSuchDistribution',
    message: 'The specified distribution does not exist.',
  });
});

test('aliases need a certificate of us-east-1, and what is not built is named', async () => {
  const cloudfront = new CloudFrontClient(server.client(freshAccount()));
  const origin = custom('127.0.0.1', target.port);
  const Aliases = { Quantity: 1, Items: ['www.example.com'] };
  const ACMCertificateArn = 'arn:aws:acm:eu-west-1:111122223333:certificate/a';
  await expect(
    distribution(cloudfront, config(origin, { Aliases, ViewerCertificate: { ACMCertificateArn } })),
  ).rejects.toMatchObject({
    name: 'InvalidViewerCertificate',
    message:
      "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.",
  });
  const Logging = { Enabled: true, IncludeCookies: false, Bucket: 'b', Prefix: '' };
  await expect(distribution(cloudfront, config(origin, { Logging }))).rejects.toMatchObject({
    message: 'cloudfront:CreateDistribution is not implemented for logging',
  });
});

test('a user without permission lists no distributions', async () => {
  const account = freshAccount();
  const cloudfront = new CloudFrontClient(await newUser(server, account, 'nobody'));
  await expect(cloudfront.send(new ListDistributionsCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: cloudfront:ListDistributions because no identity-based policy allows the cloudfront:ListDistributions action`,
  });
});
