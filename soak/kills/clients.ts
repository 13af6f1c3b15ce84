import { IAMClient } from '@aws-sdk/client-iam';
import { KMSClient } from '@aws-sdk/client-kms';
import { STSClient } from '@aws-sdk/client-sts';

export const REGION = 'us-east-1';
/** The account that owns everything, and one that is let in by key policies. */
export const OWNER = '111111111111';
export const GUEST = '222222222222';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** AWS's clients, pointed at the server of one round. */
export class Clients {
  readonly kms: KMSClient;
  readonly guest: KMSClient;
  readonly iam: IAMClient;
  readonly #url: string;
  readonly #others: { destroy(): void }[] = [];

  constructor(url: string) {
    this.#url = url;
    this.kms = this.kmsOf(rootOf(OWNER));
    this.guest = this.kmsOf(rootOf(GUEST));
    this.iam = this.#kept(new IAMClient(this.#config(rootOf(OWNER))));
  }

  kmsOf(credentials: Credentials): KMSClient {
    return this.#kept(new KMSClient(this.#config(credentials)));
  }

  stsOf(credentials: Credentials): STSClient {
    return this.#kept(new STSClient(this.#config(credentials)));
  }

  destroy(): void {
    for (const client of this.#others) client.destroy();
  }

  #config(credentials: Credentials) {
    return { endpoint: this.#url, region: REGION, credentials, maxAttempts: 1 };
  }

  #kept<T extends { destroy(): void }>(client: T): T {
    this.#others.push(client);
    return client;
  }
}

/** In dev mode an account's number is its root's access key. */
function rootOf(account: string): Credentials {
  return { accessKeyId: account, secretAccessKey: 'dev' };
}
