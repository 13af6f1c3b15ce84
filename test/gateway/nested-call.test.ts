import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { PutRolePolicyCommand, IAMClient } from '@aws-sdk/client-iam';
import {
  CreateGrantCommand,
  DecryptCommand,
  EncryptCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListGrantsCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ServiceActor } from '../../src/contract/operation.ts';
import { errandService, sendErrand } from '../errands.ts';
import { newUser, policyText, type Statement } from '../identities.ts';
import { newRole } from '../roles.ts';
import { freshAccount, startServer, type TestServer } from '../server.ts';
import { bytes, newKey, type OwnKey } from '../services/kms/keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [errandService] });
});
afterAll(() => server.close());

const DENIED = { name: 'AccessDeniedException' };
const ALL_OF_KMS = { Effect: 'Allow', Action: 'kms:*', Resource: '*' } as const;

async function put({ kms, id: KeyId, account }: OwnKey, ...more: readonly Statement[]) {
  const root = { AWS: `arn:aws:iam::${account}:root` };
  const Policy = policyText({ ...ALL_OF_KMS, Principal: root }, ...more);
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
}

/** The account's newest record of an operation. */
async function recordOf(account: string, AttributeValue: string) {
  const trail = new CloudTrailClient(server.client(account));
  const LookupAttributes = [{ AttributeKey: 'EventName' as const, AttributeValue }];
  const { Events } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
  return JSON.parse(Events?.[0]?.CloudTrailEvent ?? '{}');
}

function encrypting(KeyId: string, EncryptionContext?: Record<string, string>) {
  return { operation: 'Encrypt', input: { KeyId, Plaintext: bytes('x'), EncryptionContext } };
}

test('for the caller: kms:ViaService lets pass what a direct call may not do', async () => {
  const key = await newKey(server);
  const Condition = { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } };
  const config = await newUser(server, key.account, 'ann', {
    allow: [{ ...ALL_OF_KMS, Condition }],
  });
  const ann = new KMSClient(config);
  const Plaintext = bytes('x');
  const { CiphertextBlob } = await key.kms.send(new EncryptCommand({ KeyId: key.id, Plaintext }));
  await expect(ann.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject(DENIED);
  const decrypt = { operation: 'Decrypt', input: { CiphertextBlob } };
  const opened = await sendErrand(config, { ...decrypt, options: { via: 's3' } });
  expect(opened).toMatchObject({ KeyId: key.arn, Plaintext: `base64:${btoa('x')}` });
  await expect(sendErrand(config, { ...decrypt, options: { via: 'ec2' } })).rejects.toMatchObject(
    DENIED,
  );
});

test('for the caller: the record names both, and the service in place of the address', async () => {
  const key = await newKey(server);
  const config = await newUser(server, key.account, 'ann', { allow: [ALL_OF_KMS] });
  await sendErrand(config, { ...encrypting(key.id), options: { via: 's3' } });
  const record = await recordOf(key.account, 'Encrypt');
  expect(record).toMatchObject({
    eventSource: 'kms.amazonaws.com',
    userIdentity: {
      type: 'IAMUser',
      userName: 'ann',
      accountId: key.account,
      invokedBy: 's3.amazonaws.com',
    },
    sourceIPAddress: 's3.amazonaws.com',
    userAgent: 's3.amazonaws.com',
  });
  expect(record).not.toHaveProperty('tlsDetails');
  const outer = await recordOf(key.account, 'PutRecord');
  expect(outer.userIdentity).not.toHaveProperty('invokedBy');
  expect(outer.sourceIPAddress).toBe('127.0.0.1');
  expect(outer.requestID).toBe(record.requestID);
  expect(outer.eventID).not.toBe(record.eventID);
});

