import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CreatePolicyCommand,
  CreateUserCommand,
  DeleteUserCommand,
  IAMClient,
} from '@aws-sdk/client-iam';
import {
  CreateKeyCommand,
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetKeyPolicyCommand,
  KMSClient,
  ListKeyPoliciesCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText, type Statement } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { bytes, newKey, type OwnKey, textOf } from './keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ALL_OF_KMS = [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }] as const;

function put({ kms, id: KeyId }: OwnKey, ...statements: readonly Statement[]) {
  return kms.send(new PutKeyPolicyCommand({ KeyId, Policy: policyText(...statements) }));
}

function delegate(account: string): Statement {
  const Principal = { AWS: `arn:aws:iam::${account}:root` };
  return { Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' };
}

function encrypt(kms: KMSClient, KeyId: string, EncryptionContext?: Record<string, string>) {
  return kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x'), EncryptionContext }));
}

const denied = (message: string) => ({ name: 'AccessDeniedException', message });

test('GetKeyPolicy: the default delegates to the account', async () => {
  const { kms, id: KeyId, account } = await newKey(server);
  const { Policy, PolicyName } = await kms.send(new GetKeyPolicyCommand({ KeyId }));
  expect(PolicyName).toBe('default');
  expect(JSON.parse(Policy ?? '{}')).toEqual({
    Version: '2012-10-17',
    Id: 'key-default-1',
    Statement: [
      {
        Sid: 'Enable IAM User Permissions',
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  });
  const { PolicyNames } = await kms.send(new ListKeyPoliciesCommand({ KeyId }));
  expect(PolicyNames).toEqual(['default']);
});

test('a key policy that does not delegate: what IAM allows counts for nothing', async () => {
  const key = await newKey(server);
  const { account, arn } = key;
  const ann = new KMSClient(await newUser(server, account, 'ann', { allow: ALL_OF_KMS }));
  await encrypt(ann, arn);
  await put(key, {
    ...delegate(account),
    Principal: { AWS: account },
    Action: ['kms:PutKeyPolicy', 'kms:GetKeyPolicy'],
  });
  await expect(encrypt(ann, arn)).rejects.toMatchObject(
    denied(
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: kms:Encrypt on ` +
        `resource: ${arn} because no resource-based policy allows the kms:Encrypt action`,
    ),
  );
  // Not even the root may.
  await expect(encrypt(key.kms, arn)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('a key policy that delegates: IAM must allow, and an explicit deny wins', async () => {
  const key = await newKey(server);
  const { account, arn } = key;
  const ann = new KMSClient(await newUser(server, account, 'ann', { allow: ALL_OF_KMS }));
  const bob = new KMSClient(await newUser(server, account, 'bob'));
  await encrypt(ann, arn);
  const who = (name: string) =>
    `User: arn:aws:iam::${account}:user/${name} is not authorized to perform: kms:Encrypt on ` +
    `resource: ${arn}`;
  await expect(encrypt(bob, arn)).rejects.toMatchObject(
    denied(`${who('bob')} because no identity-based policy allows the kms:Encrypt action`),
  );
  await put(key, delegate(account), {
    Effect: 'Deny',
    Principal: { AWS: `arn:aws:iam::${account}:user/ann` },
    Action: 'kms:Encrypt',
    Resource: '*',
  });
  await expect(encrypt(ann, arn)).rejects.toMatchObject(
    denied(`${who('ann')} with an explicit deny in a resource-based policy`),
  );
});

test('a managed policy that denies: the text ends with its ARN', async () => {
  const { account, arn } = await newKey(server);
  const iam = new IAMClient(server.client(account));
  const PolicyDocument = policyText({ Effect: 'Deny', Action: 'kms:Encrypt', Resource: '*' });
  const made = await iam.send(new CreatePolicyCommand({ PolicyName: 'shut', PolicyDocument }));
  const attached = [made.Policy?.Arn ?? ''];
  const ann = new KMSClient(await newUser(server, account, 'ann', { allow: ALL_OF_KMS, attached }));
  await expect(encrypt(ann, arn)).rejects.toMatchObject(
    denied(
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: kms:Encrypt on ` +
        `resource: ${arn} with an explicit deny in an identity-based policy: ` +
        `arn:aws:iam::${account}:policy/shut`,
    ),
  );
});

test('a key policy that names a user: suffices alone, and not for a namesake', async () => {
  const key = await newKey(server);
  const { account, arn } = key;
  const iam = new IAMClient(server.client(account));
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  const statement: Statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:user/ann` },
    Action: 'kms:Encrypt',
    Resource: '*',
  };
  await put(key, delegate(account), statement);
  await iam.send(new DeleteUserCommand({ UserName: 'ann' }));
  const namesake = new KMSClient(await newUser(server, account, 'ann'));
  await expect(encrypt(namesake, arn)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  const { Policy } = await key.kms.send(new GetKeyPolicyCommand({ KeyId: arn }));
  expect(Policy).toMatch(/"AWS":"AIDA[A-Z2-7]{17}"/);
  await put(key, delegate(account), statement);
  await encrypt(namesake, arn);
});

test('conditions: the encryption context decides', async () => {
  const key = await newKey(server);
  const { account, arn } = key;
  const allow = [
    {
      Effect: 'Allow',
      Action: 'kms:*',
      Resource: '*',
      Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'red' } },
    },
  ] as const;
  const ann = new KMSClient(await newUser(server, account, 'ann', { allow }));
  await encrypt(ann, arn, { tenant: 'red', other: 'x' });
  await expect(encrypt(ann, arn, { tenant: 'blue' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  await expect(encrypt(ann, arn)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('kms:ViaService: a direct call does not come through a service', async () => {
  const { account, arn } = await newKey(server);
  const allow = [
    {
      Effect: 'Allow',
      Action: 'kms:*',
      Resource: '*',
      Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
    },
  ] as const;
  const ann = new KMSClient(await newUser(server, account, 'ann', { allow }));
  await expect(encrypt(ann, arn)).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('across accounts: key policy and identity policy must both allow; the key is not named', async () => {
  const key = await newKey(server);
  const { arn } = key;
  const away = freshAccount();
  const ann = new KMSClient(await newUser(server, away, 'ann', { allow: ALL_OF_KMS }));
  const bob = new KMSClient(await newUser(server, away, 'bob'));
  const hidden =
    ' on this resource because the resource does not exist in this Region, no resource-based ' +
    'policies allow access, or a resource-based policy explicitly denies access';
  const who = (name: string, action = 'kms:Encrypt') =>
    `User: arn:aws:iam::${away}:user/${name} is not authorized to perform: ${action}`;
  await expect(encrypt(ann, arn)).rejects.toMatchObject(denied(who('ann') + hidden));
  const missing = arn.replace(key.id, '00000000-0000-4000-8000-000000000000');
  await expect(encrypt(ann, missing)).rejects.toMatchObject(denied(who('ann') + hidden));
  await put(key, delegate(key.account), delegate(away));
  const sealed = await encrypt(ann, arn);
  expect(sealed.KeyId).toBe(arn);
  await expect(encrypt(bob, arn)).rejects.toMatchObject(
    denied(
      `${who('bob')} on this resource because no identity-based policy allows the kms:Encrypt ` +
        'action',
    ),
  );
  const { CiphertextBlob } = sealed;
  const opened = await ann.send(new DecryptCommand({ CiphertextBlob }));
  expect(textOf(opened.Plaintext)).toBe('x');
  await expect(bob.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject(
    denied(
      `${who('bob', 'kms:Decrypt')} on the resource associated with this ciphertext because no ` +
        'identity-based policy allows the kms:Decrypt action',
    ),
  );
  // Managing a key is for its own account alone.
  await expect(ann.send(new DisableKeyCommand({ KeyId: arn }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('across Regions: a ciphertext of another Region opens nothing, and tells nothing', async () => {
  const { kms, id: KeyId, account } = await newKey(server);
  const { CiphertextBlob } = await encrypt(kms, KeyId);
  const elsewhere = new KMSClient(server.client(account, 'eu-west-1'));
  await expect(elsewhere.send(new DecryptCommand({ CiphertextBlob }))).rejects.toMatchObject(
    denied(
      `User: arn:aws:iam::${account}:root is not authorized to perform: kms:Decrypt on the ` +
        'resource associated with this ciphertext because the resource does not exist in this ' +
        'Region, no resource-based policies allow access, or a resource-based policy explicitly ' +
        'denies access',
    ),
  );
});

test('PutKeyPolicy: refuses what is malformed, locks out, or names nobody', async () => {
  const key = await newKey(server);
  const { kms, id: KeyId, account } = key;
  await expect(
    kms.send(new PutKeyPolicyCommand({ KeyId, Policy: '{"a":1}' })),
  ).rejects.toMatchObject({ name: 'MalformedPolicyDocumentException' });
  await expect(put(key, { ...delegate(account), Action: 'kms:Encrypt' })).rejects.toMatchObject({
    name: 'MalformedPolicyDocumentException',
    message: 'The new key policy will not allow you to update the key policy in the future.',
  });
  const ghost = { AWS: `arn:aws:iam::${account}:user/ghost` };
  await expect(
    put(key, delegate(account), { ...delegate(account), Principal: ghost }),
  ).rejects.toMatchObject({
    name: 'MalformedPolicyDocumentException',
    message: 'Policy contains a statement with one or more invalid principals.',
  });
  const locked = policyText({ ...delegate(account), Action: 'kms:Encrypt' });
  await kms.send(
    new PutKeyPolicyCommand({ KeyId, Policy: locked, BypassPolicyLockoutSafetyCheck: true }),
  );
  await expect(kms.send(new GetKeyPolicyCommand({ KeyId }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
});

test('CreateKey: is for IAM to allow, and a policy of its own must not lock out', async () => {
  const account = freshAccount();
  const ann = new KMSClient(await newUser(server, account, 'ann'));
  await expect(ann.send(new CreateKeyCommand({}))).rejects.toMatchObject(
    denied(
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: kms:CreateKey ` +
        'because no identity-based policy allows the kms:CreateKey action',
    ),
  );
  const root = new KMSClient(server.client(account));
  const Policy = policyText({ ...delegate(account), Action: 'kms:Encrypt' });
  await expect(root.send(new CreateKeyCommand({ Policy }))).rejects.toMatchObject({
    name: 'MalformedPolicyDocumentException',
  });
});

test('a cross-account call: one record in each account, of one shared id, and nothing secret', async () => {
  const key = await newKey(server);
  const away = freshAccount();
  const config = await newUser(server, away, 'ann', { allow: ALL_OF_KMS });
  await put(key, delegate(key.account), delegate(away));
  const made = await new KMSClient(config).send(
    new GenerateDataKeyCommand({
      KeyId: key.arn,
      KeySpec: 'AES_256',
      EncryptionContext: { tenant: 'red' },
    }),
  );
  const records = await Promise.all(
    [away, key.account].map(async (account) => {
      const trail = new CloudTrailClient(server.client(account));
      const LookupAttributes = [
        { AttributeKey: 'EventName' as const, AttributeValue: 'GenerateDataKey' },
      ];
      const { Events } = await trail.send(new LookupEventsCommand({ LookupAttributes }));
      const text = Events?.[0]?.CloudTrailEvent ?? '{}';
      expect(text).not.toContain(Buffer.from(made.Plaintext ?? []).toString('base64'));
      expect(text).not.toContain(Buffer.from(made.CiphertextBlob ?? []).toString('base64'));
      return JSON.parse(text);
    }),
  );
  const [own, other] = records;
  expect(own).toMatchObject({
    eventSource: 'kms.amazonaws.com',
    readOnly: true,
    recipientAccountId: away,
    requestParameters: { keyId: key.arn, keySpec: 'AES_256', encryptionContext: { tenant: 'red' } },
    responseElements: null,
    additionalEventData: { keyMaterialId: made.KeyMaterialId },
    resources: [{ accountId: key.account, type: 'AWS::KMS::Key', ARN: key.arn }],
    userIdentity: { type: 'IAMUser', userName: 'ann', accountId: away },
  });
  expect(other.recipientAccountId).toBe(key.account);
  expect(other.sharedEventID).toBe(own.sharedEventID);
  expect(other.eventID).not.toBe(own.eventID);
});
