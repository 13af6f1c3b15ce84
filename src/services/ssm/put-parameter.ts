import type {
  ParameterType,
  PutParameterRequest,
  SsmOperations,
} from '../../../models/ssm/types.ts';
import type { Context, OperationOf, Permission } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { canDescribe, tellUndescribed } from './images.ts';
import { assertAllowed } from './domain/allowed-pattern.ts';
import { labelsOf } from './domain/labels.ts';
import { newName } from './domain/parameter-name.ts';
import { type PolicyState, readPolicies, renewed } from './domain/parameter-policies.ts';
import { assertDataType, assertValue, IMAGE, TEXT } from './domain/parameter-value.ts';
import { alreadyExists, maxVersionLimitExceeded, typeMismatch, validation } from './errors.ts';
import { tellChange } from './events.ts';
import { orderPolicies } from './policy-job.ts';
import { writtenKind } from './resources.ts';
import { DEFAULT_KEY, sealValue } from './secure-values.ts';
import {
  type ParameterDocument,
  parameters,
  type ParameterVersion,
  versionId,
  versions,
} from './state.ts';
import { addTagKeys, withTags } from './tags.ts';
import { countTier, tierOf } from './tiers.ts';

const VERSIONS_MAX = 100;

const TAGS_ON_OVERWRITE =
  "Invalid request: tags and overwrite can't be used together. To create a parameter with tags, " +
  'please remove overwrite flag. To update tags for an existing parameter, please use ' +
  'AddTagsToResource or RemoveTagsFromResource.';

export const putParameter: OperationOf<SsmOperations, 'PutParameter'> = {
  name: 'PutParameter',
  access: 'write',
  authorize: async (input, context): Promise<readonly Permission[]> => {
    const resource = await context.resolve(writtenKind, input.Name);
    const held = resource.resolved.document;
    const withPolicies = input.Policies !== undefined || (held?.policies.length ?? 0) > 0;
    const conditions = new Map<string, readonly string[]>([
      ['ssm:overwrite', [String(input.Overwrite ?? false)]],
      ['ssm:policies', [String(withPolicies)]],
    ]);
    addTagKeys(conditions, input.Tags);
    const put: Permission = { action: 'ssm:PutParameter', resource, conditions };
    if (input.Tags === undefined || input.Tags.length === 0) return [put];
    return [put, { action: 'ssm:AddTagsToResource', resource, conditions }];
  },
  handle: async (input, context) => {
    const resource = await context.resolve(writtenKind, input.Name);
    const { arn, scope, id, document: held } = resource.resolved;
    context.audit.resource('AWS::SSM::Parameter', arn, scope.account);
    const view = context.viewOf(resource);
    const next = await nextOf(input, context, { held, view });
    const parameter: ParameterDocument = {
      ...next,
      value: await storedValue(context, arn, next),
      id,
      name: held?.name ?? newName(input.Name, scope),
      scope,
      labels: held?.labels ?? {},
      tags: withTags(held?.tags ?? {}, input.Tags),
      ...advancedSince(held, next),
      ...(held?.resourcePolicy === undefined ? {} : { resourcePolicy: held.resourcePolicy }),
    };
    if (parameter.dataType === IMAGE && !(await canDescribe(context, parameter.value))) {
      tellUndescribed(context.unit, parameter, held, context.call.now);
    } else {
      await storeParameter(context, view, parameter, held);
    }
    return { Version: parameter.version, Tier: parameter.tier };
  },
};

/** Puts a parameter in the place of the one that is held, whose version goes to the older ones, and tells of it. */
async function storeParameter(
  { unit, call }: Context,
  view: View,
  parameter: ParameterDocument,
  held: ParameterDocument | undefined,
): Promise<void> {
  await countTier(view, held?.tier, parameter.tier);
  if (held !== undefined) putAside(view, held);
  view.put(parameters, parameter.id, parameter);
  orderPolicies(unit, parameter, call.now);
  tellChange(unit, parameter, held === undefined ? 'Create' : 'Update', call.now);
}

interface Place {
  readonly held: ParameterDocument | undefined;
  readonly view: View;
}