test('for the caller: policies see the way the call came', async () => {
  const key = await newKey(server);
  const conditions: readonly [string, object, boolean][] = [
    ['through a service', { Bool: { 'aws:ViaAWSService': 'true' } }, true],
    ['directly', { Bool: { 'aws:ViaAWSService': 'false' } }, false],
    ['first', { StringEquals: { 'aws:CalledViaFirst': 's3.amazonaws.com' } }, true],
    ['last', { StringEquals: { 'aws:CalledViaLast': 's3.amazonaws.com' } }, true],
    ['any', { 'ForAnyValue:StringEquals': { 'aws:CalledVia': ['s3.amazonaws.com'] } }, true],
    ['other', { 'ForAnyValue:StringEquals': { 'aws:CalledVia': ['ec2.amazonaws.com'] } }, false],
    ['no address', { Null: { 'aws:SourceIp': 'true' } }, true],
    ['account', { StringEquals: { 'kms:CallerAccount': key.account } }, true],
    ['no service itself', { Bool: { 'aws:PrincipalIsAWSService': 'false' } }, true],
  ];
  let ran = 0;
  for (const [name, Condition, allowed] of conditions) {
    const config = await newUser(server, key.account, `user-${ran}`, {
      allow: [{ ...ALL_OF_KMS, Condition }],
    });
    const sent = sendErrand(config, { ...encrypting(key.id), options: { via: 's3' } });
    if (allowed) await expect(sent, name).resolves.toMatchObject({ KeyId: key.arn });
    else await expect(sent, name).rejects.toMatchObject(DENIED);
    ran += 1;
  }
  expect(ran).toBe(9);
});

test('in its own name: only the resource policy speaks, and may ask what for', async () => {
  const key = await newKey(server);
  const sourceArn = `arn:aws:sns:us-east-1:${key.account}:topic`;
  await put(key, {
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'kms:Encrypt',
    Resource: '*',
    Condition: {
      ArnEquals: { 'aws:SourceArn': sourceArn },
      StringEquals: { 'aws:SourceAccount': key.account },
      Bool: { 'aws:PrincipalIsAWSService': 'true' },
      Null: { 'aws:SourceIp': 'true', 'kms:ViaService': 'true' },
    },
  });
  // Whose call it is does not matter: the caller has no permission at all.
  const config = await newUser(server, key.account, 'ann');
  const send = (as: ServiceActor) => sendErrand(config, { ...encrypting(key.id), options: { as } });
  await send({ principal: 'sns.amazonaws.com', sourceArn });
  const record = await recordOf(key.account, 'Encrypt');
  expect(record).toMatchObject({
    sourceIPAddress: 'sns.amazonaws.com',
    userAgent: 'sns.amazonaws.com',
    recipientAccountId: key.account,
  });
  expect(record.userIdentity).toEqual({ type: 'AWSService', invokedBy: 'sns.amazonaws.com' });
  const wrong: readonly ServiceActor[] = [
    { principal: 'sns.amazonaws.com' },
    { principal: 'sns.amazonaws.com', sourceArn: `${sourceArn}2` },
    { principal: 'sqs.amazonaws.com', sourceArn },
  ];
  for (const as of wrong) await expect(send(as)).rejects.toMatchObject(DENIED);
  expect(wrong).toHaveLength(3);
  await expect(send({ principal: 'sqs.amazonaws.com', sourceArn })).rejects.toMatchObject({
    message:
      `User: sqs.amazonaws.com is not authorized to perform: kms:Encrypt on resource: ${key.arn} ` +
      'because no resource-based policy allows the kms:Encrypt action',
  });
});

test('in its own name: for another account, whose names and records it uses', async () => {
  const key = await newKey(server);
  await put(key, {
    Effect: 'Allow',
    Principal: { Service: 'sns.amazonaws.com' },
    Action: 'kms:Encrypt',
    Resource: '*',
  });
  const elsewhere = await newUser(server, freshAccount(), 'far');
  const as = { principal: 'sns.amazonaws.com', account: key.account };
  await sendErrand(elsewhere, { ...encrypting(key.id), options: { as } });
  const record = await recordOf(key.account, 'Encrypt');
  expect(record.userIdentity.invokedBy).toBe('sns.amazonaws.com');
});

