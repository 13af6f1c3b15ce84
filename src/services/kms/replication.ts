import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf, Permission } from '../../contract/operation.ts';
import { partitionOf } from '../../core/arn.ts';
import { isRegionOf } from '../../core/regions.ts';
import type { Scope } from '../../core/scope.ts';
import { assertState, managedKey, permissionOn, type KeyTarget } from './authorization.ts';
import { addNewKey, addRequestTags, requestConditions, type Conditions } from './conditions.ts';
import { defaultKeyPolicy } from './domain/key-policy.ts';
import { newMaterial } from './domain/material.ts';
import { tagFault, type TagPair } from './domain/tag-rules.ts';
import { keyExists, tagError, unsupported } from './errors.ts';
import { putImportSecret } from './import-parameters.ts';
import { putKey, settled } from './material-presence.ts';
import { keyMetadata } from './metadata.ts';
import { assertPrimary, orderSynchronizationRecord, relatedKeys } from './multi-region.ts';
import type { BoundPolicy } from '../iam/port.ts';
import type { PolicyChecks } from './policy-checks.ts';
import { keyArn, managedKeyKind } from './resources.ts';
import {
  materialDocumentId,
  materials,
  putMaterial,
  type KeyDocument,
  type MaterialEntry,
} from './state.ts';

type Input = KmsOperations['ReplicateKey']['input'];
type Output = KmsOperations['ReplicateKey']['output'];

/** Makes a key in another Region that shares id and material with the primary, and nothing else but what goes with them. */
export function createReplicateKey(
  checks: PolicyChecks,
): OperationOf<KmsOperations, 'ReplicateKey'> {
  return {
    name: 'ReplicateKey',
    access: 'write',
    authorize: async (input, context) => {
      const key = await context.resolve(managedKeyKind, input.KeyId);
      const conditions = requestConditions(context.call);
      conditions.set('kms:replicaregion', [input.ReplicaRegion]);
      const { document } = key.resolved;
      return [
        permissionOn('kms:ReplicateKey', key, conditions, context),
        ...mayCreate(input, document, requestConditions(context.call)),
      ];
    },
    handle: async (input, context) => {
      const primary = await managedKey(context, input.KeyId);
      const replicaRegions = regionsWith(primary, input.ReplicaRegion);
      assertState(primary, 'replication');
      const fault = tagFault(tagsOf(input));
      if (fault !== undefined) throw tagError(fault);
      const policy = await policyOf(input, primary.document, checks, context);
      const replica = replicaOf(input, primary.document, { policy, replicaRegions, context });
      await copySecrets(context, primary.document, replica.scope);
      await join(context, primary.document, replica, replicaRegions);
      return answer(input, replica, context);
    },
  };
}

/** In the replica's Region the caller creates a key. */
function mayCreate(
  input: Input,
  primary: KeyDocument | undefined,
  conditions: Conditions,
): readonly Permission[] {
  addNewKey(conditions, primary, 'REPLICA', input);
  const tags = tagsOf(input);
  addRequestTags(conditions, tags);
  const there = { resource: '*', conditions, region: input.ReplicaRegion };
  const create = { action: 'kms:CreateKey', ...there };
  return tags.length === 0 ? [create] : [create, { action: 'kms:TagResource', ...there }];
}

function tagsOf(input: Input): readonly TagPair[] {
  return (input.Tags ?? []).map((tag) => ({ key: tag.TagKey, value: tag.TagValue }));
}

/** The replicas' Regions with the new one. Refuses a Region that has such a key, or that is none. */
function regionsWith({ document }: KeyTarget, region: string): readonly string[] {
  const { replicaRegions } = assertPrimary(document);
  const { scope, id } = document;
  if (!isRegionOf(partitionOf(scope.region), region)) throw unsupported();
  if (region === scope.region || replicaRegions.includes(region)) {
    throw keyExists(keyArn({ ...scope, region }, id));
  }
  return [...replicaRegions, region];
}

function replicaScope(input: Input, primary: KeyDocument): Scope {
  return { account: primary.scope.account, region: input.ReplicaRegion };
}

