import {
  CreateFilterCommand,
  CreateSampleFindingsCommand,
  ListFindingsCommand,
} from '@aws-sdk/client-guardduty';
import { CreateKeyCommand, EnableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  type AwsSecurityFinding,
  BatchEnableStandardsCommand,
  BatchUpdateFindingsCommand,
  CreateActionTargetCommand,
  CreateFindingAggregatorCommand,
  DescribeActionTargetsCommand,
  EnableSecurityHubCommand,
  GetFindingHistoryCommand,
  GetFindingsCommand,
  type GetFindingsCommandInput,
  ListEnabledProductsForImportCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { guarded } from '../guardduty/bench.ts';
import { finding, hubOf, imported } from './hub.ts';

let server: TestServer;
const listening = listeningService();

beforeAll(async () => {
  server = await startServer({ furtherServices: [listening.service] });
});
afterAll(() => server.close());

async function titles(client: SecurityHubClient, Filters: GetFindingsCommandInput['Filters']) {
  const { Findings = [] } = await client.send(new GetFindingsCommand({ Filters }));
  return Findings.map(({ Title }) => String(Title)).toSorted();
}

test('check 48: an older update is ignored; what a customer set survives a newer one', async () => {
  const { client, account } = await hubOf(server);
  expect(await imported(client, finding(account))).toMatchObject({
    SuccessCount: 1,
    FailedCount: 0,
    FailedFindings: [],
  });
  const identifier = { Id: 'finding-1', ProductArn: finding(account).ProductArn };
  await imported(client, finding(account, { Title: 'Older', UpdatedAt: '2025-12-31T00:00:00Z' }));
  expect(await titles(client, {})).toEqual(['A hole']);
  await client
    .send(
      new BatchUpdateFindingsCommand({
        FindingIdentifiers: [identifier, { ...identifier, Id: 'none' }],
        Severity: { Label: 'LOW' },
        Workflow: { Status: 'NOTIFIED' },
        Note: { Text: 'seen', UpdatedBy: 'me' },
      }),
    )
    .then(({ ProcessedFindings, UnprocessedFindings }) => {
      expect(ProcessedFindings).toEqual([identifier]);
      expect(UnprocessedFindings).toEqual([
        {
          FindingIdentifier: { ...identifier, Id: 'none' },
          ErrorCode: 'FindingNotFound',
          ErrorMessage: 'Finding Not Found',
        },
      ]);
    });
  const Severity = { Label: 'CRITICAL' } as const;
  await imported(
    client,
    finding(account, { Title: 'Newer', Severity, UpdatedAt: '2026-01-02T00:00:00Z' }),
  );
  const { Findings = [] } = await client.send(new GetFindingsCommand({}));
  expect(Findings).toMatchObject([
    {
      Title: 'Newer',
      Severity: { Label: 'LOW', Normalized: 1 },
      FindingProviderFields: { Severity: { Label: 'CRITICAL' } },
      Workflow: { Status: 'NOTIFIED' },
      Note: { Text: 'seen', UpdatedBy: 'me' },
      RecordState: 'ACTIVE',
      ProductName: 'Default',
      CompanyName: 'Personal',
      Region: 'us-east-1',
    },
  ]);
  const history = await client.send(
    new GetFindingHistoryCommand({ FindingIdentifier: identifier }),
  );
  expect(
    history.Records?.map(({ UpdateSource, FindingCreated }) => [
      UpdateSource?.Type,
      FindingCreated,
    ]),
  ).toEqual([
    ['BATCH_IMPORT_FINDINGS', false],
    ['BATCH_UPDATE_FINDINGS', false],
    ['BATCH_IMPORT_FINDINGS', true],
  ]);
  const heard = () => listening.heard.filter((event) => event['account'] === account);
  await expect.poll(() => heard().length).toBe(3);
  expect(heard()[0]).toMatchObject({
    source: 'aws.securityhub',
    'detail-type': 'Security Hub Findings - Imported',
    detail: { findings: [{ Title: 'A hole' }] },
  });
});

test('each finding that breaks the format is refused by itself', async () => {
  const { client, account } = await hubOf(server);
  const answer = await imported(
    client,
    finding(account, { Id: 'right' }),
    finding(account, { Id: 'version', SchemaVersion: '2020-01-01' }),
    finding(account, { Id: 'time', CreatedAt: 'yesterday' }),
    finding(account, { Id: 'type', Types: ['Nonsense/a/b'] }),
    finding(account, { Id: 'account', AwsAccountId: '000000000001' }),
    finding(account, {
      Id: 'product',
      ProductArn: 'arn:aws:securityhub:us-east-1::product/acme/scan',
    }),
  );
  expect(answer).toMatchObject({ SuccessCount: 1, FailedCount: 5 });
  expect(answer.FailedFindings).toEqual([
    {
      Id: 'version',
      ErrorCode: 'InvalidInput',
      ErrorMessage:
        'Finding does not adhere to Amazon Finding Format. data.SchemaVersion should be equal to 2018-10-08.',
    },
    {
      Id: 'time',
      ErrorCode: 'InvalidInput',
      ErrorMessage:
        'Finding does not adhere to Amazon Finding Format. data.CreatedAt should match format "date-time".',
    },
    {
      Id: 'type',
      ErrorCode: 'InvalidInput',
      ErrorMessage:
        'Finding does not adhere to Amazon Finding Format. data.Types[0] should match the form ' +
        '"namespace/category/classifier".',
    },
    {
      Id: 'account',
      ErrorCode: 'InvalidAccess',
      ErrorMessage: 'The AwsAccountId of the finding is not the account that imports it.',
    },
    {
      Id: 'product',
      ErrorCode: 'InvalidAccess',
      ErrorMessage: `Account ${account} is not subscribed to product arn:aws:securityhub:us-east-1::product/acme/scan.`,
    },
  ]);
});

test('filters: every kind, and how several of one attribute go together', async () => {
  const { client, account } = await hubOf(server);
  await imported(
    client,
    finding(account, {
      Id: 'a',
      Title: 'alpha door',
      Severity: { Label: 'LOW' },
      Network: { SourceIpV4: '198.51.100.7' },
      UserDefinedFields: { ignored: 'yes' },
    }),
    finding(account, { Id: 'b', Title: 'beta window', Severity: { Normalized: 75 } }),
    finding(account, { Id: 'c', Title: 'gamma door', UpdatedAt: '2026-02-01T00:00:00Z' }),
  );
  const cases: readonly (readonly [GetFindingsCommandInput['Filters'], readonly string[]])[] = [
    [{ Title: [{ Value: 'alpha', Comparison: 'PREFIX' }] }, ['alpha door']],
    [{ Title: [{ Value: 'door', Comparison: 'CONTAINS' }] }, ['alpha door', 'gamma door']],
    [
      {
        Title: [
          { Value: 'alpha door', Comparison: 'EQUALS' },
          { Value: 'beta window', Comparison: 'EQUALS' },
        ],
      },
      ['alpha door', 'beta window'],
    ],
    [
      {
        Title: [
          { Value: 'alpha door', Comparison: 'NOT_EQUALS' },
          { Value: 'beta window', Comparison: 'NOT_EQUALS' },
        ],
      },
      ['gamma door'],
    ],
    [{ SeverityLabel: [{ Value: 'HIGH', Comparison: 'EQUALS' }] }, ['beta window', 'gamma door']],
    [{ SeverityNormalized: [{ Lte: 1 }] }, ['alpha door']],
    [{ NetworkSourceIpV4: [{ Cidr: '198.51.100.0/24' }] }, ['alpha door']],
    [
      { UpdatedAt: [{ Start: '2026-01-15T00:00:00Z', End: '2026-03-01T00:00:00Z' }] },
      ['gamma door'],
    ],
    [
      { ResourceTags: [{ Key: 'stage', Value: 'prod', Comparison: 'EQUALS' }] },
      ['alpha door', 'beta window', 'gamma door'],
    ],
    [{ ResourceTags: [{ Key: 'stage', Value: 'prod', Comparison: 'NOT_EQUALS' }] }, []],
    [{ Keyword: [{ Value: 'window' }] }, ['beta window']],
    [{ Type: [{ Value: 'Effects', Comparison: 'PREFIX' }] }, []],
    [{ UserDefinedFields: [{ Key: 'ignored', Value: 'yes', Comparison: 'EQUALS' }] }, []],
  ];
  for (const [Filters, expected] of cases) {
    expect(await titles(client, Filters), JSON.stringify(Filters)).toEqual(expected);
  }
  expect(cases.length).toBe(13);
  const sorted = await client.send(
    new GetFindingsCommand({
      SortCriteria: [{ Field: 'SeverityNormalized', SortOrder: 'desc' }],
      MaxResults: 1,
    }),
  );
  expect(sorted.NextToken).toBeDefined();
});

test('check 48: findings of GuardDuty come in by themselves, but for those its filters suppress', async () => {
  const { client, account } = await hubOf(server);
  const guard = await guarded(server, account);
  const { DetectorId } = guard;
  await guard.client.send(
    new CreateSampleFindingsCommand({
      DetectorId,
      FindingTypes: ['UnauthorizedAccess:EC2/SSHBruteForce'],
    }),
  );
  const Filters = { ProductName: [{ Value: 'GuardDuty', Comparison: 'EQUALS' as const }] };
  const found = async () => (await client.send(new GetFindingsCommand({ Filters }))).Findings ?? [];
  const ofType = (all: AwsSecurityFinding[]) => all.filter(({ Sample }) => Sample === true);
  await expect.poll(async () => ofType(await found()).length).toBe(1);
  expect(ofType(await found())[0]).toMatchObject({
    ProductArn: 'arn:aws:securityhub:us-east-1::product/aws/guardduty',
    Types: ['TTPs/Initial Access/UnauthorizedAccess:EC2-SSHBruteForce'],
    Severity: { Label: 'MEDIUM', Product: 5 },
    ProductFields: { 'aws/guardduty/service/action/actionType': 'NETWORK_CONNECTION' },
  });
  const root = (all: AwsSecurityFinding[]) =>
    all.filter(({ Types }) => Types?.[0]?.includes('RootCredentialUsage'));
  await expect.poll(async () => root(await found()).length).toBe(1);
});

test('check 48: what a filter of GuardDuty suppresses is never imported', async () => {
  const { client, account } = await hubOf(server);
  const { client: guardDuty, DetectorId } = await guarded(server, account);
  const FindingCriteria = { Criterion: { type: { Matches: ['PenTest:*'] } } };
  await guardDuty.send(
    new CreateFilterCommand({ DetectorId, Name: 'tests', Action: 'ARCHIVE', FindingCriteria }),
  );
  const user = await newUser(server, account, 'tester');
  const customUserAgent: [string, string][] = [['md/distrib#kali.2025', '']];
  await new STSClient({ ...user, customUserAgent }).send(new GetCallerIdentityCommand({}));
  const Criterion = { 'service.archived': { Equals: ['true'] } };
  const suppressed = async () => {
    const list = new ListFindingsCommand({ DetectorId, FindingCriteria: { Criterion } });
    return (await guardDuty.send(list)).FindingIds?.length ?? 0;
  };
  await expect.poll(suppressed).toBe(1);
  await imported(client, finding(account, { Title: 'own' }));
  const Filters = { Type: [{ Value: 'PenTest', Comparison: 'CONTAINS' as const }] };
  expect(await titles(client, Filters)).toEqual([]);
  expect(await titles(client, {})).toContain('own');
});

test('one Region brings together what others find', async () => {
  const { client, account } = await hubOf(server);
  const west = await hubOf(server, account, 'us-west-2');
  await client.send(new CreateFindingAggregatorCommand({ RegionLinkingMode: 'ALL_REGIONS' }));
  await imported(
    west.client,
    finding(account, {
      Title: 'From the west',
      ProductArn: `arn:aws:securityhub:us-west-2:${account}:product/${account}/default`,
    }),
  );
  expect(await titles(client, {})).toEqual(['From the west']);
});

test('controls look at what the services keep; one that cannot be evaluated says so', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const { client } = await hubOf(server, account, 'us-east-1', true);
  const StandardsArn =
    'arn:aws:securityhub:us-east-1::standards/cis-aws-foundations-benchmark/v/3.0.0';
  await client.send(
    new BatchEnableStandardsCommand({ StandardsSubscriptionRequests: [{ StandardsArn }] }),
  );
  const statuses = async (id: string) => {
    const Filters = { ComplianceSecurityControlId: [{ Value: id, Comparison: 'EQUALS' as const }] };
    const { Findings = [] } = await client.send(new GetFindingsCommand({ Filters }));
    return Findings.map(({ Resources, Compliance }) => [Resources?.[0]?.Id, Compliance?.Status]);
  };
  await expect
    .poll(() => statuses('KMS.4'), { timeout: 10_000 })
    .toEqual([[KeyMetadata?.Arn, 'FAILED']]);
  expect(await statuses('GuardDuty.1')).toEqual([[`AWS::::Account:${account}`, 'FAILED']]);
  expect(await statuses('RDS.3')).toEqual([[`AWS::::Account:${account}`, 'NOT_AVAILABLE']]);
  await kms.send(new EnableKeyRotationCommand({ KeyId: KeyMetadata?.KeyId }));
  const body = JSON.stringify({ advance: 'PT13H' });
  await fetch(`${server.url}/_holdfast/clock`, { method: 'POST', body });
  await expect
    .poll(() => statuses('KMS.4'), { timeout: 10_000 })
    .toEqual([[KeyMetadata?.Arn, 'PASSED']]);
});

