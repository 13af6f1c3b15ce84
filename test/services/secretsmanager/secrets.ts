import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { freshAccount, type TestServer } from '../../server.ts';

export interface Owner {
  readonly account: string;
  /** A client of the account's root. */
  readonly client: SecretsManagerClient;
}

/** An account of its own, with a client of its root. */
export function newOwner(server: TestServer, region = 'us-east-1'): Owner {
  const account = freshAccount();
  return { account, client: new SecretsManagerClient(server.client(account, region)) };
}

/** A version's id, which tests need not make up in full. */
export function token(name: string): string {
  return name.padEnd(32, '0');
}
