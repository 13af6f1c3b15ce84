import type { SsmOperations } from '../../../models/ssm/types.ts';
import type { Capability, Parameter, Tag } from '../../../models/cloudformation/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { assertReferenceCount } from './domain/dynamic-references.ts';
import {
  type ParameterValue,
  parameterValues,
  referredParameter,
  ssmValueType,
} from './domain/parameters.ts';
import { assertRules } from './domain/rules.ts';
import { readTemplate, type Template } from './domain/template.ts';
import { templateOf } from './domain/template-text.ts';
import { insufficientCapabilities, unbuilt, validation } from './errors.ts';
import { assertTransforms, type Parsed, parsed, transformsIn } from './runs/parsed.ts';
import type { Definition } from './state.ts';
import type { ResourceTypes } from './types/built.ts';

export interface DefinitionInput {
  readonly Parameters?: readonly Parameter[] | undefined;
  readonly Capabilities?: readonly Capability[] | undefined;
  readonly Tags?: readonly Tag[] | undefined;
  readonly NotificationARNs?: readonly string[] | undefined;
  readonly ResourceTypes?: readonly string[] | undefined;
}

const TAGS_MAX = 50;
const NOTIFICATIONS_MAX = 5;

/** What a request asks a stack to be, checked whole. Errors: ValidationError, InsufficientCapabilitiesException. */
export async function definitionOf(
  context: Context,
  types: ResourceTypes,
  template: string,
  input: DefinitionInput,
  previous?: Definition,
): Promise<{ readonly definition: Definition; readonly parsed: Parsed }> {
  const operation = context.call.operation;
  const json = templateOf(template);
  assertTransforms(operation, transformsIn(json));
  assertReferenceCount(json);
  const declared = readTemplate({ ...json, Resources: stripped(json['Resources']) }).parameters;
  const given = parameterValues(declared, input.Parameters ?? [], previous?.parameters);
  const parameters = await withStored(context, declared, given);
  const { NotificationARNs: arns = previous?.notificationArns ?? [] } = input;
  if (arns.length > NOTIFICATIONS_MAX) throw validation('At most 5 notification ARNs are allowed.');
  if (arns.length > 0)
    throw unbuilt(operation, 'NotificationARNs (events are not published to topics)');
  const tags = input.Tags === undefined ? (previous?.tags ?? {}) : tagsOf(input.Tags);
  const definition: Definition = {
    template,
    parameters,
    capabilities: input.Capabilities ?? previous?.capabilities ?? [],
    tags,
    notificationArns: arns,
  };
  const whole = parsed(definition);
  assertTypes(whole.template, types, input.ResourceTypes);
  assertBuiltSections(operation, whole.template);
  assertRules(operation, whole.template, (name) => {
    const declaration = declared.get(name);
    const value = parameters[name];
    if (declaration === undefined || value === undefined) return undefined;
    return referredParameter(declaration, value);
  });
  assertCapabilities(whole.template, input.Capabilities ?? [], transformsIn(json));
  return { definition, parsed: whole };
}

/** Errors: NotImplementedException for parts of a template that would have no effect. */
function assertBuiltSections(operation: string, { hasHooks, resources }: Template): void {
  if (hasHooks) throw unbuilt(operation, 'the section Hooks');
  for (const [name, { type, creationPolicy, hasUpdatePolicy }] of resources) {
    if (hasUpdatePolicy) throw unbuilt(operation, `UpdatePolicy (of ${name})`);
    if (creationPolicy !== undefined && type !== WAIT_CONDITION) {
      throw unbuilt(operation, `CreationPolicy of ${type} (${name})`);
    }
  }
}

const WAIT_CONDITION = 'AWS::CloudFormation::WaitCondition';

/** Loops of resources are not written out before the parameters are known. */
function stripped(resources: unknown) {
  const isObject = typeof resources === 'object' && resources !== null;
  const names = isObject ? Object.keys(resources) : [];
  if (names.length === 0) return {};
  return { Any: { Type: 'AWS::CDK::Metadata' } };
}

function tagsOf(tags: readonly Tag[]) {
  if (tags.length > TAGS_MAX) throw validation(`Only up to ${TAGS_MAX} tags are allowed.`);
  const keys = tags.map(({ Key }) => Key);
  if (new Set(keys).size < keys.length) {
    throw validation('Duplicate tag keys found. Please remove them and try again.');
  }
  if (keys.some((key) => key.toLowerCase().startsWith('aws:'))) {
    throw validation('Tag keys can not start with aws:');
  }
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}

