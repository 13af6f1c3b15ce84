import { CreateSampleFindingsCommand } from '@aws-sdk/client-guardduty';
import {
  BatchDeleteAutomationRulesCommand,
  BatchEnableStandardsCommand,
  BatchGetAutomationRulesCommand,
  BatchImportFindingsCommand,
  BatchUpdateAutomationRulesCommand,
  BatchUpdateFindingsCommand,
  CreateAutomationRuleCommand,
  CreateMembersCommand,
  EnableImportFindingsForProductCommand,
  EnableOrganizationAdminAccountCommand,
  GetFindingsCommand,
  GetInsightResultsCommand,
  CreateInsightCommand,
  ListTagsForResourceCommand,
  SecurityHubClient,
  TagResourceCommand,
  UpdateSecurityHubConfigurationCommand,
} from '@aws-sdk/client-securityhub';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { guarded } from '../guardduty/bench.ts';
import { newMember, newOrganization, settle } from '../organizations/fixture.ts';
import { finding, hubOf, imported } from './hub.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const PARTNER = 'arn:aws:securityhub:us-east-1::product/acme/scan';
let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function findingsOf(client: SecurityHubClient) {
  return (await client.send(new GetFindingsCommand({}))).Findings ?? [];
}

test("nobody imports findings of AWS's services, or in the name of other accounts", async () => {
  const { client, account } = await hubOf(server);
  const other = await hubOf(server);
  await client.send(new EnableImportFindingsForProductCommand({ ProductArn: PARTNER }));
  const forged = 'arn:aws:securityhub:us-east-1::product/aws/guardduty';
  const strange = finding(other.account).ProductArn ?? '';
  const spelled = PARTNER.replace('arn:aws:', 'arn:aws-cn:');
  const { FailedFindings, SuccessCount } = await imported(
    client,
    finding(account, { Id: 'partner', ProductArn: PARTNER }),
    finding(account, { Id: 'aws', ProductArn: forged }),
    finding(account, { Id: 'spelled', ProductArn: spelled }),
    finding(other.account, { Id: 'victim', ProductArn: PARTNER }),
  );
  expect(SuccessCount).toBe(1);
  const told = (Id: string, ErrorMessage: string) => ({
    Id,
    ErrorCode: 'InvalidAccess',
    ErrorMessage,
  });
  expect(FailedFindings).toEqual([
    told('aws', `Account ${account} is not authorized to import findings of product ${forged}.`),
    told('spelled', `The product ARN ${spelled} is not one of this Region.`),
    told('victim', 'The AwsAccountId of the finding is not the account that imports it.'),
  ]);
  const calls = [
    () => imported(client, finding(account), finding(account, { ProductArn: strange })),
    () => client.send(new EnableImportFindingsForProductCommand({ ProductArn: strange })),
  ];
  for (const call of calls) {
    await expect(call()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  }
});

test('an import needs permission for the product of each of its findings', async () => {
  const { client, account } = await hubOf(server);
  await client.send(new EnableImportFindingsForProductCommand({ ProductArn: PARTNER }));
  const own = finding(account);
  const user = await newUser(server, account, 'scanner', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'securityhub:*',
        Resource: own.ProductArn,
        Condition: { StringEquals: { 'securityhub:TargetAccount': account } },
      },
    ],
  });
  const scanner = new SecurityHubClient(user);
  expect((await imported(scanner, own)).SuccessCount).toBe(1);
  await expect(imported(scanner, { ...own, AwsAccountId: '111122223333' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const Findings = [own, finding(account, { Id: 'second', ProductArn: PARTNER })];
  await expect(scanner.send(new BatchImportFindingsCommand({ Findings }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/scanner is not authorized to perform: ` +
      `securityhub:BatchImportFindings on resource: ${PARTNER} because no identity-based policy ` +
      'allows the securityhub:BatchImportFindings action',
  });
});

test("automation rules are one's own, each by its permission", async () => {
  const { client, account } = await hubOf(server);
  const created = await client.send(
    new CreateAutomationRuleCommand({
      RuleName: 'quiet',
      RuleOrder: 1,
      Description: 'Nothing',
      Criteria: { Title: [{ Value: 'x', Comparison: 'EQUALS' }] },
      Actions: [{ Type: 'FINDING_FIELDS_UPDATE', FindingFieldsUpdate: { Confidence: 1 } }],
      Tags: { stage: 'test' },
    }),
  );
  const { RuleArn = '' } = created;
  const tags = async () =>
    (await client.send(new ListTagsForResourceCommand({ ResourceArn: RuleArn }))).Tags;
  expect(await tags()).toEqual({ stage: 'test' });
  await client.send(new TagResourceCommand({ ResourceArn: RuleArn, Tags: { more: 'yes' } }));
  expect(await tags()).toEqual({ stage: 'test', more: 'yes' });
  const other = await hubOf(server);
  const elsewhere = RuleArn.replace('us-east-1', 'us-west-2');
  const remove = (AutomationRulesArns: string[]) =>
    other.client.send(new BatchDeleteAutomationRulesCommand({ AutomationRulesArns }));
  await expect(remove([RuleArn])).rejects.toMatchObject({ name: 'AccessDeniedException' });
  for (const arn of [RuleArn, elsewhere].map((one) => one.replace(account, other.account))) {
    expect((await remove([arn])).UnprocessedAutomationRules).toEqual([
      { RuleArn: arn, ErrorCode: 404, ErrorMessage: 'Rule not found' },
    ]);
  }
  const user = await newUser(server, account, 'keeper', {
    allow: [
      { Effect: 'Allow', Action: 'securityhub:*', Resource: '*' },
      { Effect: 'Deny', Action: 'securityhub:Batch*', Resource: RuleArn },
    ],
  });
  const keeper = new SecurityHubClient(user);
  const AutomationRulesArns = [elsewhere, RuleArn];
  const calls = [
    () => keeper.send(new BatchGetAutomationRulesCommand({ AutomationRulesArns })),
    () => keeper.send(new BatchDeleteAutomationRulesCommand({ AutomationRulesArns })),
    () =>
      keeper.send(
        new BatchUpdateAutomationRulesCommand({
          UpdateAutomationRulesRequestItems: [{ RuleArn, RuleStatus: 'DISABLED' }],
        }),
      ),
  ];
  for (const call of calls) {
    await expect(call()).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(`on resource: ${RuleArn} with an explicit deny`),
    });
  }
  expect(calls.length).toBe(3);
});

test('what an administrator sets survives the next import of its member', async () => {
  const organization = await newOrganization(server);
  const owner = await hubOf(server, organization.management);
  const security = await newMember(server, organization);
  const { client: member, account } = await hubOf(server, await newMember(server, organization));
  await owner.client.send(new EnableOrganizationAdminAccountCommand({ AdminAccountId: security }));
  const admin = new SecurityHubClient(server.client(security));
  await admin.send(new CreateMembersCommand({ AccountDetails: [{ AccountId: account }] }));
  await imported(member, finding(account));
  const identifier = { Id: 'finding-1', ProductArn: finding(account).ProductArn };
  await admin.send(
    new BatchUpdateFindingsCommand({
      FindingIdentifiers: [identifier],
      Workflow: { Status: 'SUPPRESSED' },
      Severity: { Label: 'LOW' },
      Note: { Text: 'known', UpdatedBy: 'security' },
      Criticality: 7,
    }),
  );
  await imported(
    member,
    finding(account, { Title: 'Newer', UpdatedAt: '2026-02-01T00:00:00Z', Criticality: 90 }),
  );
  for (const client of [admin, member]) {
    expect(await findingsOf(client)).toMatchObject([
      {
        Title: 'Newer',
        Workflow: { Status: 'SUPPRESSED' },
        Severity: { Label: 'LOW' },
        Note: { Text: 'known' },
        Criticality: 7,
      },
    ]);
  }
});

test("a stranger's update does not reach an account, whatever its findings are called", async () => {
  const victim = await hubOf(server);
  await imported(victim.client, finding(victim.account));
  const { client } = await hubOf(server);
  const identifier = { Id: 'finding-1', ProductArn: finding(victim.account).ProductArn };
  const { UnprocessedFindings } = await client.send(
    new BatchUpdateFindingsCommand({
      FindingIdentifiers: [identifier],
      Workflow: { Status: 'SUPPRESSED' },
    }),
  );
  expect(UnprocessedFindings).toHaveLength(1);
  expect(await findingsOf(victim.client)).toMatchObject([{ Workflow: { Status: 'NEW' } }]);
});

test('an insight grouped by a name that every object has counts nothing', async () => {
  const { client, account } = await hubOf(server);
  await imported(client, finding(account));
  const { InsightArn } = await client.send(
    new CreateInsightCommand({ Name: 'odd', Filters: {}, GroupByAttribute: 'constructor' }),
  );
  const { InsightResults } = await client.send(new GetInsightResultsCommand({ InsightArn }));
  expect(InsightResults?.ResultValues).toEqual([]);
});

test('controls have one finding for each standard where the hub wants it so', async () => {
  const { client, account } = await hubOf(server);
  await client.send(
    new UpdateSecurityHubConfigurationCommand({ ControlFindingGenerator: 'STANDARD_CONTROL' }),
  );
  const path = 'cis-aws-foundations-benchmark/v/3.0.0';
  const StandardsArn = `arn:aws:securityhub:us-east-1::standards/${path}`;
  await client.send(
    new BatchEnableStandardsCommand({ StandardsSubscriptionRequests: [{ StandardsArn }] }),
  );
  const generators = async (RecordState: string) => {
    const all = await findingsOf(client);
    return all.filter((one) => one.RecordState === RecordState).map((one) => one.GeneratorId);
  };
  await expect.poll(() => generators('ACTIVE')).toContain(`${path}/IAM.15`);
  const one = (await findingsOf(client)).find(({ GeneratorId }) => GeneratorId?.endsWith('IAM.15'));
  const own = `arn:aws:securityhub:us-east-1:${account}`;
  expect(one?.Id).toMatch(new RegExp(`^${own}:subscription/${path}/IAM.15/finding/[0-9a-f]{32}$`));
  expect(one?.ProductFields).toMatchObject({
    StandardsArn,
    StandardsSubscriptionArn: `${own}:subscription/${path}`,
    StandardsControlArn: `${own}:control/${path}/IAM.15`,
    ControlId: 'IAM.15',
  });
  await client.send(
    new UpdateSecurityHubConfigurationCommand({ ControlFindingGenerator: 'SECURITY_CONTROL' }),
  );
  await expect.poll(() => generators('ACTIVE')).toContain('security-control/IAM.15');
  expect(await generators('ARCHIVED')).toContain(`${path}/IAM.15`);
});

test('findings end 90 days after their last update, archived ones after 30', async () => {
  const { client, account } = await hubOf(server);
  const { client: guardDuty, DetectorId } = await guarded(server, account);
  const FindingTypes = ['Recon:EC2/Portscan'];
  await imported(
    client,
    finding(account, { Id: 'open', Title: 'open' }),
    finding(account, { Id: 'shut', Title: 'shut', RecordState: 'ARCHIVED' }),
  );
  await guardDuty.send(new CreateSampleFindingsCommand({ DetectorId, FindingTypes }));
  const kinds = async () => {
    const all = await findingsOf(client);
    const named = all.filter(({ Sample, GeneratorId }) => Sample || GeneratorId === 'own-scanner');
    return named.map(({ Title = '', Sample }) => (Sample ? 'sample' : Title)).toSorted();
  };
  await expect.poll(kinds).toEqual(['open', 'sample', 'shut']);
  await settle(server, 31 * DAY_MS);
  expect(await kinds()).toEqual(['open', 'sample']);
  await settle(server, 60 * DAY_MS);
  expect(await kinds()).toEqual([]);
});
