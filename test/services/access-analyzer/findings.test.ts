import {
  AccessAnalyzerClient,
  ApplyArchiveRuleCommand,
  CreateAnalyzerCommand,
  CreateArchiveRuleCommand,
  type Criterion,
  GetAnalyzedResourceCommand,
  GetFindingCommand,
  GetFindingV2Command,
  ListAnalyzedResourcesCommand,
  ListFindingsCommand,
  ListFindingsV2Command,
  StartResourceScanCommand,
  UpdateFindingsCommand,
} from '@aws-sdk/client-accessanalyzer';
import { CreateRoleCommand, IAMClient, UpdateAssumeRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateGrantCommand,
  CreateKeyCommand,
  KMSClient,
  PutKeyPolicyCommand,
  RevokeGrantCommand,
} from '@aws-sdk/client-kms';
import { EnableAWSServiceAccessCommand } from '@aws-sdk/client-organizations';
import {
  CreateBucketCommand,
  DeletePublicAccessBlockCommand,
  DeleteBucketPolicyCommand,
  PutBucketPolicyCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { newMember, newOrganization } from '../organizations/fixture.ts';

const { service: listener, heard } = listeningService();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [listener] });
});
afterAll(() => server.close());

async function settle(minutes = 2): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + minutes * 60_000);
}

async function analyzed(account = freshAccount(), type: 'ACCOUNT' | 'ORGANIZATION' = 'ACCOUNT') {
  const client = new AccessAnalyzerClient(server.client(account));
  const { arn } = await client.send(new CreateAnalyzerCommand({ analyzerName: 'outside', type }));
  const list = async (filter?: Record<string, Criterion>) =>
    (await client.send(new ListFindingsCommand({ analyzerArn: arn, filter }))).findings ?? [];
  return { account, client, analyzerArn: arn ?? '', list };
}

function keyPolicy(account: string, ...more: object[]): string {
  const own = {
    Effect: 'Allow' as const,
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [own, ...more] });
}

test('findings: a key shared with another account, until it is no more', async () => {
  const { account, client, analyzerArn, list } = await analyzed();
  const kms = new KMSClient(server.client(account));
  const other = freshAccount();
  const shared = {
    Effect: 'Allow',
    Principal: { AWS: other },
    Action: ['kms:Decrypt', 'kms:DescribeKey'],
    Resource: '*',
    Condition: { StringEquals: { 'kms:EncryptionContext:team': 'red' } },
  };
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ Policy: keyPolicy(account, shared) }),
  );
  const KeyId = KeyMetadata?.KeyId;
  await settle();
  const [finding, ...others] = await list();
  expect(others).toEqual([]);
  expect(finding).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    resource: KeyMetadata?.Arn,
    resourceType: 'AWS::KMS::Key',
    resourceOwnerAccount: account,
    principal: { AWS: other },
    action: ['kms:Decrypt', 'kms:DescribeKey'],
    condition: { 'kms:EncryptionContext:team': 'red' },
    isPublic: false,
    status: 'ACTIVE',
    sources: [{ type: 'POLICY' }],
    createdAt: expect.any(Date),
    updatedAt: expect.any(Date),
    analyzedAt: expect.any(Date),
  });
  const id = finding?.id;
  const v2 = await client.send(new GetFindingV2Command({ analyzerArn, id }));
  expect(v2).toMatchObject({
    findingType: 'ExternalAccess',
    findingDetails: [{ externalAccessDetails: { principal: { AWS: other }, isPublic: false } }],
  });
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy: keyPolicy(account) }));
  await settle();
  const gone = await client.send(new GetFindingCommand({ analyzerArn, id }));
  expect(gone.finding?.status).toBe('RESOLVED');
  const ofKey = heard.filter((event) => JSON.stringify(event).includes(id ?? ''));
  expect(ofKey.map(({ detail }) => detail)).toMatchObject([
    { status: 'ACTIVE', principal: { AWS: other }, isPublic: false, isDeleted: false },
    { status: 'RESOLVED' },
  ]);
  expect(ofKey[0]).toMatchObject({
    source: 'aws.access-analyzer',
    'detail-type': 'Access Analyzer Finding',
    resources: [analyzerArn],
    account,
  });
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy: keyPolicy(account, shared) }));
  await settle();
  expect(await list({ status: { eq: ['ACTIVE'] } })).toMatchObject([{ id, status: 'ACTIVE' }]);
});

