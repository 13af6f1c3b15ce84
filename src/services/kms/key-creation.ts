import type { KeySpec, KeyUsageType, KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { hexId, uuid } from '../../core/ids.ts';
import { addNewKey, addRequestTags, requestConditions } from './conditions.ts';
import { defaultKeyPolicy } from './domain/key-policy.ts';
import { isUsageOf } from '../../crypto/keys/key-spec.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { isSpecIn, SYMMETRIC } from './domain/key-spec.ts';
import { materialIdOf, newMaterial, newMaterialOf } from './domain/material.ts';
import { tagFault, type TagPair } from './domain/tag-rules.ts';
import { tagError, unsupported, validation } from './errors.ts';
import { putImportSecret } from './import-parameters.ts';
import { assertPlaceable, makeInStore, placeKey } from './key-placement.ts';
import { workOn } from './key-work.ts';
import { keyMetadata } from './metadata.ts';
import type { PolicyChecks } from './policy-checks.ts';
import type { StoreParts } from './outer-keys.ts';
import { keyArn } from './resources.ts';
import { keys, putMaterial, type KeyDocument } from './state.ts';

type Input = KmsOperations['CreateKey']['input'];

export function createCreateKey(
  checks: PolicyChecks,
  work: KeyWork,
  stores: StoreParts,
): OperationOf<KmsOperations, 'CreateKey'> {
  return {
    name: 'CreateKey',
    access: 'write',
    authorize: (input, context) => {
      const conditions = requestConditions(context.call);
      const usage = input.KeyUsage ?? 'ENCRYPT_DECRYPT';
      const key = { spec: specOf(input), usage, origin: input.Origin ?? 'AWS_KMS' };
      addNewKey(conditions, key, input.MultiRegion === true ? 'PRIMARY' : undefined, input);
      const tags = tagsOf(input);
      addRequestTags(conditions, tags);
      const create = { action: 'kms:CreateKey', resource: '*', conditions };
      const tag = { action: 'kms:TagResource', resource: '*', conditions };
      return Promise.resolve(tags.length === 0 ? [create] : [create, tag]);
    },
    handle: async (input, context) => {
      assertBuilt(input, context.call.scope.region);
      const tags = tagsOf(input);
      const fault = tagFault(tags);
      if (fault !== undefined) throw tagError(fault);
      const store = await placeKey(stores, input, context);
      const unplaced = await newKey(input, tags, work, context);
      const made = store === undefined ? unplaced : { ...unplaced, store };
      const key = await withPolicy(made, input, checks, context);
      await makeInStore(stores, key, context);
      context.view.put(keys, key.id, key);
      context.audit.resource('AWS::KMS::Key', keyArn(key.scope, key.id), key.scope.account);
      return { KeyMetadata: keyMetadata(key) };
    },
  };
}

function specOf(input: Input): KeySpec {
  return input.KeySpec ?? input.CustomerMasterKeySpec ?? SYMMETRIC;
}

function tagsOf(input: Input): readonly TagPair[] {
  return (input.Tags ?? []).map((tag) => ({ key: tag.TagKey, value: tag.TagValue }));
}

/** What AWS refuses comes first, then what is not built. */
function assertBuilt(input: Input, region: string): void {
  if (input.KeySpec !== undefined && input.CustomerMasterKeySpec !== undefined) {
    throw validation('You cannot specify KeySpec and CustomerMasterKeySpec in the same request.');
  }
  const spec = specOf(input);
  assertUsage(spec, input.KeyUsage);
  if (!isSpecIn(region, spec)) throw unsupported(`KeySpec ${spec} is not supported in this Region`);
  assertPlaceable(input, spec);
}

function assertUsage(spec: KeySpec, usage: KeyUsageType | undefined): void {
  if (usage === undefined) {
    if (spec === SYMMETRIC) return;
    throw validation(
      'You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.',
    );
  }
  if (isUsageOf(spec, usage)) return;
  throw validation(`KeyUsage ${usage} is not compatible with KeySpec ${spec}`);
}

async function withPolicy(
  key: KeyDocument,
  input: Input,
  checks: PolicyChecks,
  context: Context,
): Promise<KeyDocument> {
  if (input.Policy === undefined) return key;
  const policy = await checks.assertAcceptable(context, keyArn(key.scope, key.id), input.Policy, {
    bypassLockout: input.BypassPolicyLockoutSafetyCheck === true,
  });
  return { ...key, policy };
}

/** Makes a key, under the default policy, and stores its material. The randomness is drawn once, so a re-run makes the same key. */
async function newKey(
  input: Input,
  tags: readonly TagPair[],
  work: KeyWork,
  context: Context,
): Promise<KeyDocument> {
  const { call } = context;
  const scope: Scope = { account: call.scope.account, region: call.scope.region };
  const isMultiRegion = input.MultiRegion === true;
  const id = await context.once(() => (isMultiRegion ? `mrk-${hexId(32)}` : uuid()));
  const spec = specOf(input);
  const isImported = input.Origin === 'EXTERNAL';
  const secret = await context.once(() =>
    isImported ? newMaterial(id) : workOn(newMaterialOf(work, id, spec)),
  );
  if (isImported) putImportSecret(context.view, secret);
  else putMaterial(context.view, scope, materialIdOf(secret), secret);
  return {
    id,
    scope,
    created: call.now,
    description: input.Description ?? '',
    spec,
    usage: input.KeyUsage ?? 'ENCRYPT_DECRYPT',
    origin: input.Origin ?? 'AWS_KMS',
    manager: 'CUSTOMER',
    state: isImported ? 'PendingImport' : 'Enabled',
    policy: { text: defaultKeyPolicy(scope) },
    tags,
    aliases: [],
    materials: isImported ? [] : [{ id: materialIdOf(secret), created: call.now }],
    ...(isMultiRegion
      ? { multiRegion: { type: 'PRIMARY', primaryRegion: scope.region, replicaRegions: [] } }
      : {}),
  };
}
