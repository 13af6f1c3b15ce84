import {
  CreateFilterCommand,
  DeleteFilterCommand,
  DisableCommand,
  EnableCommand,
  BatchGetAccountStatusCommand,
  Inspector2Client,
  ListCoverageStatisticsCommand,
  ListFiltersCommand,
  ListFindingAggregationsCommand,
  ListFindingsCommand,
  type ListFindingsCommandInput,
  ListTagsForResourceCommand,
  ListUsageTotalsCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateFilterCommand,
} from '@aws-sdk/client-inspector2';
import {
  EnableSecurityHubCommand,
  GetFindingsCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { covered, database, deploy, findingsOf, nodePackage, scanned, told } from './bench.ts';

let server: TestServer;
const listening = listeningService();

beforeAll(async () => {
  server = await startServer({ vulnerabilities: database, furtherServices: [listening.service] });
});
afterAll(() => server.close());

const LODASH = nodePackage('lodash', '4.17.15');
const titled = (value: string) => ({ title: [{ comparison: 'PREFIX' as const, value }] });

test('check 38: a filter that suppresses keeps findings quiet, and they are told of once it is gone', async () => {
  const account = await scanned(server);
  const { client } = account;
  const heard = () =>
    listening.heard.filter(
      (event) =>
        event['account'] === account.account && event['detail-type'] === 'Inspector2 Finding',
    ).length;
  const { arn = '' } = await client.send(
    new CreateFilterCommand({
      name: 'quiet',
      action: 'SUPPRESS',
      filterCriteria: titled('CVE-2020'),
    }),
  );
  const resource = await deploy(account, 'shop', [LODASH]);
  await covered(account, resource);
  expect(told(await findingsOf(account))).toEqual([
    'CVE-2020-0001 SUPPRESSED',
    'GHSA-aaaa-0002 ACTIVE',
  ]);
  await expect.poll(heard).toBe(1);
  await client.send(new DeleteFilterCommand({ arn }));
  await expect
    .poll(async () => told(await findingsOf(account)))
    .toEqual(['CVE-2020-0001 ACTIVE', 'GHSA-aaaa-0002 ACTIVE']);
  await expect.poll(heard).toBe(2);
  await client.send(
    new CreateFilterCommand({
      name: 'all',
      action: 'SUPPRESS',
      filterCriteria: { lambdaFunctionName: [{ comparison: 'EQUALS', value: 'shop' }] },
    }),
  );
  await expect
    .poll(async () => told(await findingsOf(account)))
    .toEqual(['CVE-2020-0001 SUPPRESSED', 'GHSA-aaaa-0002 SUPPRESSED']);
  expect(heard()).toBe(2);
});

test('filters have names of their own, dates and tags', async () => {
  const { client, account } = await scanned(server);
  const day = new Date('2026-01-01T00:00:00Z');
  const filterCriteria = { updatedAt: [{ startInclusive: day }] };
  const { arn = '' } = await client.send(
    new CreateFilterCommand({
      name: 'new',
      action: 'NONE',
      filterCriteria,
      reason: 'ours',
      tags: { team: 'a' },
    }),
  );
  expect(arn).toMatch(
    new RegExp(`^arn:aws:inspector2:us-east-1:${account}:owner/${account}/filter/[0-9a-f]{16}$`),
  );
  await expect(
    client.send(new CreateFilterCommand({ name: 'new', action: 'NONE', filterCriteria })),
  ).rejects.toMatchObject({
    name: 'BadRequestException',
    message: 'A filter with the name new already exists.',
  });
  await client.send(
    new UpdateFilterCommand({ filterArn: arn, name: 'newer', description: 'since' }),
  );
  await client.send(new TagResourceCommand({ resourceArn: arn, tags: { stage: 'b' } }));
  await client.send(new UntagResourceCommand({ resourceArn: arn, tagKeys: ['team'] }));
  expect((await client.send(new ListTagsForResourceCommand({ resourceArn: arn }))).tags).toEqual({
    stage: 'b',
  });
  const { filters } = await client.send(new ListFiltersCommand({ action: 'NONE' }));
  expect(filters).toMatchObject([
    {
      arn,
      ownerId: account,
      name: 'newer',
      description: 'since',
      reason: 'ours',
      action: 'NONE',
      criteria: { updatedAt: [{ startInclusive: day }] },
      tags: { stage: 'b' },
    },
  ]);
  await client.send(new DeleteFilterCommand({ arn }));
  await expect(client.send(new DeleteFilterCommand({ arn }))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'The resource was not found.',
  });
});

