import type { KmsOperations } from '../../../models/kms/types.ts';
import type {
  AuthorizedResource,
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { assertState, keyTarget, managedKey, permissionOn } from './authorization.ts';
import { addRequestAlias, requestConditions } from './conditions.ts';
import { SERVICE_KEYS } from './domain/service-keys.ts';
import { aliasFault, ALIASES_PER_KEY_MAX } from './domain/alias-name.ts';
import {
  aliasExists,
  aliasNotFound,
  invalidAliasName,
  limitExceeded,
  validation,
} from './errors.ts';
import { pageOf } from './pages.ts';
import { aliasArn, aliasKind, managedKeyKind } from './resources.ts';
import { aliases, keys, type AliasDocument, type KeyDocument } from './state.ts';

const ALIASES_PER_PAGE = 50;

export const createAlias: OperationOf<KmsOperations, 'CreateAlias'> = {
  name: 'CreateAlias',
  access: 'write',
  authorize: (input, context) =>
    onAliasAndKeys('kms:CreateAlias', input.AliasName, [input.TargetKeyId], context),
  handle: async (input, context) => {
    const name = input.AliasName;
    assertName(name);
    const key = await managedKey(context, input.TargetKeyId, 'labels');
    const arn = aliasArn(key.scope, name);
    if ((await context.view.get(aliases, name)) !== undefined) throw aliasExists(arn);
    assertRoom(key.document);
    const { now } = context.call;
    const targetKeyId = key.document.id;
    context.view.put(aliases, name, { name, targetKeyId, created: now, updated: now });
    key.view.put(keys, targetKeyId, withAlias(key.document, name));
    context.audit.resource('AWS::KMS::Alias', arn, key.scope.account);
    context.audit.response({ keyId: key.arn });
    return {};
  },
};

export const updateAlias: OperationOf<KmsOperations, 'UpdateAlias'> = {
  name: 'UpdateAlias',
  access: 'write',
  authorize: async (input, context) => {
    const current = await context.view.get(aliases, input.AliasName);
    const targets = [...targetOf(current), input.TargetKeyId];
    return onAliasAndKeys('kms:UpdateAlias', input.AliasName, targets, context);
  },
  handle: async (input, context) => {
    assertName(input.AliasName);
    const alias = await existingAlias(input.AliasName, context);
    const next = await managedKey(context, input.TargetKeyId);
    assertState(next, 'labels');
    const previous = await keyTarget(context, managedKeyKind, alias.targetKeyId);
    assertAlike(previous.document, next.document);
    const { now } = context.call;
    context.view.put(aliases, alias.name, {
      ...alias,
      targetKeyId: next.document.id,
      updated: now,
    });
    if (previous.document.id !== next.document.id) {
      assertRoom(next.document);
      context.view.put(keys, previous.document.id, withoutAlias(previous.document, alias.name));
      context.view.put(keys, next.document.id, withAlias(next.document, alias.name));
    }
    context.audit.resource('AWS::KMS::Alias', aliasArn(next.scope, alias.name), next.scope.account);
    context.audit.response({ keyId: next.arn });
    return {};
  },
};

export const deleteAlias: OperationOf<KmsOperations, 'DeleteAlias'> = {
  name: 'DeleteAlias',
  access: 'write',
  authorize: async (input, context) => {
    const current = await context.view.get(aliases, input.AliasName);
    return onAliasAndKeys('kms:DeleteAlias', input.AliasName, targetOf(current), context);
  },
  handle: async (input, context) => {
    assertName(input.AliasName);
    const alias = await existingAlias(input.AliasName, context);
    const key = await keyTarget(context, managedKeyKind, alias.targetKeyId);
    context.view.delete(aliases, alias.name);
    context.view.put(keys, key.document.id, withoutAlias(key.document, alias.name));
    context.audit.resource('AWS::KMS::Alias', aliasArn(key.scope, alias.name), key.scope.account);
    context.audit.response({ keyId: key.arn });
    return {};
  },
};

export const listAliases: OperationOf<KmsOperations, 'ListAliases'> = {
  name: 'ListAliases',
  access: 'read',
  authorize: (_input, context) => {
    const conditions = requestConditions(context.call);
    return Promise.resolve([{ action: 'kms:ListAliases', resource: '*', conditions }]);
  },
  handle: async (input, context) => {
    const { KeyId } = input;
    const targetKeyId =
      KeyId === undefined ? undefined : (await ownKey(KeyId, context)).resolved.id;
    const page = pageOf(context.call, input, ALIASES_PER_PAGE, targetKeyId);
    const found = await context.view.list(aliases, {
      limit: page.limit,
      ...(targetKeyId === undefined ? {} : { index: 'target', prefix: targetKeyId }),
      ...(page.after === undefined ? {} : { after: page.after }),
    });
    const shown = found.items.map((item) => entry(item.document, context));
    const { items, last } =
      targetKeyId === undefined
        ? withReserved(shown, found.last, page, context)
        : { items: shown, last: found.last };
    return { Aliases: items, ...page.answer(last) };
  },
};

/** Alias operations need a permission on the alias, by identity policy, and on each key it leads to or will. */
async function onAliasAndKeys(
  action: string,
  name: string,
  keyIds: readonly string[],
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const conditions = requestConditions(context.call);
  addRequestAlias(conditions, name);
  const alias = await context.resolve(aliasKind, name);
  const permissions: Permission[] = [{ action, resource: alias, conditions }];
  for (const keyId of keyIds) {
    const key = await context.resolve(managedKeyKind, keyId);
    permissions.push(permissionOn(action, key, conditions, context));
  }
  return permissions;
}

function targetOf(alias: AliasDocument | undefined): readonly string[] {
  return alias === undefined ? [] : [alias.targetKeyId];
}

async function ownKey(keyId: string, context: Context): Promise<AuthorizedResource> {
  const key = await context.resolve(managedKeyKind, keyId);
  if (key.resolved.document === undefined && key.resolved.missing) throw key.resolved.missing;
  return key;
}

async function existingAlias(name: string, context: Context): Promise<AliasDocument> {
  const alias = await context.view.get(aliases, name);
  if (alias === undefined) throw aliasNotFound(aliasArn(context.call.scope, name));
  return alias;
}

function assertName(name: string): void {
  switch (aliasFault(name)) {
    case undefined:
      return;
    case 'prefix':
      throw validation(
        'Alias must start with the prefix "alias/". Please see ' +
          'https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html',
      );
    case 'reserved':
      throw new ServiceError('NotAuthorizedException', '');
    case 'characters':
      throw invalidAliasName(`${name} contains invalid characters for an alias`);
  }
}

function assertRoom(key: KeyDocument): void {
  if (key.aliases.length < ALIASES_PER_KEY_MAX) return;
  throw limitExceeded(`The key has the most aliases it may have: ${ALIASES_PER_KEY_MAX}.`);
}

/** An alias may not move to a key that could not do what the old one did. */
function assertAlike(previous: KeyDocument, next: KeyDocument): void {
  const isSymmetric = (key: KeyDocument): boolean => key.spec === 'SYMMETRIC_DEFAULT';
  if (previous.usage === next.usage && isSymmetric(previous) === isSymmetric(next)) return;
  throw validation(
    `Alias cannot be changed from a key with usage ${previous.usage} and spec ${previous.spec} ` +
      `to a key with usage ${next.usage} and spec ${next.spec}`,
  );
}

function withAlias(key: KeyDocument, name: string): KeyDocument {
  return { ...key, aliases: [...key.aliases, name] };
}

function withoutAlias(key: KeyDocument, name: string): KeyDocument {
  return { ...key, aliases: key.aliases.filter((alias) => alias !== name) };
}

interface ShownAlias {
  readonly AliasName: string;
  readonly AliasArn: string;
  readonly TargetKeyId?: string;
  readonly CreationDate?: Date;
  readonly LastUpdatedDate?: Date;
}

/** A page with the aliases that are reserved for services and lead nowhere yet, in their places. */
function withReserved(
  shown: readonly ShownAlias[],
  stored: Cursor | undefined,
  { limit, after }: ReturnType<typeof pageOf>,
  context: Context,
): { readonly items: readonly ShownAlias[]; readonly last: Cursor | undefined } {
  const names = new Set(shown.map((alias) => alias.AliasName));
  const reserved = SERVICE_KEYS.map(({ alias }) => alias).filter(
    (name) =>
      !names.has(name) &&
      (after === undefined || name > after.key) &&
      (stored === undefined || name < stored.key),
  );
  const all = [
    ...shown,
    ...reserved.map((name) => ({
      AliasName: name,
      AliasArn: aliasArn(context.call.scope, name),
    })),
  ].toSorted((left, right) => (left.AliasName < right.AliasName ? -1 : 1));
  const items = all.slice(0, limit);
  if (all.length === items.length) return { items, last: stored };
  const name = items.at(-1)?.AliasName ?? '';
  return { items, last: { key: name, id: name } };
}

function entry(alias: AliasDocument, context: Context): ShownAlias {
  return {
    AliasName: alias.name,
    AliasArn: aliasArn(context.call.scope, alias.name),
    TargetKeyId: alias.targetKeyId,
    CreationDate: new Date(alias.created),
    LastUpdatedDate: new Date(alias.updated),
  };
}