const GET_PARAMETERS: OperationReference<
  SsmOperations['GetParameters']['input'],
  SsmOperations['GetParameters']['output']
> = { service: 'ssm', operation: 'GetParameters' };
const NAMES_MAX = 10;

/** Values of parameters that name others in Parameter Store, read as the caller. */
async function withStored(
  context: Context,
  declared: Template['parameters'],
  given: Readonly<Record<string, ParameterValue>>,
): Promise<Readonly<Record<string, ParameterValue>>> {
  const keys = [...declared].filter(([, one]) => ssmValueType(String(one['Type'])) !== undefined);
  if (keys.length === 0) return given;
  const names = [...new Set(keys.map(([key]) => given[key]?.value ?? ''))];
  const values = new Map<string, string>();
  for (let at = 0; at < names.length; at += NAMES_MAX) {
    const Names = names.slice(at, at + NAMES_MAX);
    const { Parameters = [] } = await storedParameters(context, Names);
    for (const { Name = '', Value = '', Type, Selector = '' } of Parameters) {
      if (Type === 'SecureString') {
        throw validation(
          `Parameters [${Name}] referenced by template have types not supported by CloudFormation.`,
        );
      }
      values.set(`${Name}${Selector}`, Value);
    }
  }
  const missing = names.filter((name) => !values.has(name));
  if (missing.length > 0) {
    throw validation(
      `Unable to fetch parameters [${missing.join(',')}] from parameter store for this account.`,
    );
  }
  const resolved = keys.map(([key]) => {
    const value = given[key]?.value ?? '';
    return [key, { value, resolved: values.get(value) ?? '' }] as const;
  });
  return { ...given, ...Object.fromEntries(resolved) };
}

async function storedParameters(context: Context, Names: readonly string[]) {
  try {
    return await context.callService(GET_PARAMETERS, { Names }, { via: 'cloudformation' });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw validation(error.message);
  }
}

/** Errors: ValidationError for types that are not there, or that the request does not let the template use. */
function assertTypes(
  { resources }: Template,
  types: ResourceTypes,
  allowed: readonly string[] | undefined,
): void {
  const used = [...new Set([...resources.values()].map(({ type }) => type))];
  const unknown = used.filter((type) => types.get(type) === undefined);
  if (unknown.length > 0) {
    throw validation(`Template format error: Unrecognized resource types: [${unknown.join(', ')}]`);
  }
  if (allowed === undefined) return;
  const refused = used.filter((type) => !allowed.some((pattern) => isOfType(type, pattern)));
  if (refused.length > 0) {
    throw validation(`Resource types [${refused.join(', ')}] are not allowed by ResourceTypes`);
  }
}

function isOfType(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

const IAM_TYPES: ReadonlySet<string> = new Set([
  'AWS::IAM::AccessKey',
  'AWS::IAM::Group',
  'AWS::IAM::InstanceProfile',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
  'AWS::IAM::UserToGroupAddition',
]);
const NAMES: readonly string[] = [
  'GroupName',
  'InstanceProfileName',
  'ManagedPolicyName',
  'RoleName',
  'UserName',
];
const NAMED_TYPES: ReadonlySet<string> = new Set([
  'AWS::IAM::Group',
  'AWS::IAM::InstanceProfile',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Role',
  'AWS::IAM::User',
]);

/** What a template's author must say that they know. */
export function neededCapabilities(
  { resources }: Template,
  transforms: readonly string[],
): readonly Capability[] {
  const iam = [...resources.values()].filter(({ type }) => IAM_TYPES.has(type));
  const isNamed = iam.some(
    ({ type, properties }) =>
      NAMED_TYPES.has(type) && NAMES.some((name) => properties[name] !== undefined),
  );
  const needed: Capability[] = [];
  if (isNamed) needed.push('CAPABILITY_NAMED_IAM');
  else if (iam.length > 0) needed.push('CAPABILITY_IAM');
  if (transforms.length > 0) needed.push('CAPABILITY_AUTO_EXPAND');
  return needed;
}

function assertCapabilities(
  template: Template,
  given: readonly Capability[],
  transforms: readonly string[],
): void {
  const missing = neededCapabilities(template, transforms).filter((capability) => {
    if (given.includes(capability)) return false;
    return !(capability === 'CAPABILITY_IAM' && given.includes('CAPABILITY_NAMED_IAM'));
  });
  if (missing.length > 0) throw insufficientCapabilities(missing);
}
