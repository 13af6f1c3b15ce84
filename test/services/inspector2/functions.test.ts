import {
  BatchGetFindingDetailsCommand,
  ListFindingsCommand,
  SearchVulnerabilitiesCommand,
} from '@aws-sdk/client-inspector2';
import { LookupEventsCommand, CloudTrailClient } from '@aws-sdk/client-cloudtrail';
import {
  DeleteFunctionCommand,
  PublishLayerVersionCommand,
  TagResourceCommand,
  UpdateFunctionCodeCommand,
} from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { startServer, type TestServer } from '../../server.ts';
import { zipOf } from '../lambda/archives.ts';
import {
  covered,
  database,
  deploy,
  findingsOf,
  nodePackage,
  type Scanned,
  scanned,
  told,
} from './bench.ts';

let server: TestServer;
const listening = listeningService();

beforeAll(async () => {
  server = await startServer({ vulnerabilities: database, furtherServices: [listening.service] });
});
afterAll(() => server.close());

const heard = ({ account }: Scanned, kind: string) =>
  listening.heard.filter(
    (event) => event['account'] === account && event['detail-type'] === `Inspector2 ${kind}`,
  );
const LODASH = nodePackage('lodash', '4.17.15');

async function update({ lambda }: Scanned, FunctionName: string, version: string) {
  await lambda.send(
    new UpdateFunctionCodeCommand({
      FunctionName,
      ZipFile: zipOf({ name: 'index.mjs', text: '' }, nodePackage('lodash', version)),
    }),
  );
}

