import { CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, type AssumeRoleCommandInput, STSClient } from '@aws-sdk/client-sts';
import { newUser, policyText } from './identities.ts';
import type { ClientConfig, TestServer } from './server.ts';

/** Makes a role that trusts its whole account, or who is given; gives its ARN. */
export async function newRole(
  server: TestServer,
  account: string,
  RoleName: string,
  Principal: object = { AWS: `arn:aws:iam::${account}:root` },
): Promise<string> {
  const iam = new IAMClient(server.client(account));
  const AssumeRolePolicyDocument = policyText({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
  });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  return Role?.Arn ?? '';
}

/** What a client acts with as a session of the role, assumed by a user made for it. */
export async function sessionOf(
  server: TestServer,
  account: string,
  RoleArn: string,
  RoleSessionName: string,
  more: Partial<AssumeRoleCommandInput> = {},
): Promise<ClientConfig> {
  const config = await newUser(server, account, `assumes-${RoleSessionName}`, {
    allow: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: RoleArn }],
  });
  const { Credentials } = await new STSClient(config).send(
    new AssumeRoleCommand({ RoleArn, RoleSessionName, ...more }),
  );
  const accessKeyId = Credentials?.AccessKeyId ?? '';
  const secretAccessKey = Credentials?.SecretAccessKey ?? '';
  const sessionToken = Credentials?.SessionToken ?? '';
  return { ...config, credentials: { accessKeyId, secretAccessKey, sessionToken } };
}
