import type { Context } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import type { SecretTarget } from './authorization.ts';
import { CURRENT, PENDING, PREVIOUS } from './domain/stages.ts';
import { openDataKey, rewrapDataKey, type ValuePlace } from './kms-keys.ts';
import { type EncryptedValue, type VersionDocument, versionKey, versions } from './state.ts';
import { attempt } from './values.ts';

/** KMS keys that may open a version; the oldest go. */
const KEYS_KEPT = 5;

interface OpenedVersion {
  readonly version: VersionDocument;
  readonly value: EncryptedValue;
  readonly place: ValuePlace;
  readonly dataKey: Uint8Array;
}

/** Opens the data keys of the versions that a change of key concerns. Those that the caller can't open stay as they are. */
export async function openVersions(
  context: Context,
  { arn, scope, document: secret, view }: SecretTarget,
): Promise<readonly OpenedVersion[]> {
  const ids = new Set([CURRENT, PENDING, PREVIOUS].map((stage) => secret.stages[stage]));
  const opened: OpenedVersion[] = [];
  for (const id of ids) {
    const version = id === undefined ? undefined : await view.get(versions, versionKey(secret, id));
    const value = version?.value;
    if (version === undefined || value === undefined) continue;
    const place = { scope, arn, versionId: version.id };
    const dataKey = await attempt(() => openDataKey(context, place, value.dataKeys));
    if (dataKey instanceof ServiceError) continue;
    opened.push({ version, value, place, dataKey });
  }
  return opened;
}

/** The versions with their data keys under another KMS key too: the old one still opens them. */
export async function rewrapped(
  context: Context,
  opened: readonly OpenedVersion[],
  kmsKeyId: string | undefined,
): Promise<readonly VersionDocument[]> {
  const made: VersionDocument[] = [];
  for (const { version, value, place, dataKey } of opened) {
    const wrapped = await rewrapDataKey(context, place, kmsKeyId, dataKey);
    dataKey.fill(0);
    const others = value.dataKeys.filter(({ keyArn }) => keyArn !== wrapped.keyArn);
    const dataKeys = [wrapped, ...others].slice(0, KEYS_KEPT);
    made.push({ ...version, value: { ...value, dataKeys } });
  }
  return made;
}