test('ListFindings: criteria of every kind, and pages', async () => {
  const account = await scanned(server);
  await deploy(account, 'shop', [LODASH], { Tags: { team: 'a' } });
  await deploy(account, 'web', [{ name: 'requirements.txt', text: 'flask==2.0' }], {
    Runtime: 'python3.11',
  });
  await expect.poll(async () => (await findingsOf(account)).length).toBe(3);
  const equals = (value: string) => [{ comparison: 'EQUALS' as const, value }];
  const past = [{ endInclusive: new Date(0) }];
  const cases: readonly [ListFindingsCommandInput['filterCriteria'], number][] = [
    [{ lambdaFunctionName: equals('web') }, 1],
    [{ lambdaFunctionName: [...equals('web'), ...equals('shop')] }, 3],
    [{ lambdaFunctionName: [{ comparison: 'NOT_EQUALS' as const, value: 'web' }] }, 2],
    [{ lambdaFunctionRuntime: equals('PYTHON_3_11') }, 1],
    [{ awsAccountId: equals('000000000000') }, 0],
    [{ vulnerabilitySource: equals('GITHUB') }, 2],
    [{ relatedVulnerabilities: equals('GHSA-bbbb-0001') }, 1],
    [{ fixAvailable: equals('YES') }, 2],
    [{ resourceTags: [{ comparison: 'EQUALS' as const, key: 'team', value: 'a' }] }, 2],
    [{ resourceTags: [{ comparison: 'EQUALS' as const, key: 'team' }] }, 2],
    [{ resourceTags: [{ comparison: 'EQUALS' as const, key: 'team', value: 'b' }] }, 0],
    [{ firstObservedAt: past }, 0],
    [{ firstObservedAt: [{ startInclusive: new Date(0) }] }, 3],
    [
      {
        vulnerablePackages: [
          { filePath: { comparison: 'PREFIX' as const, value: 'node_modules/' } },
        ],
      },
      2,
    ],
    [{ inspectorScore: [{ lowerInclusive: 0 }] }, 0],
    [{ portRange: [{ beginInclusive: 1, endInclusive: 2 }] }, 0],
    [{ ecrImageTags: equals('latest') }, 0],
    [{ severity: equals('HIGH'), findingStatus: equals('ACTIVE') }, 2],
  ];
  for (const [criteria, count] of cases) {
    const found = await findingsOf(account, criteria);
    expect([JSON.stringify(criteria), found.length]).toEqual([JSON.stringify(criteria), count]);
  }
  expect(cases).toHaveLength(18);
  const page = (nextToken?: string) =>
    account.client.send(new ListFindingsCommand({ maxResults: 2, nextToken }));
  const first = await page();
  const second = await page(first.nextToken);
  expect([first.findings?.length, second.findings?.length, second.nextToken]).toEqual([
    2,
    1,
    undefined,
  ]);
  await expect(page('wrong')).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'The nextToken is not valid.',
    reason: 'FIELD_VALIDATION_FAILED',
  });
});

test('findings are counted by what they have in common', async () => {
  const account = await scanned(server);
  await deploy(account, 'shop', [LODASH, nodePackage('lodash-es', '4.17.21')]);
  await deploy(account, 'store', [LODASH]);
  await expect.poll(async () => (await findingsOf(account)).length).toBe(4);
  const counts = async (aggregationType: 'PACKAGE' | 'TITLE' | 'ACCOUNT' | 'AWS_LAMBDA_FUNCTION') =>
    (await account.client.send(new ListFindingAggregationsCommand({ aggregationType }))).responses;
  expect(await counts('PACKAGE')).toMatchObject([
    { packageAggregation: { packageName: 'lodash', severityCounts: { all: 4, high: 2 } } },
    { packageAggregation: { packageName: 'lodash-es', severityCounts: { all: 1, high: 1 } } },
  ]);
  expect(await counts('ACCOUNT')).toMatchObject([
    {
      accountAggregation: {
        accountId: account.account,
        fixAvailableCount: 2,
        severityCounts: { all: 4, critical: 0, high: 2, medium: 0 },
      },
    },
  ]);
  expect(await counts('TITLE')).toHaveLength(3);
  expect(await counts('AWS_LAMBDA_FUNCTION')).toMatchObject([
    { lambdaFunctionAggregation: { functionName: 'shop', severityCounts: { all: 2 } } },
    { lambdaFunctionAggregation: { functionName: 'store', severityCounts: { all: 2 } } },
  ]);
});