function policyOf(
  input: Input,
  primary: KeyDocument,
  checks: PolicyChecks,
  context: Context,
): Promise<BoundPolicy> {
  const scope = replicaScope(input, primary);
  const { Policy: text } = input;
  if (text === undefined) return Promise.resolve({ text: defaultKeyPolicy(scope) });
  return checks.assertAcceptable(context, keyArn(scope, primary.id), text, {
    bypassLockout: input.BypassPolicyLockoutSafetyCheck === true,
  });
}

interface ReplicaParts {
  readonly policy: BoundPolicy;
  readonly replicaRegions: readonly string[];
  readonly context: Context;
}

/** What related keys share comes from the primary; all else begins anew. */
function replicaOf(input: Input, primary: KeyDocument, parts: ReplicaParts): KeyDocument {
  const { id, spec, usage, origin, manager, materials: shared, pending, rotation } = primary;
  const { policy, replicaRegions, context } = parts;
  return settled({
    id,
    spec,
    usage,
    origin,
    manager,
    materials: shared.map(withoutSecret),
    ...(pending === undefined ? {} : { pending: withoutSecret(pending) }),
    ...(rotation === undefined ? {} : { rotation }),
    multiRegion: { type: 'REPLICA', primaryRegion: primary.scope.region, replicaRegions },
    scope: replicaScope(input, primary),
    created: context.call.now,
    description: input.Description ?? '',
    state: 'Enabled',
    policy,
    tags: tagsOf(input),
    aliases: [],
  });
}

/** Imported material does not travel: its owner imports it in each Region. */
function withoutSecret(entry: MaterialEntry): MaterialEntry {
  if (entry.imported === undefined) return entry;
  const { validTo: _own, ...imported } = entry.imported;
  return { ...entry, imported: { ...imported, isPresent: false } };
}

async function copySecrets(context: Context, primary: KeyDocument, scope: Scope): Promise<void> {
  const to = context.unit.view(scope);
  if (primary.origin === 'EXTERNAL') {
    putImportSecret(to, await context.once(() => newMaterial(primary.id)));
    return;
  }
  const from = context.unit.view(primary.scope);
  for (const { id } of primary.materials) {
    const secret = await from.get(materials, materialDocumentId(primary.id, id));
    if (secret === undefined) throw new Error(`material ${id} of ${primary.id} is missing`);
    putMaterial(to, scope, id, secret);
  }
}

/** Every related key lists the new one. */
async function join(
  context: Context,
  primary: KeyDocument,
  replica: KeyDocument,
  replicaRegions: readonly string[],
): Promise<void> {
  for (const key of [primary, ...(await relatedKeys(context.unit, primary))]) {
    if (key.multiRegion === undefined) continue;
    const multiRegion = { ...key.multiRegion, replicaRegions };
    putKey(context.unit.view(key.scope), { ...key, multiRegion });
  }
  putKey(context.unit.view(replica.scope), replica);
  orderSynchronizationRecord(context.unit, primary, context.call.now);
}

/** As AWS answers: the replica is being created still. Its Region's records tell of the creation. */
function answer(input: Input, replica: KeyDocument, context: Context): Output {
  const { CurrentKeyMaterialId: _later, ...metadata } = keyMetadata({
    ...replica,
    state: 'Creating',
  });
  const { Policy, Description, BypassPolicyLockoutSafetyCheck, Tags } = input;
  context.audit.elsewhere({
    region: replica.scope.region,
    operation: 'CreateKey',
    input: {
      Policy,
      Description,
      BypassPolicyLockoutSafetyCheck,
      Tags,
      KeyUsage: replica.usage,
      KeySpec: replica.spec,
      Origin: replica.origin,
      MultiRegion: true,
    },
    output: { KeyMetadata: metadata },
    resources: [{ type: 'AWS::KMS::Key', arn: keyArn(replica.scope, replica.id) }],
  });
  return {
    ReplicaKeyMetadata: metadata,
    ReplicaPolicy: replica.policy.text,
    ReplicaTags: replica.tags.map(({ key, value }) => ({ TagKey: key, TagValue: value })),
  };
}
