import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { shown } from './configuration.ts';
import { showEnvironment } from './environment.ts';
import { unbuilt } from './errors.ts';
import { functionArn } from './function-names.ts';
import { pageOf } from './pages.ts';
import { type FunctionPlace, functionOf, onFunction } from './resources.ts';
import { functions } from './state.ts';

export const getFunction: OperationOf<LambdaOperations, 'GetFunction'> = {
  name: 'GetFunction',
  access: 'read',
  authorize: onFunction('lambda:GetFunction'),
  handle: async (input, context) => {
    const { place } = await functionOf(context, input);
    const { tags, reservedConcurrency } = place.document;
    return {
      Configuration: await configurationOf(context, place),
      Code: { RepositoryType: 'S3' },
      ...(Object.keys(tags).length === 0 ? {} : { Tags: tags }),
      ...(reservedConcurrency === undefined
        ? {}
        : { Concurrency: { ReservedConcurrentExecutions: reservedConcurrency } }),
    };
  },
};

export const getFunctionConfiguration: OperationOf<LambdaOperations, 'GetFunctionConfiguration'> = {
  name: 'GetFunctionConfiguration',
  access: 'read',
  authorize: onFunction('lambda:GetFunctionConfiguration'),
  handle: async (input, context) => {
    const { place } = await functionOf(context, input);
    return configurationOf(context, place);
  },
};

/** With the variables, as far as the caller may open them. */
async function configurationOf(context: Context, place: FunctionPlace) {
  const { document, version, qualifier } = place;
  const { environment: sealed } = version;
  if (sealed === undefined) return shown(document, version, { qualifier });
  const arn = functionArn(document.scope, document.name);
  try {
    const environment = { Variables: await showEnvironment(context, sealed, arn) };
    return shown(document, version, { qualifier, environment });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const Message =
      'Lambda was unable to decrypt your environment variables because the KMS access was denied. ' +
      `Please check your KMS permissions. KMS Exception: ${error.code} KMS Message: ${error.message}`;
    const environment = { Error: { ErrorCode: error.code, Message } };
    return shown(document, version, { qualifier, environment });
  }
}

export const listFunctions: OperationOf<LambdaOperations, 'ListFunctions'> = {
  name: 'ListFunctions',
  access: 'read',
  authorize: async () => [{ action: 'lambda:ListFunctions', resource: '*' }],
  handle: async (input, context) => {
    if (input.FunctionVersion === 'ALL') throw unbuilt('ListFunctions', 'FunctionVersion ALL');
    const page = pageOf(context.call, input);
    const { items, last } = await context.view.list(functions, page.query);
    return {
      Functions: items.map(({ document }) => shown(document, document.latest)),
      ...page.answer(last),
    };
  },
};
