import type { Collection } from '../../contract/collection.ts';

/** A long-term access key. */
export interface AccessKey {
  readonly secretAccessKey: string;
  readonly active: boolean;
  /** Milliseconds. */
  readonly created: number;
}

export const rootAccessKeys: Collection<AccessKey> = {
  name: 'iam.rootAccessKey',
  scope: 'account',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Which account an access key belongs to. */
export interface AccessKeyOwner {
  readonly account: string;
}

export const accessKeyOwners: Collection<AccessKeyOwner> = {
  name: 'iam.accessKeyOwner',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export const GLOBAL_SCOPE = { account: '', region: '' } as const;

/** The scope of an account's identities, which have no Region. */
export function accountScope(account: string) {
  return { account, region: 'us-east-1' } as const;
}
