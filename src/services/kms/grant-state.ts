import type { GrantOperation } from '../../../models/kms/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Cursor, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { GrantConstraints } from './domain/grant-constraints.ts';
import { keys, type KeyDocument } from './state.ts';

/** A principal of a grant. */
export interface GrantParty {
  /** As it was given: an ARN, or a service principal. */
  readonly name: string;
  /**
   * Whom it stands for: the unique id of a user, role or session, an account's number, or a service principal
   * without its Region.
   */
  readonly id: string;
  /** Given as a service principal, and shown as one. */
  readonly isService: boolean;
}

/** Lives beside its key, in the key's account and Region. */
export interface GrantDocument {
  readonly id: string;
  readonly keyId: string;
  readonly scope: Scope;
  readonly created: Instant;
  /** From then on it counts for those who don't bring a token of it. */
  readonly effective: Instant;
  readonly name?: string;
  readonly grantee: GrantParty;
  readonly retiring?: GrantParty;
  readonly operations: readonly GrantOperation[];
  readonly constraints: GrantConstraints;
  /** The account that made it. */
  readonly issuer: string;
  /** What its tokens hold. */
  readonly handle: string;
  /** Digest of what was asked for, where a name makes asking again safe. */
  readonly request?: string;
}

export const grants: Collection<GrantDocument> = {
  name: 'kms.grants',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    grantee: ({ keyId, grantee }) => [indexKey(keyId, grantee.id)],
    request: ({ keyId, request }) => (request === undefined ? [] : [indexKey(keyId, request)]),
  },
};

/** A key of the grants' indexes. The slash at the end keeps a role apart from its sessions. */
export function indexKey(first: string, second: string): string {
  return `${first}/${second}/`;
}

export function grantDocumentId(keyId: string, grantId: string): string {
  return `${keyId}/${grantId}`;
}

/** Where a grant's handle leads. Global: tokens, and those who may retire, don't say whose the key is. */
export interface GrantPlace {
  readonly scope: Scope;
  readonly keyId: string;
  readonly grantId: string;
  /** The id of the retiring principal. */
  readonly retiring?: string;
}

export const grantPlaces: Collection<GrantPlace> = {
  name: 'kms.grantPlaces',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {
    retiring: ({ retiring, scope }) =>
      retiring === undefined ? [] : [indexKey(scope.region, retiring)],
  },
};

/** How many grants a key has. Apart from the key, so that making a grant does not disturb the key's users. */
export interface GrantTally {
  readonly count: number;
}

export const grantTallies: Collection<GrantTally> = {
  name: 'kms.grantTallies',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Stores a new grant, and makes its key known as one that has some. */
export async function putGrant(view: View, key: KeyDocument, grant: GrantDocument): Promise<void> {
  const { id, keyId, scope, handle, retiring } = grant;
  view.put(grants, grantDocumentId(keyId, id), grant);
  view.put(grantPlaces, handle, {
    scope,
    keyId,
    grantId: id,
    ...(retiring === undefined ? {} : { retiring: retiring.id }),
  });
  const count = await grantsOn(view, keyId);
  view.put(grantTallies, keyId, { count: count + 1 });
  if (key.hasGrants !== true) view.put(keys, keyId, { ...key, hasGrants: true });
}

/** Deletes a grant; its tokens end with it. */
export async function deleteGrant(view: View, grant: GrantDocument): Promise<void> {
  const { keyId } = grant;
  forget(view, grant);
  const count = await grantsOn(view, keyId);
  if (count > 1) {
    view.put(grantTallies, keyId, { count: count - 1 });
    return;
  }
  view.delete(grantTallies, keyId);
  const key = await view.get(keys, keyId);
  if (key === undefined) return;
  const { hasGrants: _had, ...without } = key;
  view.put(keys, keyId, without);
}

const PAGE = 1_000;

/** Deletes every grant of a key that is itself deleted. */
export async function deleteGrantsOf(view: View, keyId: string): Promise<void> {
  const all: GrantDocument[] = [];
  let after: Cursor | undefined;
  do {
    const query = { prefix: `${keyId}/`, limit: PAGE, ...(after === undefined ? {} : { after }) };
    const { items, last } = await view.list(grants, query);
    all.push(...items.map(({ document }) => document));
    after = last;
  } while (after !== undefined);
  for (const grant of all) forget(view, grant);
  view.delete(grantTallies, keyId);
}

function forget(view: View, grant: GrantDocument): void {
  view.delete(grants, grantDocumentId(grant.keyId, grant.id));
  view.delete(grantPlaces, grant.handle);
}

export async function grantsOn(view: View, keyId: string): Promise<number> {
  return (await view.get(grantTallies, keyId))?.count ?? 0;
}