test('findings: a grant of a key to another account', async () => {
  const { account, list } = await analyzed();
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const other = freshAccount();
  const GranteePrincipal = `arn:aws:iam::${other}:root`;
  const { GrantId } = await kms.send(
    new CreateGrantCommand({
      KeyId: KeyMetadata?.KeyId,
      GranteePrincipal,
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: { team: 'red' } },
    }),
  );
  await settle();
  expect(await list()).toMatchObject([
    {
      principal: { AWS: GranteePrincipal },
      action: ['kms:Decrypt'],
      condition: { 'kms:EncryptionContext:team': 'red' },
      status: 'ACTIVE',
    },
  ]);
  await kms.send(new RevokeGrantCommand({ KeyId: KeyMetadata?.KeyId, GrantId }));
  await settle();
  expect(await list()).toMatchObject([{ status: 'RESOLVED' }]);
});

test('findings: roles that others may assume, and buckets open to everybody', async () => {
  const { account, client, analyzerArn, list } = await analyzed();
  const iam = new IAMClient(server.client(account));
  const other = freshAccount();
  const trust = (AWS: string) =>
    policyText({ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' });
  await iam.send(
    new CreateRoleCommand({ RoleName: 'guest', AssumeRolePolicyDocument: trust(other) }),
  );
  const s3 = new S3Client({ ...server.client(account), forcePathStyle: true });
  const Bucket = `open-${account}`;
  const resource = `arn:aws:s3:::${Bucket}`;
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
  await s3.send(
    new PutBucketPolicyCommand({
      Bucket,
      Policy: policyText({
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: `${resource}/*`,
      }),
    }),
  );
  await settle();
  expect(await list({ resourceType: { eq: ['AWS::IAM::Role'] } })).toMatchObject([
    {
      resource: `arn:aws:iam::${account}:role/guest`,
      principal: { AWS: other },
      action: ['sts:AssumeRole'],
    },
  ]);
  expect(await list({ isPublic: { eq: ['true'] } })).toMatchObject([
    { resource, principal: { AWS: '*' }, action: ['s3:GetObject'], isPublic: true },
  ]);
  const of = await client.send(
    new GetAnalyzedResourceCommand({ analyzerArn, resourceArn: resource }),
  );
  expect(of.resource).toMatchObject({
    resourceArn: resource,
    isPublic: true,
    actions: ['s3:GetObject'],
    sharedVia: ['POLICY'],
    status: 'ACTIVE',
  });
  const all = await client.send(new ListAnalyzedResourcesCommand({ analyzerArn }));
  expect(all.analyzedResources?.map(({ resourceArn }) => resourceArn)).toEqual([
    `arn:aws:iam::${account}:role/guest`,
    resource,
  ]);
  await s3.send(new DeleteBucketPolicyCommand({ Bucket }));
  await client.send(new StartResourceScanCommand({ analyzerArn, resourceArn: resource }));
  expect(await list({ resource: { eq: [resource] } })).toMatchObject([{ status: 'RESOLVED' }]);
  await iam.send(
    new UpdateAssumeRolePolicyCommand({ RoleName: 'guest', PolicyDocument: trust(account) }),
  );
  await settle();
  expect(await list({ status: { eq: ['ACTIVE'] } })).toEqual([]);
});

test('ORGANIZATION: members trust one another, and are all looked at', async () => {
  const organization = await newOrganization(server);
  const member = await newMember(server, organization);
  const mate = await newMember(server, organization);
  await organization.client.send(
    new EnableAWSServiceAccessCommand({ ServicePrincipal: 'access-analyzer.amazonaws.com' }),
  );
  const { list } = await analyzed(organization.management, 'ORGANIZATION');
  const kms = new KMSClient(server.client(member));
  const statement = (AWS: string) => ({
    Effect: 'Allow',
    Principal: { AWS },
    Action: 'kms:Decrypt',
    Resource: '*',
  });
  const other = freshAccount();
  await kms.send(new CreateKeyCommand({ Policy: keyPolicy(member, statement(mate)) }));
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ Policy: keyPolicy(member, statement(other)) }),
  );
  await settle();
  expect(await list({ resourceType: { eq: ['AWS::KMS::Key'] } })).toMatchObject([
    { resource: KeyMetadata?.Arn, resourceOwnerAccount: member, principal: { AWS: other } },
  ]);
  const alone = new AccessAnalyzerClient(server.client(member));
  await expect(
    alone.send(new CreateAnalyzerCommand({ analyzerName: 'mine', type: 'ORGANIZATION' })),
  ).rejects.toMatchObject({
    name: 'ValidationException',
    message:
      'You must create an organization analyzer from the management account or a delegated ' +
      'administrator account of the organization.',
  });
});

