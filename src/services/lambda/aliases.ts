import { randomUUID } from 'node:crypto';
import type {
  AliasConfiguration,
  AliasRoutingConfiguration,
  LambdaOperations,
} from '../../../models/lambda/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import {
  functionNotFound,
  invalidParameterValue,
  preconditionFailed,
  resourceConflict,
  resourceNotFound,
} from './errors.ts';
import { functionArn, LATEST } from './function-names.ts';
import { pageOf } from './pages.ts';
import { functionOf, onFunction, versionOf } from './resources.ts';
import { urlKey } from './url-state.ts';
import { dropUrls } from './urls.ts';
import {
  type AliasDocument,
  aliases,
  type FunctionDocument,
  policies,
  qualifiedId,
  versionId,
} from './state.ts';

interface OnAlias {
  readonly FunctionName: string;
  readonly Name: string;
}

/** Aliases are acted on as parts of their function. */
function onAliasOf<I extends OnAlias>(action: string) {
  return (input: I, context: ResolveContext): Promise<readonly Permission[]> =>
    onFunction(action)({ FunctionName: input.FunctionName }, context);
}

export const createAlias: OperationOf<LambdaOperations, 'CreateAlias'> = {
  name: 'CreateAlias',
  access: 'write',
  authorize: onAliasOf('lambda:CreateAlias'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, { FunctionName: input.FunctionName });
    const { document } = place;
    const id = qualifiedId(document.name, input.Name);
    if ((await view.get(aliases, id)) !== undefined) {
      const arn = functionArn(document.scope, document.name, input.Name);
      throw resourceConflict(`Alias already exists: ${arn}`);
    }
    await requireVersion(view, document, input.FunctionVersion);
    const alias: AliasDocument = {
      name: input.Name,
      functionName: document.name,
      version: input.FunctionVersion,
      description: input.Description ?? '',
      revisionId: await context.once(randomUUID),
      ...(await secondOf(view, document, input.FunctionVersion, input.RoutingConfig)),
    };
    view.put(aliases, id, alias);
    return shownAlias(document, alias);
  },
};

export const updateAlias: OperationOf<LambdaOperations, 'UpdateAlias'> = {
  name: 'UpdateAlias',
  access: 'write',
  authorize: onAliasOf('lambda:UpdateAlias'),
  handle: async (input, context) => {
    const { document, view, alias: before, id } = await aliasOf(context, input);
    if (input.RevisionId !== undefined && input.RevisionId !== before.revisionId) {
      throw preconditionFailed();
    }
    const version = input.FunctionVersion ?? before.version;
    await requireVersion(view, document, version);
    const { second: kept, ...rest } = before;
    const second =
      input.RoutingConfig === undefined
        ? kept === undefined
          ? {}
          : { second: kept }
        : await secondOf(view, document, version, input.RoutingConfig);
    const alias: AliasDocument = {
      ...rest,
      ...second,
      version,
      description: input.Description ?? before.description,
      revisionId: await context.once(randomUUID),
    };
    view.put(aliases, id, alias);
    return shownAlias(document, alias);
  },
};

export const getAlias: OperationOf<LambdaOperations, 'GetAlias'> = {
  name: 'GetAlias',
  access: 'read',
  authorize: onAliasOf('lambda:GetAlias'),
  handle: async (input, context) => {
    const { document, alias } = await aliasOf(context, input);
    return shownAlias(document, alias);
  },
};

export const deleteAlias: OperationOf<LambdaOperations, 'DeleteAlias'> = {
  name: 'DeleteAlias',
  access: 'write',
  authorize: onAliasOf('lambda:DeleteAlias'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, { FunctionName: input.FunctionName });
    const id = qualifiedId(place.document.name, input.Name);
    // Deleting what isn't there succeeds, as on AWS.
    view.delete(aliases, id);
    view.delete(policies, id);
    const { scope, name } = place.document;
    await dropUrls(view, urlKey(scope, name, input.Name));
    return {};
  },
};

export const listAliases: OperationOf<LambdaOperations, 'ListAliases'> = {
  name: 'ListAliases',
  access: 'read',
  authorize: onFunction('lambda:ListAliases'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, input);
    const { document } = place;
    const { FunctionVersion: version } = input;
    const page = pageOf(context.call, input, `${document.name}/${version ?? ''}`);
    const which =
      version === undefined
        ? { prefix: `${document.name}/` }
        : { index: 'version', prefix: versionId(document.name, version) };
    const { items, last } = await view.list(aliases, { ...which, ...page.query });
    return {
      Aliases: items.map((item) => shownAlias(document, item.document)),
      ...page.answer(last),
    };
  },
};

async function aliasOf(context: Context, input: OnAlias) {
  const { place, view } = await functionOf(context, { FunctionName: input.FunctionName });
  const { document } = place;
  const id = qualifiedId(document.name, input.Name);
  const alias = await view.get(aliases, id);
  if (alias === undefined) {
    const arn = functionArn(document.scope, document.name, input.Name);
    throw resourceNotFound(`Cannot find alias arn: ${arn}`);
  }
  return { document, view, alias, id };
}

async function requireVersion(
  view: View,
  document: FunctionDocument,
  version: string,
): Promise<void> {
  if ((await versionOf(view, document, version)) === undefined) {
    throw functionNotFound(functionArn(document.scope, document.name, version));
  }
}

/** The version that gets a share. An empty map takes it away. */
async function secondOf(
  view: View,
  document: FunctionDocument,
  first: string,
  routing: AliasRoutingConfiguration | undefined,
): Promise<Pick<AliasDocument, 'second'>> {
  const weights = Object.entries(routing?.AdditionalVersionWeights ?? {});
  const [entry] = weights;
  if (entry === undefined) return {};
  if (weights.length > 1) {
    throw invalidParameterValue(
      'Number of items in AdditionalVersionWeights cannot be greater than 1',
    );
  }
  const [version, weight] = entry;
  if (first === LATEST) {
    throw invalidParameterValue(
      '$LATEST is not supported for an alias pointing to more than 1 version',
    );
  }
  if (version === first) {
    throw invalidParameterValue(
      `Invalid function version ${version}. Function version ${version} is already included in routing configuration.`,
    );
  }
  await requireVersion(view, document, version);
  return { second: { version, weight } };
}

function shownAlias({ scope, name }: FunctionDocument, alias: AliasDocument): AliasConfiguration {
  const { second } = alias;
  return {
    AliasArn: functionArn(scope, name, alias.name),
    Name: alias.name,
    FunctionVersion: alias.version,
    Description: alias.description,
    RevisionId: alias.revisionId,
    ...(second === undefined
      ? {}
      : { RoutingConfig: { AdditionalVersionWeights: { [second.version]: second.weight } } }),
  };
}
