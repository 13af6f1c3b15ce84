import type { KeySpec, KeyUsageType, OriginType } from '../../../models/kms/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';
import type { KeyState } from './domain/key-state.ts';
import type { MaterialDocument } from './domain/material.ts';
import type { TagPair } from './domain/tag-rules.ts';

/** One version of a key's material. Its secret is a document of its own, found by `materialDocumentId`. */
export interface MaterialEntry {
  readonly id: string;
  readonly created: Instant;
  /** How it replaced the one before it; absent for the first. */
  readonly rotation?: 'AUTOMATIC' | 'ON_DEMAND';
  /** Set for material that customers import. */
  readonly imported?: ImportedState;
}

/** What came with imported material. Without it (expired, deleted, or not imported in this Region yet) the key waits. */
export interface ImportedState {
  readonly isPresent: boolean;
  readonly description?: string;
  /** When it expires; absent when it does not. */
  readonly validTo?: Instant;
}

/** Everything about a key but its secrets. Policy, tags and alias names are part of it: one read decides a call. */
export interface KeyDocument {
  readonly id: string;
  readonly scope: Scope;
  readonly created: Instant;
  readonly description: string;
  readonly spec: KeySpec;
  readonly usage: KeyUsageType;
  readonly origin: OriginType;
  readonly manager: 'CUSTOMER' | 'AWS';
  readonly state: KeyState;
  readonly policy: BoundPolicy;
  readonly tags: readonly TagPair[];
  /** Set while the key has grants: whoever calls on a key without them is spared the search. */
  readonly hasGrants?: true;
  /** `alias/…` names that lead here, in order of creation. */
  readonly aliases: readonly string[];
  /** Oldest first; the last one encrypts. Empty while material is to be imported. Old ones are always readable. */
  readonly materials: readonly MaterialEntry[];
  /** Imported material that encrypts from the next rotation on. Not yet the key's for good. */
  readonly pending?: MaterialEntry;
  /** Set for multi-Region keys. */
  readonly multiRegion?: {
    readonly type: 'PRIMARY' | 'REPLICA';
    readonly primaryRegion: string;
    readonly replicaRegions: readonly string[];
  };
  readonly deletion?: {
    readonly windowDays: number;
    /** When it is deleted; absent while replicas are waited for. */
    readonly date?: Instant;
    /** When the deletion was asked for: from then on the key costs nothing. */
    readonly scheduled?: Instant;
  };
  /** Set for keys of custom key stores. */
  readonly store?: {
    readonly id: string;
    /** Of keys in external key stores. */
    readonly externalKeyId?: string;
    /** Of keys in hardware security modules, whose label there is the key's id. */
    readonly cluster?: string;
    /** The state that an unavailable key has again when its store is connected. */
    readonly state: 'Enabled' | 'Disabled';
  };
  /** Automatic rotation; kept while a key is pending deletion, so that cancelling resumes it. */
  readonly rotation?: { readonly periodDays: number; readonly next: Instant };
}

export interface AliasDocument {
  readonly name: string;
  readonly targetKeyId: string;
  readonly created: Instant;
  readonly updated: Instant;
}

/** Where a ciphertext's locator leads. Stays when its key is deleted. */
export interface LocatorDocument {
  readonly scope: Scope;
  readonly keyId: string;
  readonly materialId: string;
}

export const keys: Collection<KeyDocument> = {
  name: 'kms.keys',
  scope: 'regional',
  sealed: false,
  shape: 3,
  upgrades: {
    // Policies came to be bound to the unique ids of whom they name.
    1: (key) => ({ ...key, policy: { text: key['policy'] } }),
    // Bills came to ask since when a key waits for its deletion.
    2: withSchedule,
  },
  indexes: {
    store: ({ id, store }) =>
      store === undefined ? [] : [`${store.id}/${store.externalKeyId ?? ''}/${id}`],
  },
};

export const materials: Collection<MaterialDocument> = {
  name: 'kms.materials',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export const aliases: Collection<AliasDocument> = {
  name: 'kms.aliases',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { target: (alias) => [alias.targetKeyId] },
};

/** By the locator's hexadecimal digits. Global: a ciphertext does not say whose it is. */
export const locators: Collection<LocatorDocument> = {
  name: 'kms.locators',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

function withSchedule(key: JsonObject): JsonObject {
  const deletion = key['deletion'];
  if (!isJsonObject(deletion)) return key;
  const { date, windowDays } = deletion;
  if (typeof date !== 'number' || typeof windowDays !== 'number') return key;
  return { ...key, deletion: { ...deletion, scheduled: date - windowDays * DAY_MS } };
}

export function materialDocumentId(keyId: string, materialId: string): string {
  return `${keyId}/${materialId}`;
}

/** Stores a new material's secret and the way to it. The key's document must name it in the same unit. */
export function putMaterial(
  view: View,
  scope: Scope,
  materialId: string,
  material: MaterialDocument,
): void {
  const { keyId, locator } = material;
  view.put(materials, materialDocumentId(keyId, materialId), material);
  if (locator !== undefined) view.put(locators, locator, { scope, keyId, materialId });
}

/** The secret that a key's import tokens are encrypted under. */
export function importSecretId(keyId: string): string {
  return materialDocumentId(keyId, 'import');
}

export function currentMaterialId(key: KeyDocument): string | undefined {
  return key.materials.at(-1)?.id;
}