async function advance(days: number) {
  const answer = await fetch(`${server.url}/_holdfast/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: `P${days}D` }),
  });
  expect(answer.ok).toBe(true);
}

test('a vulnerable package is a finding of its function, and event buses hear of it', async () => {
  const account = await scanned(server);
  const arn = await deploy(account, 'shop', [LODASH, nodePackage('lodash-es', '4.17.21')]);
  await covered(account, arn);
  const findings = await findingsOf(account, {
    vulnerabilityId: [{ comparison: 'EQUALS', value: 'CVE-2020-0001' }],
  });
  expect(findings).toMatchObject([
    {
      awsAccountId: account.account,
      type: 'PACKAGE_VULNERABILITY',
      title: 'CVE-2020-0001 - lodash, lodash-es',
      description: 'Keys of objects reach their prototype.',
      severity: 'HIGH',
      status: 'ACTIVE',
      fixAvailable: 'PARTIAL',
      remediation: { recommendation: { text: 'None Provided' } },
      packageVulnerabilityDetails: {
        vulnerabilityId: 'CVE-2020-0001',
        source: 'GITHUB',
        sourceUrl: 'https://example.com/advisory',
        vendorSeverity: 'HIGH',
        vendorCreatedAt: new Date('2020-07-15T00:00:00Z'),
        vendorUpdatedAt: new Date('2026-01-02T00:00:00Z'),
        relatedVulnerabilities: ['GHSA-aaaa-0001'],
        referenceUrls: ['https://example.com/fix', 'https://example.com/advisory'],
        cvss: [
          {
            baseScore: 7.4,
            scoringVector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:H',
            source: 'GITHUB',
            version: '3.1',
          },
        ],
        vulnerablePackages: [
          {
            name: 'lodash',
            version: '4.17.15',
            epoch: 0,
            packageManager: 'NODEPKG',
            filePath: 'node_modules/lodash/package.json',
            fixedInVersion: '4.17.20',
          },
          { name: 'lodash-es', version: '4.17.21' },
        ],
      },
      resources: [
        {
          type: 'AWS_LAMBDA_FUNCTION',
          id: arn,
          partition: 'aws',
          region: 'us-east-1',
          details: {
            awsLambdaFunction: {
              functionName: 'shop',
              runtime: 'NODEJS_18_X',
              version: '$LATEST',
              packageType: 'ZIP',
              architectures: ['X86_64'],
              executionRoleArn: account.role,
            },
          },
        },
      ],
    },
  ]);
  const [finding] = findings;
  expect(finding?.findingArn).toMatch(
    new RegExp(`^arn:aws:inspector2:us-east-1:${account.account}:finding/[0-9a-f]{32}$`),
  );
  await expect.poll(() => heard(account, 'Finding').length).toBe(2);
  const event = heard(account, 'Finding').find(({ detail }) =>
    JSON.stringify(detail).includes(finding?.findingArn ?? 'none'),
  );
  expect(event).toMatchObject({
    source: 'aws.inspector2',
    resources: [arn],
    detail: {
      findingArn: finding?.findingArn,
      firstObservedAt: expect.stringMatching(
        /^[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d\.\d{3} UTC \d{4}$/,
      ),
      packageVulnerabilityDetails: { vendorCreatedAt: 'Wed Jul 15 00:00:00.000 UTC 2020' },
      resources: [
        {
          provider: 'AWS',
          providerAccountId: account.account,
          details: { serverlessFunction: { serverlessFunctionName: 'shop' } },
        },
      ],
    },
  });
  expect(heard(account, 'Scan')).toMatchObject([
    {
      resources: [arn],
      detail: {
        'scan-status': 'INITIAL_SCAN_COMPLETE',
        'finding-severity-counts': { CRITICAL: 0, HIGH: 1, MEDIUM: 0, TOTAL: 2 },
        version: '1.0',
      },
    },
  ]);
  expect(heard(account, 'Coverage')).toMatchObject([
    {
      resources: [arn],
      detail: {
        scanStatus: { reason: 'SUCCESSFUL', statusCodeValue: 'ACTIVE' },
        scanType: 'PACKAGE',
        provider: 'AWS',
        providerAccountId: account.account,
        providerRegion: 'us-east-1',
        version: '1.0',
      },
    },
  ]);
  const { findingDetails, errors } = await account.client.send(
    new BatchGetFindingDetailsCommand({
      findingArns: [
        finding?.findingArn ?? '',
        `${finding?.findingArn?.slice(0, -32)}${'0'.repeat(32)}`,
      ],
    }),
  );
  expect(findingDetails).toMatchObject([{ cwes: ['CWE-1321'] }]);
  expect(errors).toMatchObject([{ errorCode: 'FINDING_DETAILS_NOT_FOUND' }]);
});

test('a weakness without a score is untriaged; packages of Python are known by their own rules', async () => {
  const account = await scanned(server);
  const files = [{ name: 'requirements.txt', text: 'Flask==2.0.0\nrequests==2.0.0\n' }];
  const arn = await deploy(account, 'web', files, { Runtime: 'python3.11' });
  await deploy(account, 'shop', [LODASH]);
  await expect.poll(async () => (await findingsOf(account)).length).toBe(3);
  const { findings = [] } = await account.client.send(
    new ListFindingsCommand({
      sortCriteria: { field: 'SEVERITY', sortOrder: 'DESC' },
      maxResults: 2,
    }),
  );
  expect(findings.map(({ severity }) => severity)).toEqual(['HIGH', 'HIGH']);
  const [untriaged] = await findingsOf(account, {
    severity: [{ comparison: 'EQUALS', value: 'UNTRIAGED' }],
  });
  expect(untriaged).toMatchObject({
    title: 'GHSA-aaaa-0002 - lodash',
    fixAvailable: 'NO',
    packageVulnerabilityDetails: { cvss: [] },
  });
  const [flask] = await findingsOf(account, {
    vulnerablePackages: [{ name: { comparison: 'EQUALS', value: 'Flask' } }],
  });
  expect(flask).toMatchObject({
    title: 'CVE-2023-0001 - Flask',
    severity: 'HIGH',
    fixAvailable: 'YES',
    resources: [{ id: arn }],
    packageVulnerabilityDetails: {
      source: 'PYSEC',
      vulnerablePackages: [{ packageManager: 'PIP', fixedInVersion: '2.3.2' }],
    },
  });
});

test('check 37: packages of a layer name the layer; an excluded function has no findings', async () => {
  const account = await scanned(server);
  const { LayerVersionArn = '' } = await account.lambda.send(
    new PublishLayerVersionCommand({
      LayerName: 'shared',
      Content: { ZipFile: zipOf({ ...LODASH, name: `nodejs/${LODASH.name}` }) },
    }),
  );
  const arn = await deploy(account, 'layered', [], { Layers: [LayerVersionArn] });
  await covered(account, arn);
  const findings = await findingsOf(account);
  expect(told(findings)).toEqual(['CVE-2020-0001 ACTIVE', 'GHSA-aaaa-0002 ACTIVE']);
  for (const { packageVulnerabilityDetails: details } of findings) {
    expect(details?.vulnerablePackages).toMatchObject([{ sourceLambdaLayerArn: LayerVersionArn }]);
  }
  await account.lambda.send(
    new TagResourceCommand({
      Resource: arn.replace(':$LATEST', ''),
      Tags: { InspectorExclusion: 'LambdaStandardScanning' },
    }),
  );
  await covered(account, arn, 'EXCLUDED_BY_TAG');
  expect(told(await findingsOf(account))).toEqual([
    'CVE-2020-0001 CLOSED',
    'GHSA-aaaa-0002 CLOSED',
  ]);
});

test('new code closes findings; what comes again within seven days is the same finding', async () => {
  const account = await scanned(server);
  await deploy(account, 'shop', [LODASH]);
  await expect.poll(async () => (await findingsOf(account)).length).toBe(2);
  const ids = async () => new Set((await findingsOf(account)).map(({ findingArn }) => findingArn));
  const before = await ids();
  await update(account, 'shop', '4.17.21');
  await expect
    .poll(async () => told(await findingsOf(account)))
    .toEqual(['CVE-2020-0001 CLOSED', 'GHSA-aaaa-0002 CLOSED']);
  await advance(6);
  await update(account, 'shop', '4.17.15');
  await expect
    .poll(async () => told(await findingsOf(account)))
    .toEqual(['CVE-2020-0001 ACTIVE', 'GHSA-aaaa-0002 ACTIVE']);
  expect(await ids()).toEqual(before);
  await update(account, 'shop', '4.17.21');
  await expect.poll(async () => told(await findingsOf(account))[0]).toBe('CVE-2020-0001 CLOSED');
  await advance(8);
  await update(account, 'shop', '4.17.15');
  await expect
    .poll(async () => told(await findingsOf(account)))
    .toEqual([
      'CVE-2020-0001 ACTIVE',
      'CVE-2020-0001 CLOSED',
      'GHSA-aaaa-0002 ACTIVE',
      'GHSA-aaaa-0002 CLOSED',
    ]);
  await advance(23);
  await expect
    .poll(async () => told(await findingsOf(account)))
    .toEqual(['CVE-2020-0001 ACTIVE', 'GHSA-aaaa-0002 ACTIVE']);
});

test('findings of a function that is deleted are closed, and go after three days', async () => {
  const account = await scanned(server);
  const arn = await deploy(account, 'shop', [LODASH]);
  await covered(account, arn);
  await account.lambda.send(new DeleteFunctionCommand({ FunctionName: 'shop' }));
  await expect
    .poll(async () => told(await findingsOf(account)))
    .toEqual(['CVE-2020-0001 CLOSED', 'GHSA-aaaa-0002 CLOSED']);
  await advance(4);
  await expect.poll(async () => (await findingsOf(account)).length).toBe(0);
});

test('runtimes whose packages are not read are said to be so', async () => {
  const account = await scanned(server);
  const arn = await deploy(account, 'bare', [LODASH], { Runtime: 'provided.al2023' });
  await covered(account, arn, 'UNSUPPORTED_RUNTIME');
  expect(await findingsOf(account)).toEqual([]);
});

test('scans look at functions by the role that is linked to Inspector', async () => {
  const account = await scanned(server);
  const arn = await deploy(account, 'shop', [LODASH]);
  await covered(account, arn);
  const trail = new CloudTrailClient(server.client(account.account));
  const lookUp = new LookupEventsCommand({
    LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: 'GetFunction' }],
  });
  await expect
    .poll(async () => {
      const [event] = (await trail.send(lookUp)).Events ?? [];
      return JSON.parse(event?.CloudTrailEvent ?? '{}')?.userIdentity?.arn;
    })
    .toBe(
      `arn:aws:sts::${account.account}:assumed-role/AWSServiceRoleForAmazonInspector2/InspectorLambdaScanning`,
    );
});

test('SearchVulnerabilities tells what the advisories say', async () => {
  const { client } = await scanned(server);
  const search = async (id: string) =>
    (
      await client.send(
        new SearchVulnerabilitiesCommand({ filterCriteria: { vulnerabilityIds: [id] } }),
      )
    ).vulnerabilities;
  expect(await search('CVE-2020-0001')).toMatchObject([
    { id: 'CVE-2020-0001', cvss3: { baseScore: 7.4 }, cwes: ['CWE-1321'], vendorSeverity: 'HIGH' },
  ]);
  expect(await search('CVE-1999-0001')).toEqual([]);
});
