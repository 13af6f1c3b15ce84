import type { KeyLastUsageTrackingOperation } from '../../../models/kms/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { TrailFollower } from '../../contract/follower.ts';
import type { ResolveContext } from '../../contract/operation.ts';
import type { Resolved } from '../../contract/resource.ts';
import type { StoredRecord, TrailReader } from '../../contract/trail.ts';
import type { View } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import type { Conditions } from './conditions.ts';
import { dependencyTimeout } from './errors.ts';
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
  run: (batch, unit) => {
    for (const { scope, keyId, usage } of latestUses(batch).values()) {
      unit.view(scope).put(keyUsages, keyId, usage);
    }
    const position = batch.at(-1)?.position ?? 0;
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
    for (const used of batch.flatMap(usesOf)) if (used.arn === arn) found = used.usage;
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

/** The last use of each key by its ARN. Only the newest of the records that name the same keys are read. */
function latestUses(batch: readonly StoredRecord[]): ReadonlyMap<string, UsedKey> {
  const latest = new Map<string, UsedKey>();
  const told = new Set<string>();
  for (const stored of batch.toReversed()) {
    if (!isOfKms(stored)) continue;
    const named = `${stored.account}${stored.text.slice(stored.text.lastIndexOf('"resources":'))}`;
    if (told.has(named)) continue;
    const uses = usesOf(stored);
    if (uses.length > 0) told.add(named);
    for (const used of uses) if (!latest.has(used.arn)) latest.set(used.arn, used);
  }
  return latest;
}

/** Most records are not of KMS, and need not be read. */
function isOfKms({ text }: StoredRecord): boolean {
  return text.includes('"eventSource":"kms.amazonaws.com"');
}

/** The keys a record tells the use of; only those of the account whose record it is. */
function usesOf(stored: StoredRecord): readonly UsedKey[] {
  if (!isOfKms(stored)) return [];
  const record: JsonValue = JSON.parse(stored.text);
  if (!isJsonObject(record) || record['errorCode'] !== undefined) return [];
  const operation = TRACKED.get(textOf(record['eventName']));
  if (operation === undefined) return [];
  const usage: KeyUsage = {
    operation,
    time: stored.time,
    eventId: textOf(record['eventID']),
    requestId: textOf(record['requestID']),
  };
  return usedKeys(record['resources'], stored.account, usage);
}

function usedKeys(
  resources: JsonValue | undefined,
  account: string,
  usage: KeyUsage,
): readonly UsedKey[] {
  if (!Array.isArray(resources)) return [];
  return resources.filter(isJsonObject).flatMap((resource: JsonObject) => {
    const arn = textOf(resource['ARN']);
    const named = parseArn(arn);
    if (named?.account !== account || !named.resource.startsWith('key/')) return [];
    const keyId = named.resource.slice('key/'.length);
    return [{ arn, scope: { account, region: named.region }, keyId, usage }];
  });
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