test('archive rules: put new findings away, and those there are when they are applied', async () => {
  const { account, client, analyzerArn, list } = await analyzed();
  const iam = new IAMClient(server.client(account));
  const [known, stranger] = [freshAccount(), freshAccount()];
  const role = (RoleName: string, AWS: string) =>
    iam.send(
      new CreateRoleCommand({
        RoleName,
        AssumeRolePolicyDocument: policyText({
          Effect: 'Allow',
          Principal: { AWS },
          Action: 'sts:AssumeRole',
        }),
      }),
    );
  await role('before', known);
  await settle();
  const rule = { analyzerName: 'outside', ruleName: 'known' };
  await client.send(
    new CreateArchiveRuleCommand({ ...rule, filter: { 'principal.AWS': { eq: [known] } } }),
  );
  await role('after', known);
  await role('strange', stranger);
  await settle();
  const status = async () =>
    Object.fromEntries((await list()).map((one) => [one.resource?.split('/').at(-1), one.status]));
  expect(await status()).toEqual({ before: 'ACTIVE', after: 'ARCHIVED', strange: 'ACTIVE' });
  await client.send(new ApplyArchiveRuleCommand({ analyzerArn, ruleName: 'known' }));
  expect(await status()).toEqual({ before: 'ARCHIVED', after: 'ARCHIVED', strange: 'ACTIVE' });
  const resourceArn = `arn:aws:iam::${account}:role/strange`;
  await client.send(new UpdateFindingsCommand({ analyzerArn, resourceArn, status: 'ARCHIVED' }));
  expect((await status())['strange']).toBe('ARCHIVED');
  await client.send(new UpdateFindingsCommand({ analyzerArn, resourceArn, status: 'ACTIVE' }));
  expect((await status())['strange']).toBe('ACTIVE');
});

test('ListFindings: filters, sorts and pages; unknown filters are refused', async () => {
  const { account, client, analyzerArn } = await analyzed();
  const iam = new IAMClient(server.client(account));
  for (const name of ['a', 'b', 'c']) {
    await iam.send(
      new CreateRoleCommand({
        RoleName: name,
        AssumeRolePolicyDocument: policyText({
          Effect: 'Allow',
          Principal: { AWS: freshAccount() },
          Action: 'sts:AssumeRole',
        }),
      }),
    );
  }
  await settle();
  const names: (string | undefined)[] = [];
  let nextToken: string | undefined;
  do {
    const page = await client.send(
      new ListFindingsV2Command({
        analyzerArn,
        sort: { attributeName: 'resource', orderBy: 'DESC' },
        filter: { resource: { contains: ['role/'] }, status: { neq: ['RESOLVED'] } },
        maxResults: 2,
        nextToken,
      }),
    );
    names.push(...(page.findings ?? []).map((one) => one.resource?.split('/').at(-1)));
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  expect(names).toEqual(['c', 'b', 'a']);
  await expect(
    client.send(new ListFindingsCommand({ analyzerArn, filter: { colour: { eq: ['red'] } } })),
  ).rejects.toMatchObject({ name: 'ValidationException', message: 'Invalid filter key: colour' });
  const ann = new AccessAnalyzerClient(await newUser(server, account, 'ann'));
  await expect(ann.send(new ListFindingsCommand({ analyzerArn }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ` +
      `access-analyzer:ListFindings on resource: ${analyzerArn} because no identity-based ` +
      'policy allows the access-analyzer:ListFindings action',
  });
});
