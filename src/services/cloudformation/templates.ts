import type {
  CloudformationOperations,
  ParameterConstraints,
  ParameterDeclaration,
} from '../../../models/cloudformation/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { isJsonObject, type JsonObject } from '../../core/json.ts';
import { onNothing, onStack } from './authorization.ts';
import { neededCapabilities } from './definitions.ts';
import { rememberedStack } from './describe-stacks.ts';
import { LANGUAGE_EXTENSIONS } from './domain/for-each.ts';
import { isNoEcho } from './domain/parameters.ts';
import { assertReferences } from './domain/references.ts';
import { readTemplate, type Template } from './domain/template.ts';
import { templateOf } from './domain/template-text.ts';
import { changeSetNotFound, validation } from './errors.ts';
import { assertTransforms, parsed, transformsIn } from './runs/parsed.ts';
import { changeSets } from './state.ts';
import { type TemplateInput, templateText } from './template-source.ts';
import type { ResourceTypes } from './types/built.ts';

type Operations = CloudformationOperations;

async function givenTemplate(context: Context, input: TemplateInput): Promise<string> {
  const text = await templateText(context, input);
  if (text !== undefined) return text;
  throw validation('Either Template URL or Template Body must be specified.');
}

/** The template in its form, without what only its parameters tell. */
function formOf(
  operation: string,
  text: string,
): { readonly json: JsonObject; readonly template: Template } {
  const json = templateOf(text);
  const transforms = transformsIn(json);
  assertTransforms(operation, transforms);
  if (transforms.includes(LANGUAGE_EXTENSIONS)) {
    const named = Object.entries(objectIn(json['Resources'])).filter(
      ([name]) => !name.startsWith('Fn::ForEach::'),
    );
    const Resources = named.length === 0 ? ANY : Object.fromEntries(named);
    return { json, template: readTemplate({ ...json, Resources, Outputs: {} }) };
  }
  const template = readTemplate(json);
  assertReferences(template);
  return { json, template };
}

const ANY: JsonObject = { Any: { Type: 'AWS::CDK::Metadata' } };

function objectIn(value: JsonObject[string]): JsonObject {
  return isJsonObject(value) ? value : {};
}

export const validateTemplate: OperationOf<Operations, 'ValidateTemplate'> = {
  name: 'ValidateTemplate',
  access: 'read',
  authorize: () => Promise.resolve(onNothing('ValidateTemplate')),
  handle: async (input, context) => {
    const { json, template } = formOf('ValidateTemplate', await givenTemplate(context, input));
    const Parameters = [...template.parameters].map(([ParameterKey, declared]) => ({
      ParameterKey,
      ...textMember('DefaultValue', declared['Default']),
      NoEcho: isNoEcho(declared),
      ...textMember('Description', declared['Description']),
    }));
    return { Parameters, ...headOf(template, transformsIn(json)) };
  },
};

function textMember<N extends string>(
  name: N,
  value: JsonObject[string],
): { readonly [K in N]?: string } {
  const made: { [K in N]?: string } = {};
  if (value !== undefined && value !== null && typeof value !== 'object')
    made[name] = String(value);
  return made;
}

function headOf(template: Template, transforms: readonly string[]) {
  const { description, resources } = template;
  const Capabilities = neededCapabilities(template, transforms);
  const named = [...resources].filter(([, { type }]) => type.startsWith('AWS::IAM::'));
  const types = [...new Set(named.map(([, { type }]) => type))];
  return {
    ...(description === undefined ? {} : { Description: description }),
    ...(Capabilities.length === 0 ? {} : { Capabilities }),
    ...(types.length === 0 || Capabilities.length === 0
      ? {}
      : {
          CapabilitiesReason: `The following resource(s) require capabilities: [${types.join(', ')}]`,
        }),
    ...(transforms.length === 0 ? {} : { DeclaredTransforms: transforms }),
  };
}

export function getTemplateSummary(
  types: ResourceTypes,
): OperationOf<Operations, 'GetTemplateSummary'> {
  return {
    name: 'GetTemplateSummary',
    access: 'read',
    authorize: async ({ StackName }, context) =>
      StackName === undefined
        ? onNothing('GetTemplateSummary')
        : onStack('GetTemplateSummary', StackName, context),
    handle: async (input, context) => {
      const { StackName } = input;
      const text =
        StackName === undefined
          ? await givenTemplate(context, input)
          : (await rememberedStack(context, StackName)).definition?.template;
      if (text === undefined) throw validation('The stack has no template yet.');
      const { json, template } = formOf('GetTemplateSummary', text);
      const { version, metadata } = template;
      const ResourceTypes = [...new Set([...template.resources.values()].map(({ type }) => type))];
      const unknown = ResourceTypes.filter((type) => types.get(type) === undefined);
      return {
        Parameters: [...template.parameters].map(declarationOf),
        ...headOf(template, transformsIn(json)),
        ResourceTypes,
        ...(version === undefined ? {} : { Version: version }),
        ...(metadata === undefined ? {} : { Metadata: JSON.stringify(metadata) }),
        ...(unknown.length > 0 &&
        input.TemplateSummaryConfig?.TreatUnrecognizedResourceTypesAsWarnings === true
          ? { Warnings: { UnrecognizedResourceTypes: unknown } }
          : {}),
      };
    },
  };
}

function declarationOf([ParameterKey, declared]: readonly [
  string,
  JsonObject,
]): ParameterDeclaration {
  const allowed = declared['AllowedValues'];
  const ParameterConstraints: ParameterConstraints = Array.isArray(allowed)
    ? { AllowedValues: allowed.map(String) }
    : {};
  return {
    ParameterKey,
    ...textMember('DefaultValue', declared['Default']),
    ParameterType: String(declared['Type']),
    NoEcho: isNoEcho(declared),
    ...textMember('Description', declared['Description']),
    ParameterConstraints,
  };
}

export const getTemplate: OperationOf<Operations, 'GetTemplate'> = {
  name: 'GetTemplate',
  access: 'read',
  authorize: async ({ StackName, ChangeSetName }, context) =>
    onStack('GetTemplate', StackName ?? ChangeSetName ?? '', context),
  handle: async ({ StackName, ChangeSetName, TemplateStage }, context) => {
    if (StackName === undefined) throw validation('StackName is required.');
    const stack = await rememberedStack(context, StackName);
    const definition =
      ChangeSetName === undefined
        ? stack.definition
        : await changeSetDefinition(context, stack.id, ChangeSetName);
    const StagesAvailable = ['Original', 'Processed'] as const;
    // A stack that was only reviewed has the template of nobody.
    if (definition === undefined) return { TemplateBody: '{}', StagesAvailable };
    const isProcessed =
      TemplateStage === 'Processed' && transformsIn(templateOf(definition.template)).length > 0;
    const TemplateBody = isProcessed
      ? JSON.stringify(parsed(definition).json)
      : definition.template;
    return { TemplateBody, StagesAvailable };
  },
};

async function changeSetDefinition(context: Context, stackId: string, name: string) {
  const short = name.startsWith('arn:') ? (name.split('/')[1] ?? '') : name;
  const found = await context.view.get(changeSets, `${stackId}/${short}`);
  if (found === undefined) throw changeSetNotFound(name);
  return found.definition;
}
