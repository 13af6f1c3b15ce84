import { AddPermissionCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { SignatureV4 } from '@smithy/signature-v4';
import type { ClientConfig } from '../../server.ts';
import { Sha256 } from '../../sha256.ts';

/** What the console does for a public URL. */
export async function openToAll(lambda: LambdaClient, FunctionName: string): Promise<void> {
  const common = { FunctionName, Principal: '*' };
  await lambda.send(
    new AddPermissionCommand({
      ...common,
      StatementId: 'url',
      Action: 'lambda:InvokeFunctionUrl',
      FunctionUrlAuthType: 'NONE',
    }),
  );
  await lambda.send(
    new AddPermissionCommand({
      ...common,
      StatementId: 'function',
      Action: 'lambda:InvokeFunction',
      InvokedViaFunctionUrl: true,
    }),
  );
}

export async function signedGet(
  url: string,
  config: ClientConfig,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { hostname, pathname, host } = new URL(url);
  const signer = new SignatureV4({
    service: 'lambda',
    region: config.region,
    credentials: config.credentials,
    sha256: Sha256,
  });
  const { headers } = await signer.sign({
    method: 'GET',
    protocol: 'http:',
    hostname,
    path: pathname,
    headers: { host },
  });
  return fetch(url, { headers: { ...headers, ...more } });
}
