import { listedTagConditions } from '../../core/tags.ts';
import type { Call } from '../../contract/operation.ts';
import type { TagPair } from './domain/tag-rules.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import type { GrantConstraints } from './domain/grant-constraints.ts';
import { SYMMETRIC } from './domain/key-spec.ts';

export type Conditions = Map<string, readonly string[]>;

/** The keys every KMS request has: who calls, and through which service. Names are lower case. */
export function requestConditions(call: Call): Conditions {
  const conditions: Conditions = new Map();
  const { account } = call.caller.identity;
  if (account !== '') conditions.set('kms:calleraccount', [account]);
  const via = call.calledVia.at(-1);
  if (via !== undefined) conditions.set('kms:viaservice', [viaService(via, call.scope.region)]);
  return conditions;
}

/** `s3.amazonaws.com` → `s3.eu-west-1.amazonaws.com`. */
export function viaService(principal: string, region: string): string {
  const dot = principal.indexOf('.');
  return dot < 0 ? principal : `${principal.slice(0, dot)}.${region}${principal.slice(dot)}`;
}

/** Adds the key's name as the caller wrote it, where that is an alias. */
export function addRequestAlias(conditions: Conditions, keyId: string): void {
  const at = keyId.startsWith('arn:') ? keyId.indexOf(':alias/') + 1 : 0;
  const name = keyId.slice(at);
  if (name.startsWith('alias/')) conditions.set('kms:requestalias', [name]);
}

/** Adds what symmetric cryptography is asked with: the algorithm and the encryption context. */
export function addEncryption(
  conditions: Conditions,
  context: EncryptionContext | undefined,
  algorithm: string = SYMMETRIC,
): void {
  conditions.set('kms:encryptionalgorithm', [algorithm]);
  addEncryptionContext(conditions, context);
}

function addEncryptionContext(
  conditions: Conditions,
  context: EncryptionContext | undefined,
): void {
  const pairs = context === undefined ? [] : Object.entries(context);
  if (pairs.length === 0) return;
  conditions.set(
    'kms:encryptioncontextkeys',
    pairs.map(([key]) => key),
  );
  for (const [key, value] of pairs) {
    // Policies name context keys without regard to case, so keys that differ only by case share their values.
    const name = `kms:encryptioncontext:${key.toLowerCase()}`;
    conditions.set(name, [...(conditions.get(name) ?? []), value]);
  }
}

interface SigningParameters {
  readonly KeyId: string;
  readonly SigningAlgorithm: string;
  readonly MessageType?: string | undefined;
}

/** Adds what a signature is made or verified with. */
export function addSigning(conditions: Conditions, input: SigningParameters): void {
  conditions.set('kms:signingalgorithm', [input.SigningAlgorithm]);
  conditions.set('kms:messagetype', [input.MessageType ?? 'RAW']);
}

/** A grant's constraints, as policies on making or retiring it name them. Its pairs stand in for a request's. */
export function addConstraints(
  conditions: Conditions,
  { equals, subset, sourceArn }: GrantConstraints,
): void {
  const types = [
    ...(equals === undefined ? [] : ['EncryptionContextEquals']),
    ...(subset === undefined ? [] : ['EncryptionContextSubset']),
    ...(sourceArn === undefined ? [] : ['SourceArn']),
  ];
  if (types.length > 0) conditions.set('kms:grantconstrainttype', types);
  if (sourceArn !== undefined) conditions.set('kms:grantconstraintsourcearn', [sourceArn]);
  addEncryptionContext(conditions, equals ?? subset);
}

/** Whether a service asks for the caller: some may manage grants only so. */
export function addForAwsResource(conditions: Conditions, call: Call): void {
  const isForService = call.calledVia.length > 0 || call.caller.identity.type === 'AWSService';
  conditions.set('kms:grantisforawsresource', [String(isForService)]);
}

/** What is known of a key that a call is about to make. */
export interface NewKey {
  readonly spec: string;
  readonly usage: string;
  readonly origin: string;
}

/** Adds what `kms:CreateKey` is judged by; the key is undefined where the one that it replicates is missing. */
export function addNewKey(
  conditions: Conditions,
  key: NewKey | undefined,
  multiRegionType: 'PRIMARY' | 'REPLICA' | undefined,
  input: { readonly BypassPolicyLockoutSafetyCheck?: boolean | undefined },
): void {
  if (key !== undefined) {
    conditions.set('kms:keyspec', [key.spec]);
    conditions.set('kms:customermasterkeyspec', [key.spec]);
    conditions.set('kms:keyusage', [key.usage]);
    conditions.set('kms:customermasterkeyusage', [key.usage]);
    conditions.set('kms:keyorigin', [key.origin]);
  }
  conditions.set('kms:multiregion', [String(multiRegionType !== undefined)]);
  if (multiRegionType !== undefined) conditions.set('kms:multiregionkeytype', [multiRegionType]);
  const bypass = input.BypassPolicyLockoutSafetyCheck === true;
  conditions.set('kms:bypasspolicylockoutsafetycheck', [String(bypass)]);
}

export function addRequestTags(conditions: Conditions, tags: readonly TagPair[]): void {
  const listed = tags.map(({ key: Key, value: Value }) => ({ Key, Value }));
  for (const [key, values] of listedTagConditions(listed)) conditions.set(key, values);
}

export function addTagKeys(conditions: Conditions, tagKeys: readonly string[]): void {
  conditions.set('aws:tagkeys', tagKeys);
}
