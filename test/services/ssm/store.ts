import { SSMClient } from '@aws-sdk/client-ssm';
import { freshAccount, type TestServer } from '../../server.ts';

/** Parameter Store of an account that nobody has used. */
export interface Store {
  readonly account: string;
  readonly ssm: SSMClient;
  arn(id: string): string;
}

export function newStore(server: TestServer, region = 'us-east-1'): Store {
  const account = freshAccount();
  return {
    account,
    ssm: new SSMClient(server.client(account, region)),
    arn: (id) => `arn:aws:ssm:${region}:${account}:parameter/${id}`,
  };
}
