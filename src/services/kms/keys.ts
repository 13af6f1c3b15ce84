import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { TrailReader } from '../../contract/trail.ts';
import { keyTarget, managedKey, managesKey, permissionOn, recordKey } from './authorization.ts';
import { addRequestAlias, requestConditions } from './conditions.ts';
import { addTrailingDays } from './key-usage.ts';
import { keyMetadata } from './metadata.ts';
import { isReplica } from './multi-region.ts';
import { pageOf } from './pages.ts';
import { describedKeyKind, keyArn } from './resources.ts';
import { orderRotation } from './rotation-order.ts';
import { keys, type KeyDocument } from './state.ts';

const KEYS_PER_PAGE = 100;

export const describeKey: OperationOf<KmsOperations, 'DescribeKey'> = {
  name: 'DescribeKey',
  access: 'read',
  authorize: async (input, context) => {
    const key = await context.resolve(describedKeyKind, input.KeyId);
    const conditions = requestConditions(context.call);
    addRequestAlias(conditions, input.KeyId);
    return [permissionOn('kms:DescribeKey', key, conditions, context)];
  },
  handle: async (input, context) => {
    const key = await keyTarget(context, describedKeyKind, input.KeyId);
    return { KeyMetadata: keyMetadata(key.document) };
  },
};

export const listKeys: OperationOf<KmsOperations, 'ListKeys'> = {
  name: 'ListKeys',
  access: 'read',
  authorize: (_input, context) => {
    const conditions = requestConditions(context.call);
    return Promise.resolve([{ action: 'kms:ListKeys', resource: '*', conditions }]);
  },
  handle: async (input, context) => {
    const { limit, after, answer } = pageOf(context.call, input, KEYS_PER_PAGE);
    const query = { limit, ...(after === undefined ? {} : { after }) };
    const { items, last } = await context.view.list(keys, query);
    const { scope } = context.call;
    const Keys = items.map(({ id }) => ({ KeyId: id, KeyArn: keyArn(scope, id) }));
    return { Keys, ...answer(last) };
  },
};

export const enableKey: OperationOf<KmsOperations, 'EnableKey'> = {
  name: 'EnableKey',
  access: 'write',
  authorize: managesKey('kms:EnableKey'),
  handle: async (input, context) => {
    const document = await setEnabled(input.KeyId, 'Enabled', context);
    // What was due while the key was disabled happens now.
    if (document.rotation !== undefined && !isReplica(document))
      orderRotation(context.unit, document, document.rotation.next);
    return {};
  },
};

export function createDisableKey(trail: TrailReader): OperationOf<KmsOperations, 'DisableKey'> {
  return {
    name: 'DisableKey',
    access: 'write',
    authorize: managesKey('kms:DisableKey', (conditions, _input, key, context) =>
      addTrailingDays(conditions, trail, key, context),
    ),
    handle: async (input, context) => {
      await setEnabled(input.KeyId, 'Disabled', context);
      return {};
    },
  };
}

export const updateKeyDescription: OperationOf<KmsOperations, 'UpdateKeyDescription'> = {
  name: 'UpdateKeyDescription',
  access: 'write',
  authorize: managesKey('kms:UpdateKeyDescription'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId, 'labels');
    key.view.put(keys, key.document.id, { ...key.document, description: input.Description });
    recordKey(context, key);
    return {};
  },
};

/** A key whose custom store is unreachable keeps its state. */
async function setEnabled(
  keyId: string,
  state: 'Enabled' | 'Disabled',
  context: Context,
): Promise<KeyDocument> {
  const key = await managedKey(context, keyId, 'enablement');
  recordKey(context, key);
  const { document } = key;
  if (document.state === state || document.state === 'Unavailable') return document;
  const changed: KeyDocument = { ...document, state };
  key.view.put(keys, changed.id, changed);
  return changed;
}
