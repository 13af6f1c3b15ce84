import type {
  Call,
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { Resolved, ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { type KeyUsage, KEY_SPECS } from '../../crypto/keys/key-spec.ts';
import { addRequestAlias, requestConditions, type Conditions } from './conditions.ts';
import {
  dryRunSucceeded,
  incompatibleAlgorithm,
  invalidKeyUsage,
  invalidState,
  stateError,
} from './errors.ts';
import { SYMMETRIC } from './domain/key-spec.ts';
import { stateRefusal, type KeyUse } from './domain/key-state.ts';
import { STORE_NOT_CONNECTED } from './domain/proxy-faults.ts';
import { isOwn, keyKind, managedKeyKind, relatedKeyKind } from './resources.ts';
import type { KeyDocument } from './state.ts';

/** A key as a handler works on it. */
export interface KeyTarget {
  readonly arn: string;
  readonly scope: Scope;
  readonly document: KeyDocument;
  /** Documents of the key's own scope. */
  readonly view: View;
}

/**
 * May the caller do `action` on the resource? A key of the caller's own that does not exist is judged by its ARN and
 * the identity's policies, so that who may use such a key learns that it is missing.
 */
export function permissionOn(
  action: string,
  resource: AuthorizedResource,
  conditions: Conditions,
  context: ResolveContext,
): Permission {
  const { arn, scope, document } = resource.resolved;
  const isMissing = document === undefined && isOwn(scope, context.call);
  return { action, resource: isMissing ? arn : resource, conditions };
}

/** `authorize` of an operation that manages one key, named by `KeyId`: the caller's own, unless the kind says more. */
export function managesKey<I extends { readonly KeyId: string }>(
  action: string,
  addConditions?: (
    conditions: Conditions,
    input: I,
    key: Resolved<KeyDocument>,
    context: ResolveContext,
  ) => void | Promise<void>,
  kind: ResourceKind<KeyDocument> = managedKeyKind,
): (input: I, context: ResolveContext) => Promise<readonly Permission[]> {
  return async (input, context) => {
    const key = await context.resolve(kind, input.KeyId);
    const conditions = requestConditions(context.call);
    await addConditions?.(conditions, input, key.resolved, context);
    return [permissionOn(action, key, conditions, context)];
  };
}

/** `authorize` of a cryptographic operation with one key, named by `KeyId` in any way. */
export function usesKey<I extends { readonly KeyId: string }>(
  action: string,
  addConditions?: (conditions: Conditions, input: I, call: Call) => void,
): (input: I, context: ResolveContext) => Promise<readonly Permission[]> {
  return async (input, context) => {
    const key = await context.resolve(keyKind, input.KeyId);
    const conditions = requestConditions(context.call);
    addRequestAlias(conditions, input.KeyId);
    addConditions?.(conditions, input, context.call);
    return [permissionOn(action, key, conditions, context)];
  };
}

/** The authorized key, noted in the audit record. Throws the error of a name that leads nowhere. */
export async function keyTarget<R>(
  context: Context,
  kind: ResourceKind<KeyDocument, R>,
  reference: R,
): Promise<KeyTarget> {
  const resource = await context.resolve(kind, reference);
  const { arn, scope, document, missing } = resource.resolved;
  if (document === undefined) throw missing ?? new Error('a missing key was authorized');
  context.audit.resource('AWS::KMS::Key', arn, scope.account);
  return { arn, scope, document, view: context.viewOf(resource) };
}

/** The authorized key of an operation that encrypts under a symmetric key, if the key's state and usage permit it. */
export async function symmetricTarget(
  context: Context,
  operation: string,
  keyId: string,
): Promise<KeyTarget> {
  const key = await keyTarget(context, keyKind, keyId);
  assertUsable(key, operation, 'ENCRYPT_DECRYPT');
  assertAlgorithm(key, SYMMETRIC);
  return key;
}

/** The authorized key of an operation that manages it, if the key's state permits `use`. */
export async function managedKey(
  context: Context,
  keyId: string,
  use?: KeyUse,
): Promise<KeyTarget> {
  const key = await keyTarget(context, managedKeyKind, keyId);
  if (use !== undefined) assertState(key, use);
  return key;
}

/** A key in another Region that was authorized by its ARN, if it exists there. */
export async function relatedTarget(context: Context, arn: string): Promise<KeyTarget> {
  const resource = await context.resolve(relatedKeyKind, arn);
  const { scope, document, missing } = resource.resolved;
  if (document === undefined) throw missing ?? new Error('a missing key was authorized');
  return { arn, scope, document, view: context.viewOf(resource) };
}

export function assertState(key: KeyTarget, use: KeyUse): void {
  const refusal = stateRefusal(use, key.document.state);
  if (refusal === undefined) return;
  if (refusal === 'unavailable' && key.document.origin === 'EXTERNAL_KEY_STORE') {
    throw invalidState(STORE_NOT_CONNECTED);
  }
  throw stateError(key.arn, refusal);
}

/** The key's state and usage permit the cryptographic operation, in that order. */
export function assertUsable(key: KeyTarget, operation: string, usage: KeyUsage): void {
  assertState(key, 'crypto');
  if (key.document.usage === usage) return;
  throw invalidKeyUsage(
    `${key.arn} key usage is ${key.document.usage} which is not valid for ${operation}.`,
  );
}

/** The key's spec offers the algorithm, for what the key is used for. */
export function assertAlgorithm({ document }: KeyTarget, algorithm: string): void {
  const { spec, usage } = document;
  const offered: readonly string[] = KEY_SPECS[spec][usage] ?? [];
  if (!offered.includes(algorithm)) throw incompatibleAlgorithm(algorithm, spec);
}

/** Management operations log the key's ARN although they answer nothing. */
export function recordKey(context: Context, key: KeyTarget): void {
  context.audit.response({ keyId: key.arn });
}

/** The last step of an operation that may be tried out: everything was right, and nothing happens. */
export function assertNotDryRun(input: { readonly DryRun?: boolean | undefined }): void {
  if (input.DryRun === true) throw dryRunSucceeded();
}
