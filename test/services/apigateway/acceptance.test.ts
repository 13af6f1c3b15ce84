import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateBasePathMappingCommand,
  CreateDomainNameCommand,
  type CreateDomainNameCommandInput,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  DeleteDomainNameCommand,
  UpdateDomainNameCommand,
  UpdateUsagePlanCommand,
} from '@aws-sdk/client-api-gateway';
import { ACMClient, ImportCertificateCommand } from '@aws-sdk/client-acm';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { openssl } from '../../openssl.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { certificateFor } from '../../edge/rig.ts';
import { ask, deploy, hostOf, newApi, newMock } from './api.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

async function imported(account: string, name: string, region = 'us-east-1'): Promise<string> {
  const { certificate, privateKey } = certificateFor('', [name]);
  const { CertificateArn } = await new ACMClient(server.client(account, region)).send(
    new ImportCertificateCommand({
      Certificate: Buffer.from(certificate),
      PrivateKey: Buffer.from(privateKey),
    }),
  );
  return CertificateArn ?? '';
}

test("check 40: an edge domain's certificate must be in us-east-1, a regional one's in its own Region", async () => {
  const account = freshAccount();
  const european = await imported(account, 'api.example.com', 'eu-west-1');
  const client = new APIGatewayClient(server.client(account));
  await expect(
    client.send(
      new CreateDomainNameCommand({ domainName: 'api.example.com', certificateArn: european }),
    ),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: `Invalid certificate ARN: ${european}. Certificate must be in 'us-east-1'.`,
    $metadata: { httpStatusCode: 400 },
  });
  await expect(
    client.send(
      new CreateDomainNameCommand({
        domainName: 'api.example.com',
        regionalCertificateArn: european,
        endpointConfiguration: { types: ['REGIONAL'] },
      }),
    ),
  ).rejects.toMatchObject({
    message: `Invalid certificate ARN: ${european}. Certificate must be in 'us-east-1'.`,
  });
  const american = await imported(account, 'api.example.com');
  const domain = await client.send(
    new CreateDomainNameCommand({ domainName: 'api.example.com', certificateArn: american }),
  );
  expect(domain).toMatchObject({
    domainName: 'api.example.com',
    certificateArn: american,
    distributionDomainName: expect.stringMatching(/^d[a-z0-9]{13}\.cloudfront\.net$/),
    distributionHostedZoneId: 'Z2FDTNDATAQYW2',
    domainNameStatus: 'AVAILABLE',
    securityPolicy: 'TLS_1_2',
  });
  await expect(
    client.send(
      new CreateDomainNameCommand({ domainName: 'api.example.com', certificateArn: american }),
    ),
  ).rejects.toMatchObject({ message: 'The domain name you provided already exists.' });
});

test("check 40: certificates go where the endpoint is, and are the own account's", async () => {
  const account = freshAccount();
  const client = new APIGatewayClient(server.client(account));
  const foreign = await imported(freshAccount(), 'b.example.com');
  const refusals: readonly (readonly [Partial<CreateDomainNameCommandInput>, string])[] = [
    [
      { regionalCertificateArn: foreign },
      'Cannot import certificates for REGIONAL while EDGE is active.',
    ],
    [
      { certificateArn: foreign, endpointConfiguration: { types: ['REGIONAL'] } },
      'Cannot import certificates for EDGE while REGIONAL is active.',
    ],
    [
      { certificateArn: foreign },
      'The certificate provided must be owned by the account creating the domain.',
    ],
  ];
  let ran = 0;
  for (const [input, message] of refusals) {
    await expect(
      client.send(new CreateDomainNameCommand({ domainName: 'b.example.com', ...input })),
      message,
    ).rejects.toMatchObject({ name: 'BadRequestException', message });
    ran += 1;
  }
  expect(ran).toBe(3);
});