/** The version that a request makes; its value is not sealed yet. */
async function nextOf(
  input: PutParameterRequest,
  { call }: Context,
  { held, view }: Place,
): Promise<ParameterVersion> {
  assertRequest(input, held);
  const type = typeOf(input, held);
  const value = input.Value;
  const dataType = input.DataType ?? held?.dataType ?? TEXT;
  assertDataType(dataType, { name: input.Name, type, value });
  const policies = policiesOf(input, held);
  const tier = await tierOf(view, {
    tier: input.Tier,
    value,
    hasPolicies: policies.length > 0,
    held,
  });
  const allowedPattern = input.AllowedPattern ?? held?.allowedPattern;
  if (allowedPattern !== undefined && allowedPattern !== '') assertAllowed(value, allowedPattern);
  if (held !== undefined) assertRoom(held);
  const description = input.Description ?? held?.description;
  return {
    version: (held?.version ?? 0) + 1,
    type,
    value,
    tier,
    dataType,
    ...(type === 'SecureString' ? { keyId: input.KeyId ?? DEFAULT_KEY } : {}),
    ...(description === undefined ? {} : { description }),
    ...(allowedPattern === undefined || allowedPattern === '' ? {} : { allowedPattern }),
    modified: call.now,
    modifiedBy: call.caller.identity.arn,
    policies,
  };
}

function assertRequest(input: PutParameterRequest, held: ParameterDocument | undefined): void {
  assertValue(input.Value);
  const isOverwrite = input.Overwrite === true;
  if (isOverwrite && (input.Tags?.length ?? 0) > 0) throw validation(TAGS_ON_OVERWRITE);
  if (held !== undefined && !isOverwrite) throw alreadyExists();
}

function typeOf(input: PutParameterRequest, held: ParameterDocument | undefined): ParameterType {
  const type = input.Type ?? held?.type;
  if (type === undefined) {
    throw validation('A parameter type is required when you create a parameter.');
  }
  if (held !== undefined && type !== held.type) throw typeMismatch();
  if (input.KeyId !== undefined && type !== 'SecureString') {
    throw validation('KeyId is required for SecureString type parameter only.');
  }
  return type;
}

/** Policies stay until others are given; those that wait for a change begin to wait again. */
function policiesOf(
  input: PutParameterRequest,
  held: ParameterDocument | undefined,
): readonly PolicyState[] {
  return input.Policies === undefined
    ? renewed(held?.policies ?? [])
    : readPolicies(input.Policies);
}

/** The oldest version makes room for a new one, unless a label holds it. */
function assertRoom(held: ParameterDocument): void {
  const oldest = held.version + 1 - VERSIONS_MAX;
  if (oldest < 1) return;
  if (labelsOf(held.labels, oldest).length > 0) throw maxVersionLimitExceeded(held.name, oldest);
}

function putAside(view: View, held: ParameterDocument): void {
  const { id, version } = held;
  view.put(versions, versionId(id, version), versionOf(held));
  const oldest = version + 1 - VERSIONS_MAX;
  if (oldest >= 1) view.delete(versions, versionId(id, oldest));
}

/** What the version of a parameter is, without what is the parameter's own. */
export function versionOf(parameter: ParameterDocument): ParameterVersion {
  const { version, type, value, tier, dataType, modified, modifiedBy, policies } = parameter;
  const { keyId, description, allowedPattern } = parameter;
  return {
    version,
    type,
    value,
    tier,
    dataType,
    modified,
    modifiedBy,
    policies,
    ...(keyId === undefined ? {} : { keyId }),
    ...(description === undefined ? {} : { description }),
    ...(allowedPattern === undefined ? {} : { allowedPattern }),
  };
}

async function storedValue(
  context: Context,
  arn: string,
  { type, tier, keyId, value }: ParameterVersion,
): Promise<string> {
  if (type !== 'SecureString' || keyId === undefined) return value;
  return sealValue(context, { tier, arn, keyId }, value);
}

function advancedSince(
  held: ParameterDocument | undefined,
  { tier, modified }: ParameterVersion,
): { readonly advancedSince?: Instant } {
  if (tier === 'Standard') return {};
  return { advancedSince: held?.advancedSince ?? modified };
}