test('an account without Security Hub, one that has it, and a caller without permission', async () => {
  const account = freshAccount();
  const client = new SecurityHubClient(server.client(account));
  await expect(client.send(new GetFindingsCommand({}))).rejects.toMatchObject({
    name: 'InvalidAccessException',
    message: `Account ${account} is not subscribed to AWS Security Hub`,
  });
  await client.send(new EnableSecurityHubCommand({}));
  await expect(client.send(new EnableSecurityHubCommand({}))).rejects.toMatchObject({
    name: 'ResourceConflictException',
    message: 'Account is already subscribed to Security Hub',
  });
  const { ProductSubscriptions } = await client.send(new ListEnabledProductsForImportCommand({}));
  expect(ProductSubscriptions).toEqual([
    `arn:aws:securityhub:us-east-1:${account}:product-subscription/aws/guardduty`,
    `arn:aws:securityhub:us-east-1:${account}:product-subscription/aws/inspector`,
    `arn:aws:securityhub:us-east-1:${account}:product-subscription/aws/macie`,
    `arn:aws:securityhub:us-east-1:${account}:product-subscription/aws/securityhub`,
  ]);
  const target = { Id: 'ticket', Name: 'Ticket', Description: 'Opens a ticket' };
  const { ActionTargetArn } = await client.send(new CreateActionTargetCommand(target));
  expect(ActionTargetArn).toBe(`arn:aws:securityhub:us-east-1:${account}:action/custom/ticket`);
  for (const Id of ['a ticket', 'ticket/2', 't'.repeat(21)]) {
    await expect(
      client.send(new CreateActionTargetCommand({ ...target, Id })),
    ).rejects.toMatchObject({ name: 'InvalidInputException' });
  }
  expect((await client.send(new DescribeActionTargetsCommand({}))).ActionTargets).toHaveLength(1);
  const guest = await newUser(server, account, 'guest');
  await expect(new SecurityHubClient(guest).send(new GetFindingsCommand({}))).rejects.toMatchObject(
    {
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${account}:user/guest is not authorized to perform: securityhub:GetFindings on ` +
        `resource: arn:aws:securityhub:us-east-1:${account}:hub/default because no identity-based policy ` +
        'allows the securityhub:GetFindings action',
    },
  );
});