test('check 40: a private API without a policy answers nobody', async () => {
  const api = await newApi(server.client(freshAccount()), {
    endpointConfiguration: { types: ['PRIVATE'] },
  });
  await newMock(api);
  await deploy(api);
  const answer = await ask(server, hostOf(api), '/prod');
  expect(answer.status).toBe(403);
  expect(await answer.text()).toBe('{"message":"Forbidden"}');
});

async function planned(rate: { readonly burst?: number; readonly quota?: number }) {
  const api = await newApi(server.client(freshAccount()));
  await newMock(api, { apiKeyRequired: true });
  await deploy(api);
  const key = await api.client.send(
    new CreateApiKeyCommand({ name: 'client', enabled: true, value: 'a-key-of-twenty-characters' }),
  );
  const plan = await api.client.send(
    new CreateUsagePlanCommand({
      name: 'plan',
      apiStages: [{ apiId: api.id, stage: 'prod' }],
      ...(rate.burst === undefined
        ? {}
        : { throttle: { burstLimit: rate.burst, rateLimit: 0.001 } }),
      ...(rate.quota === undefined ? {} : { quota: { limit: rate.quota, period: 'DAY' } }),
    }),
  );
  await api.client.send(
    new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id, keyType: 'API_KEY' }),
  );
  const headers = { 'x-api-key': key.value ?? '' };
  return { api, plan, call: () => ask(server, hostOf(api), '/prod', { headers }) };
}

test('check 40: a usage plan with a burst of 5 lets five calls through, and refuses the sixth', async () => {
  const { call } = await planned({ burst: 5 });
  const answers = await Promise.all(Array.from({ length: 6 }, call));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(5);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.headers.get('x-amzn-errortype')).toBe('TooManyRequestsException');
  expect(await refused?.text()).toBe('{"message":"Too Many Requests"}');
});

test("a key that no plan has for the stage opens nothing, and a plan's quota ends with its day", async () => {
  const { api, call } = await planned({ quota: 2 });
  const without = await ask(server, hostOf(api), '/prod');
  expect(without.status).toBe(403);
  expect(without.headers.get('x-amzn-errortype')).toBe('ForbiddenException');
  expect(await without.text()).toBe('{"message":"Forbidden"}');
  expect([(await call()).status, (await call()).status]).toEqual([200, 200]);
  const over = await call();
  expect(over.status).toBe(429);
  expect(over.headers.get('x-amzn-errortype')).toBe('LimitExceededException');
  expect(await over.text()).toBe('{"message":"Limit Exceeded"}');
  const { clock } = server.platform.engine();
  await server.platform.engine().advanceTo(clock.serviceTime() + 86_400_000);
  expect((await call()).status).toBe(200);
});

test('UpdateUsagePlan: what a plan can not be is told in the words of AWS', async () => {
  const { api, plan } = await planned({ quota: 2 });
  const refusals = [
    [
      '/quota/period',
      'YEAR',
      'Invalid Usage Plan quota period specified. Must be one of [DAY, WEEK, MONTH]',
    ],
    [
      '/quota/offset',
      '1',
      'Usage Plan quota offset must be between 0 and 0 inclusive in the DAY period',
    ],
  ] as const;
  for (const [path, value, message] of refusals) {
    await expect(
      api.client.send(
        new UpdateUsagePlanCommand({
          usagePlanId: plan.id,
          patchOperations: [{ op: 'replace', path, value }],
        }),
      ),
    ).rejects.toMatchObject({ name: 'BadRequestException', message });
  }
  await expect(
    api.client.send(new CreateApiKeyCommand({ name: 'short', value: 'short' })),
  ).rejects.toMatchObject({ message: 'API Key value should be at least 20 characters' });
  await expect(
    api.client.send(
      new CreateUsagePlanCommand({ name: 'p', apiStages: [{ apiId: api.id, stage: 'none' }] }),
    ),
  ).rejects.toMatchObject({ name: 'NotFoundException', message: 'API Stage not found' });
});

