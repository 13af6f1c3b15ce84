import { CreateRoleCommand, IAMClient, ListUsersCommand } from '@aws-sdk/client-iam';
import {
  AssumeRoleCommand,
  type Credentials,
  GetSessionTokenCommand,
  STSClient,
} from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { newDevice } from '../../mfa.ts';
import { type ClientConfig, freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const WRONG = {
  name: 'AccessDenied',
  message: 'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
};

function as(config: ClientConfig, made: Credentials | undefined): ClientConfig {
  return {
    ...config,
    credentials: {
      accessKeyId: made?.AccessKeyId ?? '',
      secretAccessKey: made?.SecretAccessKey ?? '',
      sessionToken: made?.SessionToken ?? '',
    },
  };
}

test("GetSessionToken: a code of the user's device gives a session with MFA, once", async () => {
  const account = freshAccount();
  const root = new IAMClient(server.client(account));
  const config = await newUser(server, account, 'ann', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'iam:ListUsers',
        Resource: '*',
        Condition: {
          Bool: { 'aws:MultiFactorAuthPresent': 'true' },
          NumericLessThan: { 'aws:MultiFactorAuthAge': '60' },
        },
      },
    ],
  });
  const device = await newDevice(root, 'phone', 'ann');
  await expect(new IAMClient(config).send(new ListUsersCommand({}))).rejects.toMatchObject({
    name: 'AccessDenied',
  });
  const command = new GetSessionTokenCommand({
    SerialNumber: device.serial,
    TokenCode: device.nextCode(),
  });
  const { Credentials: made } = await new STSClient(config).send(command);
  const iam = new IAMClient(as(config, made));
  await iam.send(new ListUsersCommand({}));
  await expect(new STSClient(config).send(command)).rejects.toMatchObject(WRONG);
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 61_000);
  await expect(iam.send(new ListUsersCommand({}))).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('AssumeRole: a role may ask for MFA', async () => {
  const account = freshAccount();
  const root = new IAMClient(server.client(account));
  const allow = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }] as const;
  const config = await newUser(server, account, 'ann', { allow });
  const device = await newDevice(root, 'phone', 'ann');
  const { Role } = await root.send(
    new CreateRoleCommand({
      RoleName: 'guarded',
      AssumeRolePolicyDocument: policyText({
        Effect: 'Allow',
        Principal: { AWS: account },
        Action: 'sts:AssumeRole',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    }),
  );
  const assume = (more: object) =>
    new STSClient(config).send(
      new AssumeRoleCommand({ RoleArn: Role?.Arn, RoleSessionName: 'session', ...more }),
    );
  await expect(assume({})).rejects.toMatchObject({ name: 'AccessDenied' });
  const SerialNumber = device.serial;
  await expect(assume({ SerialNumber })).rejects.toMatchObject({
    message:
      'MultiFactorAuthentication failed, must provide both MFA serial number and one time pass ' +
      'code. ',
  });
  await expect(assume({ SerialNumber, TokenCode: '000000' })).rejects.toMatchObject(WRONG);
  const TokenCode = device.nextCode();
  await assume({ SerialNumber, TokenCode });
  await expect(assume({ SerialNumber, TokenCode })).rejects.toMatchObject(WRONG);
});

test("AssumeRole: somebody else's device proves nothing, and guessing ends", async () => {
  const account = freshAccount();
  const root = new IAMClient(server.client(account));
  const allow = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }] as const;
  const ann = await newUser(server, account, 'ann', { allow });
  const bob = await newUser(server, account, 'bob', { allow });
  const device = await newDevice(root, 'phone', 'ann');
  const get = (config: ClientConfig, TokenCode: string) =>
    new STSClient(config).send(
      new GetSessionTokenCommand({ SerialNumber: device.serial, TokenCode }),
    );
  await expect(get(bob, device.nextCode())).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      'MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA ' +
      'serial number is valid and associated with this user.',
  });
  const wrong = device.nextCode() === '000000' ? '000001' : '000000';
  for (let tries = 0; tries < 10; tries += 1) {
    await expect(get(ann, wrong)).rejects.toMatchObject(WRONG);
  }
  await expect(get(ann, device.nextCode())).rejects.toMatchObject(WRONG);
});
