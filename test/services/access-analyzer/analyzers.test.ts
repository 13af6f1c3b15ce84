import {
  AccessAnalyzerClient,
  CheckNoPublicAccessCommand,
  CreateAnalyzerCommand,
  CreateArchiveRuleCommand,
  DeleteAnalyzerCommand,
  DeleteArchiveRuleCommand,
  GetAnalyzerCommand,
  GetArchiveRuleCommand,
  ListAnalyzersCommand,
  ListArchiveRulesCommand,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateArchiveRuleCommand,
} from '@aws-sdk/client-accessanalyzer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function withAnalyzer() {
  const account = freshAccount();
  const client = new AccessAnalyzerClient(server.client(account));
  const { arn } = await client.send(
    new CreateAnalyzerCommand({ analyzerName: 'outside', type: 'ACCOUNT', tags: { team: 'red' } }),
  );
  return { account, client, arn: arn ?? '' };
}

test('CreateAnalyzer: one for an account and Region, until it is deleted', async () => {
  const { account, client, arn } = await withAnalyzer();
  expect(arn).toBe(`arn:aws:access-analyzer:us-east-1:${account}:analyzer/outside`);
  const shown = { arn, name: 'outside', type: 'ACCOUNT', status: 'ACTIVE', tags: { team: 'red' } };
  const got = await client.send(new GetAnalyzerCommand({ analyzerName: 'outside' }));
  expect(got.analyzer).toMatchObject(shown);
  const { analyzers } = await client.send(new ListAnalyzersCommand({ type: 'ACCOUNT' }));
  expect(analyzers).toMatchObject([shown]);
  await expect(
    client.send(new CreateAnalyzerCommand({ analyzerName: 'outside', type: 'ACCOUNT' })),
  ).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Analyzer already exists',
    resourceId: 'outside',
    resourceType: 'Analyzer',
  });
  await expect(
    client.send(new CreateAnalyzerCommand({ analyzerName: 'second', type: 'ACCOUNT' })),
  ).rejects.toMatchObject({ name: 'ServiceQuotaExceededException' });
  const elsewhere = new AccessAnalyzerClient(server.client(account, 'eu-west-1'));
  await elsewhere.send(new CreateAnalyzerCommand({ analyzerName: 'outside', type: 'ACCOUNT' }));
  await client.send(new DeleteAnalyzerCommand({ analyzerName: 'outside' }));
  await expect(
    client.send(new GetAnalyzerCommand({ analyzerName: 'outside' })),
  ).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'Analyzer not found: outside',
  });
  expect((await elsewhere.send(new ListAnalyzersCommand({}))).analyzers).toHaveLength(1);
});

test('CreateAnalyzer: what is not built is named', async () => {
  const client = new AccessAnalyzerClient(server.client(freshAccount()));
  await expect(
    client.send(
      new CreateAnalyzerCommand({ analyzerName: 'unused', type: 'ACCOUNT_UNUSED_ACCESS' }),
    ),
  ).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
});

test('analyzers: are tagged, and permissions go by their ARN and tags', async () => {
  const { account, client, arn: resourceArn } = await withAnalyzer();
  await client.send(new TagResourceCommand({ resourceArn, tags: { stage: 'test' } }));
  await client.send(new UntagResourceCommand({ resourceArn, tagKeys: ['stage'] }));
  const { tags } = await client.send(new ListTagsForResourceCommand({ resourceArn }));
  expect(tags).toEqual({ team: 'red' });
  const ann = new AccessAnalyzerClient(
    await newUser(server, account, 'ann', {
      allow: [
        {
          Effect: 'Allow',
          Action: 'access-analyzer:GetAnalyzer',
          Resource: resourceArn,
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'red' } },
        },
      ],
    }),
  );
  await ann.send(new GetAnalyzerCommand({ analyzerName: 'outside' }));
  await expect(
    ann.send(new DeleteAnalyzerCommand({ analyzerName: 'outside' })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ` +
      `access-analyzer:DeleteAnalyzer on resource: ${resourceArn} because no identity-based ` +
      'policy allows the access-analyzer:DeleteAnalyzer action',
  });
});

test('archive rules: are made, changed, listed and deleted', async () => {
  const { client } = await withAnalyzer();
  const rule = { analyzerName: 'outside', ruleName: 'known' };
  const filter = { 'principal.AWS': { eq: ['111122223333'] } };
  await client.send(new CreateArchiveRuleCommand({ ...rule, filter }));
  await expect(
    client.send(new CreateArchiveRuleCommand({ ...rule, filter })),
  ).rejects.toMatchObject({ name: 'ConflictException', message: 'Archive rule already exists' });
  const wider = { resourceType: { eq: ['AWS::IAM::Role'] } };
  await client.send(new UpdateArchiveRuleCommand({ ...rule, filter: wider }));
  const { archiveRule } = await client.send(new GetArchiveRuleCommand(rule));
  expect(archiveRule).toMatchObject({ ruleName: 'known', filter: wider });
  const list = () => client.send(new ListArchiveRulesCommand({ analyzerName: 'outside' }));
  expect((await list()).archiveRules).toHaveLength(1);
  await client.send(new DeleteArchiveRuleCommand(rule));
  expect((await list()).archiveRules).toEqual([]);
  await expect(client.send(new GetArchiveRuleCommand(rule))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
    message: 'ArchiveRule not found: known',
  });
});

test('CheckNoPublicAccess: names the statements that let everybody in', async () => {
  const client = new AccessAnalyzerClient(server.client(freshAccount()));
  const check = (policyDocument: string) =>
    client.send(
      new CheckNoPublicAccessCommand({ policyDocument, resourceType: 'AWS::S3::Bucket' }),
    );
  const open = { Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' } as const;
  const own = { ...open, Principal: { AWS: '111122223333' } };
  const here = { ...open, Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-1' } } };
  const denied = { ...open, Effect: 'Deny' } as const;
  expect(await check(policyText(own, here))).toMatchObject({ result: 'PASS' });
  expect(await check(policyText(open, denied))).toMatchObject({ result: 'PASS' });
  expect(await check(policyText(own, { ...open, Sid: 'Open' }))).toMatchObject({
    result: 'FAIL',
    message: 'The resource policy grants public access for the given resource type.',
    reasons: [
      {
        description: 'Public access granted in the following statement with sid: Open.',
        statementIndex: 1,
        statementId: 'Open',
      },
    ],
  });
  await expect(check('{}')).rejects.toMatchObject({
    name: 'ValidationException',
    message: 'Syntax errors in policy.',
  });
});