test('in its own name: a grant lets a service use a key for one resource', async () => {
  const key = await newKey(server);
  const SourceArn = `arn:aws:dynamodb:us-east-1:${key.account}:table/t`;
  const principal = 'dynamodb.amazonaws.com';
  const { GrantId } = await key.kms.send(
    new CreateGrantCommand({
      KeyId: key.id,
      GranteeServicePrincipal: principal,
      RetiringServicePrincipal: principal,
      Operations: ['Encrypt', 'DescribeKey'],
      Constraints: { SourceArn, EncryptionContextSubset: { table: 't' } },
    }),
  );
  const config = await newUser(server, key.account, 'ann');
  const act = (as: ServiceActor, operation: string, input: object) =>
    sendErrand(config, { operation, input, options: { as } });
  const encrypt = (as: ServiceActor, context: Record<string, string>) => {
    const { operation, input } = encrypting(key.id, context);
    return act(as, operation, input);
  };
  const table = { principal, sourceArn: SourceArn };
  await encrypt(table, { table: 't' });
  await expect(encrypt(table, { table: 'u' })).rejects.toMatchObject(DENIED);
  await expect(encrypt({ principal }, { table: 't' })).rejects.toMatchObject(DENIED);
  const other = { principal, sourceArn: `${SourceArn}2` };
  await expect(encrypt(other, { table: 't' })).rejects.toMatchObject(DENIED);
  await expect(
    encrypt({ principal: 'rds.amazonaws.com', sourceArn: SourceArn }, { table: 't' }),
  ).rejects.toMatchObject(DENIED);
  const shown = {
    GranteeServicePrincipal: principal,
    RetiringServicePrincipal: principal,
    Constraints: { SourceArn, EncryptionContextSubset: { table: 't' } },
  };
  const { Grants } = await key.kms.send(new ListGrantsCommand({ KeyId: key.id }));
  expect(Grants?.[0]).toMatchObject(shown);
  expect(Grants?.[0]).not.toHaveProperty('GranteePrincipal');
  const retirable = { RetiringServicePrincipal: principal };
  const listed = await act({ principal }, 'ListRetirableGrants', retirable);
  expect(listed).toMatchObject({ Grants: [{ GrantId, KeyId: key.arn }], Truncated: false });
  await expect(
    act({ principal: 'rds.amazonaws.com' }, 'ListRetirableGrants', retirable),
  ).rejects.toMatchObject(DENIED);
  await act({ principal }, 'RetireGrant', { KeyId: key.arn, GrantId });
  await expect(encrypt(table, { table: 't' })).rejects.toMatchObject(DENIED);
});

test('for the caller: a service makes grants to itself, which only it may ask for', async () => {
  const key = await newKey(server);
  const config = await newUser(server, key.account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'kms:CreateGrant',
        Resource: '*',
        Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } },
      },
    ],
  });
  const input = {
    KeyId: key.arn,
    GranteePrincipal: 'rds.us-east-1.amazonaws.com',
    RetiringPrincipal: 'rds.us-east-1.amazonaws.com',
    Operations: ['Encrypt' as const],
  };
  await expect(new KMSClient(config).send(new CreateGrantCommand(input))).rejects.toMatchObject(
    DENIED,
  );
  await sendErrand(config, { operation: 'CreateGrant', input, options: { via: 'rds' } });
  const { Grants } = await key.kms.send(new ListGrantsCommand({ KeyId: key.id }));
  expect(Grants?.[0]?.GranteePrincipal).toBe('rds.us-east-1.amazonaws.com');
  const as = { principal: 'rds.amazonaws.com' };
  await sendErrand(config, { ...encrypting(key.id), options: { as } });
});

