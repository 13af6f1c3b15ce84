import {
  CreateLogGroupCommand,
  CloudWatchLogsClient,
  DescribeResourcePoliciesCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import {
  CreateBucketCommand,
  GetBucketPolicyCommand,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import {
  CreateRuleGroupCommand,
  DeleteRuleGroupCommand,
  GetSampledRequestsCommand,
  GetWebACLCommand,
  PutLoggingConfigurationCommand,
  PutPermissionPolicyCommand,
  type Rule,
  TagResourceCommand,
  type WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sites, startSites } from './protected-site.ts';
import {
  blocking,
  named,
  newIpSet,
  newTenant,
  newWebAcl,
  pathContains,
  type Tenant,
  VISIBILITY,
} from './web-acls.ts';

let sites: Sites;
beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.server.close());

const badArn =
  "The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by " +
  'colons or slashes.';

function invalidArn(arn: string) {
  return {
    name: 'WAFInvalidParameterException',
    message: `Error reason: ${badArn}, field: RESOURCE_ARN, parameter: ${arn}`,
  };
}

async function newGroup(waf: WAFV2Client, Rules: Rule[], Name = 'group') {
  const input = {
    Name,
    Scope: 'REGIONAL',
    Capacity: 10,
    Rules,
    VisibilityConfig: VISIBILITY,
  } as const;
  return named((await waf.send(new CreateRuleGroupCommand(input))).Summary);
}

function using(ARN: string): Rule {
  return {
    ...blocking(0, { RuleGroupReferenceStatement: { ARN } }),
    Action: undefined,
    OverrideAction: { None: {} },
  };
}

test('an ARN of another Region, or in another spelling, names nothing here', async () => {
  const { waf, account } = newTenant(sites.server);
  const { waf: ireland } = newTenant(sites.server, 'eu-west-1', account);
  const { arn } = await newWebAcl(ireland, []);
  const { arn: global } = await newWebAcl(waf, [], { Scope: 'CLOUDFRONT', Name: 'global' });
  const spelt = arn.replace('arn:aws:', 'arn:aws-cn:');
  let ran = 0;
  for (const [client, ARN] of [
    [waf, arn],
    [ireland, global],
    [ireland, spelt],
  ] as const) {
    const window = { StartTime: new Date(), EndTime: new Date() };
    const calls = [
      () => client.send(new GetWebACLCommand({ ARN })),
      () =>
        client.send(new TagResourceCommand({ ResourceARN: ARN, Tags: [{ Key: 'a', Value: 'b' }] })),
      () =>
        client.send(
          new GetSampledRequestsCommand({
            WebAclArn: ARN,
            RuleMetricName: 'metric',
            Scope: 'REGIONAL',
            TimeWindow: window,
            MaxItems: 1,
          }),
        ),
    ];
    for (const call of calls) {
      await expect(call()).rejects.toMatchObject(invalidArn(ARN));
      ran += 1;
    }
  }
  expect(ran).toBe(9);
  expect((await ireland.send(new GetWebACLCommand({ ARN: arn }))).WebACL?.ARN).toBe(arn);
});

test('rules refer to nothing of another Region', async () => {
  const { waf, account } = newTenant(sites.server);
  const { waf: ireland } = newTenant(sites.server, 'eu-west-1', account);
  const { arn: set } = await newIpSet(ireland, []);
  const { arn: group } = await newGroup(ireland, [blocking(0, pathContains('a'))]);
  const onSet = blocking(0, { IPSetReferenceStatement: { ARN: set } });
  await expect(newWebAcl(waf, [onSet])).rejects.toMatchObject(invalidArn(set));
  await expect(newGroup(waf, [onSet])).rejects.toMatchObject(invalidArn(set));
  await expect(newWebAcl(waf, [using(group)])).rejects.toMatchObject(invalidArn(group));
});

test('more references than there may be are refused before any is looked for', async () => {
  const { waf, account } = newTenant(sites.server);
  const rules = Array.from({ length: 51 }, (_, at) =>
    blocking(at, {
      IPSetReferenceStatement: {
        ARN: `arn:aws:wafv2:us-east-1:${account}:regional/ipset/none/11111111-2222-3333-4444-${String(at).padStart(12, '0')}`,
      },
    }),
  );
  await expect(newWebAcl(waf, rules)).rejects.toMatchObject({
    name: 'WAFLimitsExceededException',
    message: 'AWS WAF couldn’t perform the operation because you exceeded your resource limit.',
    SourceType: 'REFERENCE_STATEMENTS',
  });
});

test('a shared rule group that its owner replaced is not the one that was shared', async () => {
  const owner = newTenant(sites.server);
  const site = await sites.site();
  const group = await newGroup(owner.waf, [blocking(0, pathContains('/x'))]);
  const Policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${site.account}:root` },
      Action: ['wafv2:CreateWebACL', 'wafv2:UpdateWebACL', 'wafv2:PutFirewallManagerRuleGroups'],
    },
  });
  await owner.waf.send(new PutPermissionPolicyCommand({ ResourceArn: group.arn, Policy }));
  const { arn } = await newWebAcl(site.waf, [using(group.arn)]);
  await site.protect(arn);
  expect((await site.ask('/x')).status).toBe(403);
  await owner.waf.send(new DeleteRuleGroupCommand({ ...group.name, LockToken: group.token }));
  const letsIn = { ...blocking(0, pathContains('/')), Action: { Allow: {} } };
  await newGroup(owner.waf, [letsIn]);
  expect((await site.ask('/x')).status).toBeGreaterThanOrEqual(500);
  expect(site.arrived).toEqual([]);
});

const permissionIssue = {
  name: 'WAFLogDestinationPermissionIssueException',
  message:
    "The operation failed because you don't have the permissions that your logging configuration " +
    'requires. For information, see Logging web ACL traffic information in the AWS WAF Developer ' +
    'Guide.',
};

function putLogging({ waf }: Tenant, ResourceArn: string, destination: string) {
  const LoggingConfiguration = { ResourceArn, LogDestinationConfigs: [destination] };
  return waf.send(new PutLoggingConfigurationCommand({ LoggingConfiguration }));
}

test('PutLoggingConfiguration: a log group of another account is refused, and none of that name opened', async () => {
  const tenant = newTenant(sites.server);
  const other = newTenant(sites.server);
  const { arn } = await newWebAcl(tenant.waf, []);
  const logGroupName = 'aws-waf-logs-there';
  for (const { account } of [tenant, other]) {
    const logs = new CloudWatchLogsClient(sites.server.client(account));
    await logs.send(new CreateLogGroupCommand({ logGroupName }));
  }
  const destination = `arn:aws:logs:us-east-1:${other.account}:log-group:${logGroupName}`;
  await expect(putLogging(tenant, arn, destination)).rejects.toMatchObject({
    name: 'WAFInvalidParameterException',
    Field: 'LOG_DESTINATION',
    Parameter: destination,
  });
  const logs = new CloudWatchLogsClient(sites.server.client(tenant.account));
  const { resourcePolicies } = await logs.send(new DescribeResourcePoliciesCommand({}));
  expect(resourcePolicies ?? []).toEqual([]);
});

test('PutLoggingConfiguration: a bucket of another account takes logs by its owner’s policy alone', async () => {
  const tenant = newTenant(sites.server);
  const other = newTenant(sites.server);
  const { arn } = await newWebAcl(tenant.waf, []);
  const s3 = new S3Client({ ...sites.server.client(other.account), forcePathStyle: true });
  const Bucket = `aws-waf-logs-${other.account}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  const policyOf = (Statement: object) =>
    s3.send(
      new PutBucketPolicyCommand({
        Bucket,
        Policy: JSON.stringify({ Version: '2012-10-17', Statement }),
      }),
    );
  // Even whoever may write the policy isn't taken to want logs there.
  await policyOf({
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${tenant.account}:root` },
    Action: ['s3:GetBucketPolicy', 's3:PutBucketPolicy'],
    Resource: `arn:aws:s3:::${Bucket}`,
  });
  const before = await s3.send(new GetBucketPolicyCommand({ Bucket }));
  await expect(putLogging(tenant, arn, `arn:aws:s3:::${Bucket}`)).rejects.toMatchObject(
    permissionIssue,
  );
  expect((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(before.Policy);
  await policyOf({
    Effect: 'Allow',
    Principal: { Service: 'delivery.logs.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: `arn:aws:s3:::${Bucket}/AWSLogs/${tenant.account}/*`,
    Condition: { StringEquals: { 'aws:SourceAccount': tenant.account } },
  });
  await putLogging(tenant, arn, `arn:aws:s3:::${Bucket}`);
});

test('CreateRuleGroup: monetization is not built', async () => {
  const { waf } = newTenant(sites.server);
  const command = new CreateRuleGroupCommand({
    Name: 'group',
    Scope: 'REGIONAL',
    Capacity: 10,
    VisibilityConfig: VISIBILITY,
    MonetizationConfig: { CurrencyMode: 'TEST' },
  });
  await expect(waf.send(command)).rejects.toMatchObject({
    $metadata: { httpStatusCode: 501 },
    message: 'wafv2:RuleGroup is not implemented for MonetizationConfig',
  });
});
