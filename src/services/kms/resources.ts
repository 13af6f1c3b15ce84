import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import type { Decision } from '../../policy/types.ts';
import { denialText } from '../../policy/denial.ts';
import { grantNaming } from './grant-access.ts';
import { ALIASES_PER_KEY_MAX } from './domain/alias-name.ts';
import { readEnvelope } from './domain/ciphertext.ts';
import { readExternal } from './domain/external-ciphertext.ts';
import { parseKeyReference, type KeyReference } from './domain/key-reference.ts';
import { serviceKeyOf } from './domain/service-keys.ts';
import {
  aliasNotFound,
  invalidArn,
  invalidCiphertext,
  invalidKeyId,
  keyNotFound,
  notFound,
} from './errors.ts';
import { inConnectedState } from './key-store-state.ts';
import { makeServiceKey } from './service-key.ts';
import { aliases, keys, locators, type AliasDocument, type KeyDocument } from './state.ts';

const KEY = 'kms:key';

export function keyArn(scope: Scope, keyId: string): string {
  return kmsArn(scope, `key/${keyId}`);
}

export function aliasArn(scope: Scope, name: string): string {
  return kmsArn(scope, name);
}

function kmsArn(scope: Scope, resource: string): string {
  return formatArn({ partition: partitionOf(scope.region), service: 'kms', ...scope, resource });
}

const keyConditions: NonNullable<ResourceKind<KeyDocument>['conditions']> = (resource, key) => {
  const document = resource.document;
  return document === undefined ? undefined : KEY_CONDITIONS.get(key)?.(document);
};

type KeyCondition = (key: KeyDocument) => readonly string[] | undefined;

const KEY_CONDITIONS: ReadonlyMap<string, KeyCondition> = new Map<string, KeyCondition>([
  ['kms:keyspec', (key) => [key.spec]],
  ['kms:customermasterkeyspec', (key) => [key.spec]],
  ['kms:keyusage', (key) => [key.usage]],
  ['kms:customermasterkeyusage', (key) => [key.usage]],
  ['kms:keyorigin', (key) => [key.origin]],
  ['kms:multiregion', (key) => [String(key.multiRegion !== undefined)]],
  ['kms:multiregionkeytype', (key) => key.multiRegion && [key.multiRegion.type]],
  // A key with too many aliases has none for policies, so that conditions on them fail.
  ['kms:resourcealiases', (key) => aliasesForPolicies(key)],
]);

function aliasesForPolicies(key: KeyDocument): readonly string[] | undefined {
  const { length } = key.aliases;
  return length === 0 || length > ALIASES_PER_KEY_MAX ? undefined : key.aliases;
}

function tagsOf({ document }: Resolved<KeyDocument>): Tags {
  return Object.fromEntries((document?.tags ?? []).map((tag) => [tag.key, tag.value]));
}

/** True where the key is the caller's own and in the call's Region: only there may its ARN be told. */
export function isOwn(scope: Scope, context: { readonly scope: Scope }): boolean {
  return scope.account === context.scope.account && scope.region === context.scope.region;
}

/** Keys of other accounts are never named in denials: whether they exist is nobody's business. */
export function hiddenDenial(
  resource: Resolved<unknown>,
  action: string,
  decision: Decision,
  context: FindContext,
  hiddenResource?: string,
): string {
  const request = {
    action,
    resource: resource.arn,
    principal: context.caller.identity,
    policies: { identity: [], scps: [] },
    resourceAccount: resource.scope.account,
    resourcePolicyMode: 'required',
    rcps: [],
    condition: () => undefined,
  } as const;
  return denialText(request, decision, {
    resource: false,
    ...(hiddenResource === undefined ? {} : { hiddenResource }),
  });
}

const shared = {
  name: KEY,
  policyMode: 'required',
  policy: ({ document }: Resolved<KeyDocument>) =>
    document?.policy.bound?.text ?? document?.policy.text,
  tags: tagsOf,
  conditions: keyConditions,
  awsManaged: ({ document }: Resolved<KeyDocument>) => document?.manager === 'AWS',
  grants: grantNaming,
} as const;

const namedKey = {
  ...shared,
  denial: (
    resource: Resolved<KeyDocument>,
    action: string,
    decision: Decision,
    context: FindContext,
  ) =>
    isOwn(resource.scope, context) ? undefined : hiddenDenial(resource, action, decision, context),
} as const;

/**
 * A key by id, ARN, alias name or alias ARN: for cryptographic operations and DescribeKey. Names that can't be a
 * key's, and aliases of the caller's own that lead nowhere, are refused at once.
 */
export const keyKind: ResourceKind<KeyDocument> = {
  ...namedKey,
  find: (reference, context) => findNamed(reference, context, context.calledVia.length > 0),
};

/** The same, for DescribeKey: describing the key that a service has in the account makes it, if it is not there yet. */
export const describedKeyKind: ResourceKind<KeyDocument> = {
  ...namedKey,
  find: (reference, context) => findNamed(reference, context, true),
};

