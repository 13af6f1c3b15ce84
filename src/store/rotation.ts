// Replacing the root key. Data keys are wrapped anew; what they encrypt stays as it is.
//
// First the store notes the next key's check and, sealed by the next key, the present one: from
// then on either key opens it. Then all data keys are wrapped by the next key and it becomes the
// present one, in one transaction. A start with the next key ends what a crash cut short.
import { randomBytes } from 'node:crypto';
import { equalSecrets } from '../core/secret.ts';
import type { RootKey, RootKeyProvider } from '../crypto/root-key.ts';
import { rootKeyCheck } from '../crypto/root-key.ts';
import { rewrap, seal, unseal } from '../crypto/sealing.ts';
import type { ScopeKeyRow } from './sqlite/messages.ts';

const SALT_BYTES = 16;
const BRIDGE = ['the root key before'];

/** What tells one store from another, and the key that opens it. */
export interface Identity {
  readonly isNew: boolean;
  readonly salt: Buffer;
  readonly rootKey: RootKey;
  /** Tells the root key from others. */
  readonly check: string;
  /** Set when the data keys are wrapped by this one still: a rotation was cut short. */
  readonly from?: RootKey;
}

/** Entries of the store's `meta`, undefined for those that go, and wrapped keys to replace. */
export interface KeyChange {
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly keys: readonly ScopeKeyRow[];
}

type ReadMeta = (name: string) => string | undefined;

export async function newIdentity(provider: RootKeyProvider): Promise<Identity> {
  const salt = randomBytes(SALT_BYTES);
  const rootKey = await provider.open({ isNew: true, salt });
  return { isNew: true, salt, rootKey, check: rootKeyCheck(rootKey, salt) };
}

/** Opens a store's root key: the present one, or the next one of a rotation that has begun. */
export async function openIdentity(meta: ReadMeta, provider: RootKeyProvider): Promise<Identity> {
  const present = await tryKey(meta('salt'), meta('rootKeyCheck'), provider);
  if (present !== undefined) return present;
  const next = await tryKey(meta('nextSalt'), meta('nextRootKeyCheck'), provider);
  const bridge = meta('rootKeyBridge');
  if (next !== undefined && bridge !== undefined) {
    return { ...next, from: unseal(next.rootKey, BRIDGE, Buffer.from(bridge, 'base64')) };
  }
  throw new Error(
    'The root key is not the one this data was made with. Nothing was changed; ' +
      'give the right key, or use another data directory.',
  );
}

async function tryKey(
  saltText: string | undefined,
  check: string | undefined,
  provider: RootKeyProvider,
): Promise<Identity | undefined> {
  if (saltText === undefined || check === undefined) return undefined;
  const salt = Buffer.from(saltText, 'hex');
  const rootKey = await provider.open({ isNew: false, salt });
  if (!equalSecrets(rootKeyCheck(rootKey, salt), check)) return undefined;
  return { isNew: false, salt, rootKey, check };
}

/** The first step: both keys open the store. */
export function begunRotation(present: RootKey, next: Identity): KeyChange {
  return {
    keys: [],
    meta: {
      nextSalt: next.salt.toString('hex'),
      nextRootKeyCheck: next.check,
      rootKeyBridge: seal(next.rootKey, BRIDGE, present).toString('base64'),
    },
  };
}

/** The second step: the next key alone does. */
export function endedRotation(
  present: RootKey,
  next: Identity,
  rows: readonly ScopeKeyRow[],
): KeyChange {
  return {
    keys: rows.map(({ scope, wrapped }) => ({
      scope,
      wrapped: rewrap(present, next.rootKey, scope, wrapped),
    })),
    meta: {
      ...identityMeta(next),
      nextSalt: undefined,
      nextRootKeyCheck: undefined,
      rootKeyBridge: undefined,
    },
  };
}

export function identityMeta(identity: Identity): Readonly<Record<string, string>> {
  return { salt: identity.salt.toString('hex'), rootKeyCheck: identity.check };
}