test('hours of functions that are covered are counted', async () => {
  const account = await scanned(server);
  const arn = await deploy(account, 'shop', [LODASH]);
  await covered(account, arn);
  const advanced = await fetch(`${server.url}/_holdfast/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: 'PT10H' }),
  });
  expect(advanced.ok).toBe(true);
  const { totals } = await account.client.send(new ListUsageTotalsCommand({}));
  expect(totals).toMatchObject([
    { accountId: account.account, usage: [{ type: 'LAMBDA_FUNCTION_HOURS', currency: 'USD' }] },
  ]);
  expect(totals?.[0]?.usage?.[0]?.total).toBeCloseTo(10, 0);
});

test('Security Hub has findings that are not suppressed, and archives what is closed', async () => {
  const account = await scanned(server);
  const hub = new SecurityHubClient(server.client(account.account));
  await hub.send(new EnableSecurityHubCommand({ EnableDefaultStandards: false }));
  await account.client.send(
    new CreateFilterCommand({ name: 'quiet', action: 'SUPPRESS', filterCriteria: titled('GHSA') }),
  );
  const arn = await deploy(account, 'shop', [LODASH]);
  const findings = async () => (await hub.send(new GetFindingsCommand({}))).Findings ?? [];
  await expect.poll(async () => (await findings()).length).toBe(1);
  expect(await findings()).toMatchObject([
    {
      ProductArn: 'arn:aws:securityhub:us-east-1::product/aws/inspector',
      GeneratorId: 'AWSInspector',
      Types: ['Software and Configuration Checks/Vulnerabilities/CVE'],
      Title: 'CVE-2020-0001 - lodash',
      Severity: { Label: 'HIGH', Normalized: 70 },
      RecordState: 'ACTIVE',
      ProductFields: {
        'aws/inspector/ProductVersion': '2',
        'aws/inspector/FindingStatus': 'ACTIVE',
      },
      Resources: [{ Type: 'AwsLambdaFunction', Id: arn }],
      Vulnerabilities: [
        {
          Id: 'CVE-2020-0001',
          FixAvailable: 'YES',
          Cvss: [{ BaseScore: 7.4, Version: '3.1' }],
          Vendor: { Name: 'GITHUB', Url: 'https://example.com/advisory', VendorSeverity: 'HIGH' },
          VulnerablePackages: [{ Name: 'lodash', Version: '4.17.15', FixedInVersion: '4.17.20' }],
        },
      ],
    },
  ]);
  await account.client.send(new DisableCommand({}));
  await expect.poll(async () => (await findings())[0]?.RecordState).toBe('ARCHIVED');
});

test('Disable: nothing is covered any more, and findings are closed', async () => {
  const account = await scanned(server);
  const { client } = account;
  const arn = await deploy(account, 'shop', [LODASH]);
  await covered(account, arn);
  const statistics = () =>
    client.send(new ListCoverageStatisticsCommand({ groupBy: 'SCAN_STATUS_CODE' }));
  expect(await statistics()).toMatchObject({
    totalCounts: 1,
    countsByGroup: [{ count: 1, groupKey: 'ACTIVE' }],
  });
  const state = async () => (await client.send(new BatchGetAccountStatusCommand({}))).accounts?.[0];
  expect(await state()).toMatchObject({
    accountId: account.account,
    state: { status: 'ENABLED' },
    resourceState: { lambda: { status: 'ENABLED' }, ec2: { status: 'DISABLED' } },
  });
  const { accounts } = await client.send(new DisableCommand({ resourceTypes: ['LAMBDA'] }));
  expect(accounts).toMatchObject([{ accountId: account.account, status: 'DISABLED' }]);
  expect(await state()).toMatchObject({ state: { status: 'DISABLED' } });
  expect(await statistics()).toMatchObject({ totalCounts: 0 });
  expect(told(await findingsOf(account))).toEqual([
    'CVE-2020-0001 CLOSED',
    'GHSA-aaaa-0002 CLOSED',
  ]);
});

test('what is not scanned here is refused by its name', async () => {
  const { client } = await scanned(server, false);
  const kinds = ['EC2', 'ECR', 'LAMBDA_CODE', 'CODE_REPOSITORY'] as const;
  for (const kind of kinds) {
    await expect(
      client.send(new EnableCommand({ resourceTypes: ['LAMBDA', kind] })),
    ).rejects.toMatchObject({
      name: 'NotImplementedException',
      message: expect.stringMatching(/^inspector2:Enable is not implemented for /),
    });
  }
  expect(kinds).toHaveLength(4);
});

test('who may not do it is denied', async () => {
  const { client, account } = await scanned(server);
  const { arn = '' } = await client.send(
    new CreateFilterCommand({ name: 'one', action: 'NONE', filterCriteria: titled('x') }),
  );
  const own = new Inspector2Client(await newUser(server, account, 'none'));
  const said = (action: string, resource = '') => ({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/none is not authorized to perform: inspector2:${action}${resource} ` +
      `because no identity-based policy allows the inspector2:${action} action`,
  });
  await expect(own.send(new ListFindingsCommand({}))).rejects.toMatchObject(said('ListFindings'));
  await expect(own.send(new EnableCommand({ resourceTypes: ['LAMBDA'] }))).rejects.toMatchObject(
    said('Enable'),
  );
  await expect(own.send(new DeleteFilterCommand({ arn }))).rejects.toMatchObject(
    said('DeleteFilter', ` on resource: ${arn}`),
  );
});

test('without advisories nothing is scanned, and that is said', async () => {
  const bare = await startServer();
  try {
    const { client } = await scanned(bare, false);
    await expect(
      client.send(new EnableCommand({ resourceTypes: ['LAMBDA'] })),
    ).rejects.toMatchObject({
      name: 'NotImplementedException',
      message:
        'inspector2:Enable is not implemented for a server without advisories: give it --vulnerability-database FILE',
    });
  } finally {
    await bare.close();
  }
});