/** `makes`: a service's own key that is not there yet is made. Undone if the call is then denied. */
async function findNamed(
  reference: string,
  context: FindContext,
  makes: boolean,
): Promise<Resolved<KeyDocument>> {
  const named = parseKeyReference(reference, context.scope);
  if (named.by !== 'alias') return findById(reference, named, context);
  const { scope, name } = named;
  const arn = aliasArn(scope, name);
  const alias = await context.unit.view(scope).get(aliases, name);
  if (alias !== undefined) return readKey(scope, alias.targetKeyId, context);
  if (!isOwn(scope, context)) {
    return { arn, scope, id: name, document: undefined, missing: aliasNotFound(arn) };
  }
  const service = makes ? serviceKeyOf(name) : undefined;
  if (service === undefined) throw aliasNotFound(arn);
  const document = await makeServiceKey(service, context);
  return { arn: keyArn(scope, document.id), scope, id: document.id, document };
}

/** A key by id or ARN, which may be another account's: for the management operations that may cross accounts. */
export const sharedKeyKind: ResourceKind<KeyDocument> = {
  ...namedKey,
  find: (reference, context) => {
    const named = parseKeyReference(reference, context.scope);
    if (named.by === 'alias') {
      throw reference.startsWith('arn:') ? invalidArn(reference) : invalidKeyId(reference);
    }
    return findById(reference, named, context);
  },
};

/** A key by id or ARN, and only the caller's own: for operations that manage keys, which no alias names. */
export const managedKeyKind: ResourceKind<KeyDocument> = {
  ...namedKey,
  find: async (reference, context) => {
    const found = await sharedKeyKind.find(reference, context);
    if (isOwn(found.scope, context)) return found;
    // Whether a key of another account exists is nobody's business.
    return { ...found, document: undefined, missing: keyNotFound(found.arn) };
  },
};

/** A key of the caller's own by its ARN, in whatever Region: for what is done to related keys. */
export const relatedKeyKind: ResourceKind<KeyDocument> = {
  ...shared,
  find: (arn, context) => {
    const named = parseArn(arn);
    const scope = { account: context.scope.account, region: named?.region ?? '' };
    return readKey(scope, named?.resource.slice('key/'.length) ?? '', context);
  },
};

/** The key that a ciphertext was made with. A blob that is none of ours is refused at once, without a reason. */
export const ciphertextKeyKind: ResourceKind<KeyDocument, Uint8Array> = {
  ...shared,
  find: async (blob, context) => {
    const envelope = readEnvelope(blob) ?? readExternal(blob);
    if (envelope === undefined) throw invalidCiphertext();
    const id = envelope.locator.toString('hex');
    const locator = await context.unit.view(context.scope).get(locators, id);
    if (locator === undefined) throw invalidCiphertext();
    const { keyId } = locator;
    // Related multi-Region keys share their id and material: the one of the call's Region is meant.
    const region = keyId.startsWith('mrk-') ? context.scope.region : locator.scope.region;
    const scope = { account: locator.scope.account, region };
    const found = await readKey(scope, keyId, context);
    return region === context.scope.region ? found : { ...found, document: undefined };
  },
  denial: (resource, action, decision, context) =>
    isOwn(resource.scope, context) && resource.document !== undefined
      ? undefined
      : hiddenDenial(
          resource,
          action,
          decision,
          context,
          ' on the resource associated with this ciphertext',
        ),
};

/** An alias by its name. Aliases have no policy of their own. */
export const aliasKind: ResourceKind<AliasDocument> = {
  name: 'kms:alias',
  policyMode: 'none',
  find: async (name, context) => {
    const { scope } = context;
    const arn = aliasArn(scope, name);
    const document = await context.unit.view(scope).get(aliases, name);
    return { arn, scope, id: name, document, missing: aliasNotFound(arn) };
  },
};

function findById(
  text: string,
  named: Exclude<KeyReference, { by: 'alias' }>,
  context: FindContext,
): Promise<Resolved<KeyDocument>> {
  switch (named.by) {
    case 'keyId':
      return readKey(named.scope, named.id, context);
    case 'foreignRegion':
      throw notFound(`Invalid arn ${named.region}`);
    case 'invalidArn':
      throw invalidArn(text);
    case 'invalidKeyId':
      throw invalidKeyId(text);
  }
}

async function readKey(
  scope: Scope,
  id: string,
  context: FindContext,
): Promise<Resolved<KeyDocument>> {
  const view = context.unit.view(scope);
  const stored = await view.get(keys, id);
  const document = stored?.store === undefined ? stored : await inConnectedState(view, stored);
  const arn = keyArn(scope, id);
  return {
    arn,
    scope,
    id,
    document,
    ...(document === undefined ? { missing: keyNotFound(arn) } : {}),
  };
}
