import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateFunctionCommand,
  type CreateFunctionCommandInput,
  InvokeCommand,
  type InvokeCommandInput,
  LambdaClient,
} from '@aws-sdk/client-lambda';
import { policyText, type Statement } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import type { TestServer } from '../../server.ts';
import { type ArchiveFile, zipOf } from './archives.ts';

/** A role that Lambda may assume, and what it may do. Gives its ARN. */
export async function executionRole(
  server: TestServer,
  account: string,
  name = 'runs',
  ...allow: readonly Statement[]
): Promise<string> {
  const arn = await newRole(server, account, name, { Service: 'lambda.amazonaws.com' });
  if (allow.length > 0) {
    await new IAMClient(server.client(account)).send(
      new PutRolePolicyCommand({
        RoleName: name,
        PolicyName: 'own',
        PolicyDocument: policyText(...allow),
      }),
    );
  }
  return arn;
}

type More = Partial<CreateFunctionCommandInput> & { readonly file: ArchiveFile };

/** Makes a function of one file; its role is made when none is given. */
export async function newFunction(
  server: TestServer,
  account: string,
  FunctionName: string,
  { file, ...more }: More,
): Promise<LambdaClient> {
  const lambda = new LambdaClient(server.client(account));
  const Role = more.Role ?? (await executionRole(server, account, `${FunctionName}-role`));
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Code: { ZipFile: zipOf(file) },
      ...more,
      Role,
    }),
  );
  return lambda;
}

export function python(text: string) {
  return {
    Runtime: 'python3.11',
    Handler: 'app.handler',
    file: { name: 'app.py', text },
  } as const;
}

export function node(text: string) {
  return {
    Runtime: 'nodejs20.x',
    Handler: 'index.handler',
    file: { name: 'index.mjs', text },
  } as const;
}

export function bash(text: string) {
  return {
    Runtime: 'provided.al2023',
    Handler: 'bootstrap',
    file: { name: 'bootstrap', text: `#!/bin/bash\n${text}`, mode: 0o100755 },
  } as const;
}

/** Invokes and reads what came back. */
export async function invoke(
  lambda: LambdaClient,
  FunctionName: string,
  event: unknown = {},
  more: Partial<InvokeCommandInput> = {},
) {
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName, Payload: JSON.stringify(event), ...more }),
  );
  const payload: unknown = JSON.parse(answer.Payload?.transformToString() || 'null');
  const log = Buffer.from(answer.LogResult ?? '', 'base64').toString('utf8');
  return { answer, payload, log };
}