interface Identity {
  readonly cert: string;
  readonly key: string;
}

function get(port: number, host: string, path: string, identity?: Identity) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      servername: host,
      path,
      headers: { host },
      rejectUnauthorized: false,
      agent: false,
      ...identity,
    };
    const outgoing = request(options, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += String(chunk)));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

function selfSigned(name: string): Identity {
  const both = openssl([
    'req', '-x509', '-nodes', '-days', '30', '-subj', `/CN=${name}`,
    '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-keyout', '-', '-out', '-',
  ]).toString(); // biome-ignore format: one command
  const [key = ''] = /-----BEGIN PRIVATE KEY-----[^]*-----END PRIVATE KEY-----\n/.exec(both) ?? [];
  const [cert = ''] = /-----BEGIN CERTIFICATE-----[^]*-----END CERTIFICATE-----\n/.exec(both) ?? [];
  return { cert, key };
}

test('check 40: a domain with mutual TLS answers who holds a certificate of its authorities, and 403 to others', async () => {
  const account = freshAccount();
  const domainName = `mtls-${account}.example.com`;
  const trusted = selfSigned('client');
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const Bucket = `trust-${account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: 'authorities.pem', Body: trusted.cert }));
  const api = await newApi(server.client(account));
  await newMock(api);
  await deploy(api);
  const regionalCertificateArn = await imported(account, domainName);
  const input = {
    domainName,
    regionalCertificateArn,
    endpointConfiguration: { types: ['REGIONAL' as const] },
    mutualTlsAuthentication: { truststoreUri: `s3://${Bucket}/authorities.pem` },
  };
  await expect(
    api.client.send(new CreateDomainNameCommand({ ...input, securityPolicy: 'TLS_1_0' })),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'Mutual TLS authentication is only supported with TLS 1.2.',
  });
  await api.client.send(new CreateDomainNameCommand(input));
  await api.client.send(
    new CreateBasePathMappingCommand({
      domainName,
      basePath: 'v1',
      restApiId: api.id,
      stage: 'prod',
    }),
  );
  const open = await server.platform.engine().edge.listeners();
  const port = open.find((listener) => listener.port === 443)?.localPort ?? 0;
  const refused = { status: 403, body: '{"message":"Forbidden"}' };
  expect(await get(port, domainName, '/v1')).toEqual(refused);
  expect(await get(port, domainName, '/v1', selfSigned('stranger'))).toEqual(refused);
  expect(await get(port, domainName, '/v1', trusted)).toEqual({ status: 200, body: '{"ok":true}' });
  expect(await get(port, domainName, '/v2', trusted)).toEqual(refused);
  // Who may write the object has not thereby changed whom the domain trusts.
  const intruder = selfSigned('intruder');
  await s3.send(new PutObjectCommand({ Bucket, Key: 'authorities.pem', Body: intruder.cert }));
  const change = (path: string, value: string) =>
    api.client.send(
      new UpdateDomainNameCommand({
        domainName,
        patchOperations: [{ op: 'replace', path, value }],
      }),
    );
  await change('/regionalCertificateArn', regionalCertificateArn);
  expect(await get(port, domainName, '/v1', intruder)).toEqual(refused);
  expect((await get(port, domainName, '/v1', trusted)).status).toBe(200);
  const cleaner = new APIGatewayClient(
    await newUser(server, account, 'cleaner', {
      allow: [{ Effect: 'Allow', Action: 'apigateway:DELETE', Resource: '*' }],
    }),
  );
  await expect(cleaner.send(new DeleteDomainNameCommand({ domainName }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/cleaner is not authorized to perform: ` +
      `apigateway:RemoveCertificateFromDomain on resource: arn:aws:apigateway:us-east-1::/domainnames/${domainName} ` +
      'because no identity-based policy allows the apigateway:RemoveCertificateFromDomain action',
  });
});