test('as a role: its trust must name the service, its policies decide', async () => {
  const key = await newKey(server);
  const { account } = key;
  const Service = 'lambda.amazonaws.com';
  const role = await newRole(server, account, 'works', { Service });
  const config = await newUser(server, account, 'ann');
  const as = {
    principal: Service,
    sourceArn: `arn:aws:lambda:us-east-1:${account}:function:f`,
    role: { arn: role, sessionName: 'fn' },
  };
  const send = (actor: ServiceActor) =>
    sendErrand(config, { ...encrypting(key.id), options: { as: actor } });
  await expect(send(as)).rejects.toMatchObject({
    message: expect.stringContaining(
      `User: arn:aws:sts::${account}:assumed-role/works/fn is not authorized to perform: kms:Encrypt`,
    ),
  });
  const iam = new IAMClient(server.client(account));
  const PolicyDocument = policyText(ALL_OF_KMS);
  await iam.send(
    new PutRolePolicyCommand({ RoleName: 'works', PolicyName: 'kms', PolicyDocument }),
  );
  await send(as);
  expect(await recordOf(account, 'Encrypt')).toMatchObject({
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:aws:sts::${account}:assumed-role/works/fn`,
      invokedBy: Service,
    },
    sourceIPAddress: Service,
    userAgent: Service,
  });
  expect(await recordOf(account, 'AssumeRole')).toMatchObject({
    userIdentity: { type: 'AWSService', invokedBy: Service },
    requestParameters: { roleArn: role, roleSessionName: 'fn' },
  });
  await expect(send({ ...as, principal: 'ecs.amazonaws.com' })).rejects.toMatchObject({
    name: 'AccessDenied',
  });
});

test('as a role of its own: it has what grants give it, and nobody else is it', async () => {
  const key = await newKey(server);
  const { account } = key;
  const ownRole = { name: 'aws:ec2-infrastructure', sessionName: 'i-1' } as const;
  const arn = `arn:aws:sts::${account}:assumed-role/${ownRole.name}/i-1`;
  const config = await newUser(server, account, 'ann');
  const as = { principal: 'ec2.amazonaws.com', account, ownRole };
  const send = (actor: ServiceActor) =>
    sendErrand(config, { ...encrypting(key.id), options: { as: actor } });
  await expect(send(as)).rejects.toMatchObject({
    message: expect.stringContaining(`User: ${arn} is not authorized to perform: kms:Encrypt`),
  });
  const grant = { KeyId: key.id, GranteePrincipal: arn, Operations: ['Encrypt' as const] };
  await key.kms.send(new CreateGrantCommand(grant));
  await send(as);
  expect((await recordOf(account, 'Encrypt')).userIdentity).toMatchObject({
    type: 'AssumedRole',
    principalId: `${account}:aws:ec2-infrastructure:i-1`,
    arn,
    accountId: account,
  });
  const other = { ...ownRole, sessionName: 'i-2' };
  await expect(send({ ...as, ownRole: other })).rejects.toMatchObject(DENIED);
});

test('for the caller: another host may stand in records, and the way stays the same', async () => {
  const key = await newKey(server);
  const Condition = { StringEquals: { 'kms:ViaService': 'ec2.us-east-1.amazonaws.com' } };
  const allow = [{ ...ALL_OF_KMS, Condition }];
  const config = await newUser(server, key.account, 'ann', { allow });
  const options = { via: 'ec2', host: 'ec2-frontend-api.amazonaws.com' };
  await sendErrand(config, { ...encrypting(key.id), options });
  expect(await recordOf(key.account, 'Encrypt')).toMatchObject({
    userIdentity: { userName: 'ann', invokedBy: options.host },
    sourceIPAddress: options.host,
  });
});

test('what is denied to a nested call is recorded, and undoes the call around it', async () => {
  const key = await newKey(server);
  const config = await newUser(server, key.account, 'ann');
  await expect(
    sendErrand(config, {
      operation: 'PutKeyPolicy',
      input: { KeyId: key.id, Policy: policyText(ALL_OF_KMS) },
      options: { via: 's3' },
    }),
  ).rejects.toMatchObject(DENIED);
  expect((await recordOf(key.account, 'PutKeyPolicy')).errorCode).toBe('AccessDeniedException');
  expect((await recordOf(key.account, 'PutRecord')).errorCode).toBe('AccessDeniedException');
  const { Policy } = await key.kms.send(new GetKeyPolicyCommand({ KeyId: key.id }));
  expect(JSON.parse(Policy ?? '{}').Id).toBe('key-default-1');
});
