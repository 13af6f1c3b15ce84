import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { tagConditions } from '../../core/tags.ts';
import { invalidParameterValue, unbuilt } from './errors.ts';
import { functionArn, readFunctionArn } from './function-names.ts';
import { functionKind, functionOf } from './resources.ts';
import { functions } from './state.ts';

const TAGS_MAX = 50;

interface OnResource {
  readonly Resource: string;
}

function onTagged<I extends OnResource>(
  action: string,
  conditionsOf: (input: I) => ReadonlyMap<string, readonly string[]> = () => new Map(),
) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => [
    {
      action,
      resource: await context.resolve(functionKind, unqualified(action, input)),
      conditions: conditionsOf(input),
    },
  ];
}

/** Tags are a function's; not its versions' or aliases'. */
function unqualified(action: string, { Resource }: OnResource): string {
  const reference = readFunctionArn(Resource);
  if (reference === undefined) throw unbuilt(action.replace('lambda:', ''), 'other resources');
  if (reference.qualifier !== undefined) {
    throw invalidParameterValue(
      'Tags on function aliases and versions are not supported. Please specify a function ARN.',
    );
  }
  return functionArn(reference.scope, reference.name);
}

async function tagged(context: Context, { Resource }: OnResource) {
  return functionOf(context, { FunctionName: Resource });
}

export const tagResource: OperationOf<LambdaOperations, 'TagResource'> = {
  name: 'TagResource',
  access: 'write',
  authorize: onTagged('lambda:TagResource', ({ Tags }) => tagConditions(Tags)),
  handle: async (input, context) => {
    const { place, view } = await tagged(context, input);
    const { document } = place;
    const tags = { ...document.tags, ...input.Tags };
    if (Object.keys(tags).length > TAGS_MAX) {
      throw invalidParameterValue('Number of tags exceeds resource tag limit.');
    }
    view.put(functions, document.name, { ...document, tags });
    return {};
  },
};

export const untagResource: OperationOf<LambdaOperations, 'UntagResource'> = {
  name: 'UntagResource',
  access: 'write',
  authorize: onTagged('lambda:UntagResource', ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]])),
  handle: async (input, context) => {
    const { place, view } = await tagged(context, input);
    const { document } = place;
    const gone = new Set(input.TagKeys);
    const tags = Object.fromEntries(
      Object.entries(document.tags).filter(([key]) => !gone.has(key)),
    );
    view.put(functions, document.name, { ...document, tags });
    return {};
  },
};

export const listTags: OperationOf<LambdaOperations, 'ListTags'> = {
  name: 'ListTags',
  access: 'read',
  authorize: onTagged('lambda:ListTags'),
  handle: async (input, context) => ({ Tags: (await tagged(context, input)).place.document.tags }),
};
