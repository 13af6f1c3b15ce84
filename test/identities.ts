import {
  AttachUserPolicyCommand,
  CreateAccessKeyCommand,
  CreateUserCommand,
  IAMClient,
  PutUserPolicyCommand,
} from '@aws-sdk/client-iam';
import type { ClientConfig, TestServer } from './server.ts';

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly [element: string]: unknown;
}

/** A policy document of statements. */
export function policyText(...Statement: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}

export interface UserOptions {
  /** Inline policies, one for each statement list. */
  readonly allow?: readonly Statement[];
  readonly attached?: readonly string[];
  readonly region?: string;
}

/** Makes a user with an access key; gives what a client acts with as that user. */
export async function newUser(
  server: TestServer,
  account: string,
  name: string,
  options: UserOptions = {},
): Promise<ClientConfig> {
  const iam = new IAMClient(server.client(account));
  await iam.send(new CreateUserCommand({ UserName: name }));
  if (options.allow !== undefined) {
    const PolicyDocument = policyText(...options.allow);
    await iam.send(new PutUserPolicyCommand({ UserName: name, PolicyName: 'own', PolicyDocument }));
  }
  for (const PolicyArn of options.attached ?? []) {
    await iam.send(new AttachUserPolicyCommand({ UserName: name, PolicyArn }));
  }
  const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: name }));
  const accessKeyId = AccessKey?.AccessKeyId ?? '';
  const secretAccessKey = AccessKey?.SecretAccessKey ?? '';
  const config = server.client(account, options.region);
  return { ...config, credentials: { accessKeyId, secretAccessKey } };
}
