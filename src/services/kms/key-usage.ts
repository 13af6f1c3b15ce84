import type { KeyLastUsageTrackingOperation } from '../../../models/kms/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { TrailFollower } from '../../contract/follower.ts';
import type { ResolveContext } from '../../contract/operation.ts';
import type { Resolved } from '../../contract/resource.ts';
import type { StoredRecord, TrailReader } from '../../contract/trail.ts';
import type { View } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { factsOf } from '../../core/record-facts.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import type { Conditions } from './conditions.ts';
import { dependencyTimeout } from './errors.ts';
import { KMS } from './metered-request.ts';
import type { KeyDocument } from './state.ts';

/**
 * When keys were used last, derived from the audit trail: what calls record anyway, so that using a key writes nothing
 * more. Readers add what the follower has not read yet.
 */
export interface KeyUsage {
  readonly operation: KeyLastUsageTrackingOperation;
  readonly time: Instant;
  readonly eventId: string;
  readonly requestId: string;
}

/** By the key's id. */
export const keyUsages: Collection<KeyUsage> = {
  name: 'kms.keyUsages',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** How far the trail was read, in one document. */
export const usagePosition: Collection<{ readonly position: number }> = {
  name: 'kms.usagePosition',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

const FOLLOWED = 'followed';
const BATCH_RECORDS = 500;
/** A reader looks through no more than this; the follower is further behind only when something is wrong. */
const UNREAD_RECORDS_MAX = 100_000;

const TRACKED: ReadonlyMap<string, KeyLastUsageTrackingOperation> = new Map(
  (
    [
      'Decapsulate',
      'Decrypt',
      'DeriveSharedSecret',
      'Encapsulate',
      'Encrypt',
      'GenerateDataKey',
      'GenerateDataKeyPair',
      'GenerateDataKeyPairWithoutPlaintext',
      'GenerateDataKeyWithoutPlaintext',
      'GenerateMac',
      'ReEncrypt',
      'Sign',
      'Verify',
      'VerifyMac',
    ] as const
  ).map((name) => [name, name]),
);

export const followKeyUsage: TrailFollower = {
  name: 'kms.keyUsage',
  source: 'trail',
  eventSources: KMS,
  run: (batch, unit, position) => {
    for (const { scope, keyId, usage } of latestUses(batch).values()) {
      unit.view(scope).put(keyUsages, keyId, usage);
    }
    unit.view({ account: '', region: '' }).put(usagePosition, FOLLOWED, { position });
    return Promise.resolve();
  },
};

/** The key's last successful use. Errors: DependencyTimeoutException. */
export async function lastUsage(
  trail: TrailReader,
  view: View,
  arn: string,
  keyId: string,
): Promise<KeyUsage | undefined> {
  // Read in this order, what the follower does meanwhile is seen twice rather than never.
  const from = (await view.get(usagePosition, FOLLOWED))?.position ?? 0;
  const followed = await view.get(keyUsages, keyId);
  return (await unreadUsage(trail, from, arn)) ?? followed;
}

async function unreadUsage(
  trail: TrailReader,
  from: number,
  arn: string,
): Promise<KeyUsage | undefined> {
  const highest = trail.highest();
  if (highest - from > UNREAD_RECORDS_MAX) throw dependencyTimeout();
  let found: KeyUsage | undefined;
  for (let passed = from; passed < highest; ) {
    const batch = await trail.read(passed, BATCH_RECORDS);
    for (const stored of batch) {
      for (const used of usesOf(stored, NONE)) if (used.arn === arn) found = used.usage;
    }
    passed = batch.at(-1)?.position ?? highest;
  }
  return found;
}

/** Adds the whole days since the key's last use; a key that was never used has no such condition key. */
export async function addTrailingDays(
  conditions: Conditions,
  trail: TrailReader,
  key: Resolved<KeyDocument>,
  context: ResolveContext,
): Promise<void> {
  if (key.document === undefined) return;
  const usage = await lastUsage(trail, context.view, key.arn, key.id);
  if (usage === undefined) return;
  const days = Math.floor((context.call.now - usage.time) / DAY_MS);
  conditions.set('kms:trailingdayswithoutkeyusage', [String(days)]);
}

interface UsedKey {
  readonly arn: string;
  readonly scope: Scope;
  readonly keyId: string;
  readonly usage: KeyUsage;
}

/** The last use of each key by its ARN. Only the newest record of each key is looked at closely. */
function latestUses(batch: readonly StoredRecord[]): ReadonlyMap<string, UsedKey> {
  const latest = new Map<string, UsedKey>();
  for (const stored of batch.toReversed()) {
    for (const used of usesOf(stored, latest)) latest.set(used.arn, used);
  }
  return latest;
}

/** The keys a record tells the use of; only those of the account whose record it is, and none of those known. */
function usesOf(stored: StoredRecord, known: ReadonlyMap<string, unknown>): readonly UsedKey[] {
  const { source, name, errorCode, resources, eventId, requestId } = factsOf(stored);
  if (source !== 'kms.amazonaws.com' || errorCode !== undefined) return [];
  const operation = TRACKED.get(name);
  if (operation === undefined) return [];
  const news = resources.filter(({ ARN }) => !known.has(textOf(ARN)));
  if (news.length === 0) return [];
  const usage: KeyUsage = { operation, time: stored.time, eventId, requestId };
  return usedKeys(news, stored.account, usage);
}

const NONE: ReadonlyMap<string, unknown> = new Map();

function usedKeys(
  resources: readonly JsonObject[],
  account: string,
  usage: KeyUsage,
): readonly UsedKey[] {
  return resources.flatMap(({ ARN }) => {
    const arn = textOf(ARN);
    const named = parseArn(arn);
    if (named?.account !== account || !named.resource.startsWith('key/')) return [];
    const keyId = named.resource.slice('key/'.length);
    return [{ arn, scope: { account, region: named.region }, keyId, usage }];
  });
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
