import type { Parameter, SsmOperations } from '../../../models/ssm/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { isPublic, levelOf, parameterArn, publicArn, ssmArn } from './domain/parameter-name.ts';
import { BY_PATH, type Filter, readFilters, satisfies } from './filters.ts';
import { pageOf } from './pages.ts';
import { publicPage } from './public-parameters.ts';
import { valueFor } from './retrieval.ts';
import { selectVersion } from './selection.ts';
import { shownParameter } from './shown.ts';
import type { ParameterDocument } from './state.ts';
import { walk } from './walk.ts';

const PAGE_DEFAULT = 10;

/**
 * Parameters below a level of the hierarchy. The path that is asked for is authorized, and not what stands below it: who
 * may read `/a` recursively reads `/a/b`, whatever is denied on `/a/b`.
 */
export const getParametersByPath: OperationOf<SsmOperations, 'GetParametersByPath'> = {
  name: 'GetParametersByPath',
  access: 'read',
  authorize: async (input, { call }) => {
    const { scope } = call;
    const resource = isPublic(input.Path)
      ? publicArn(scope.region, input.Path)
      : ssmArn(scope, `parameter${input.Path.startsWith('/') ? '' : '/'}${input.Path}`);
    const conditions = new Map([['ssm:recursive', [String(input.Recursive ?? false)]]]);
    return [{ action: 'ssm:GetParametersByPath', resource, conditions }];
  },
  handle: async (input, context) => {
    const { Path, Recursive = false, WithDecryption = false, MaxResults = PAGE_DEFAULT } = input;
    const filters = readFilters(input.ParameterFilters, BY_PATH);
    const page = pageOf(context.call, input.NextToken, [Path, Recursive, filters]);
    if (isPublic(Path)) {
      const { items, last } = publicPage(context.call.scope.region, {
        level: Path.replace(/\/$/, ''),
        isRecursive: Recursive,
        after: page.after?.key,
        limit: MaxResults,
      });
      return { Parameters: items, ...page.answer(last) };
    }
    const level = levelOf(Path);
    const found = await walk(context.view, {
      place: placeOf(level, Recursive),
      after: page.after,
      limit: MaxResults,
      wanted: (parameter) => satisfies(parameter, filters),
    });
    const Parameters: Parameter[] = [];
    for (const parameter of found.parameters) {
      Parameters.push(...(await shown(context, parameter, filters, WithDecryption)));
    }
    return { Parameters, ...page.answer(found.last) };
  },
};

/** Where the parameters below a level stand in their order. */
export function placeOf(level: string, isRecursive: boolean) {
  if (!isRecursive) return { index: 'level', prefix: `${level}|` };
  return level === '' ? {} : { prefix: `${level}/` };
}

/** The latest version, or those that have the labels which are asked for. */
async function shown(
  context: Context,
  parameter: ParameterDocument,
  filters: readonly Filter[],
  withDecryption: boolean,
): Promise<readonly Parameter[]> {
  const { account } = context.call.scope;
  context.audit.resource(
    'AWS::SSM::Parameter',
    parameterArn(parameter.scope, parameter.id),
    account,
  );
  const labels = filters
    .find(({ key }) => key === 'Label')
    ?.values.filter((label) => Object.hasOwn(parameter.labels, label));
  const results: Parameter[] = [];
  for (const selector of labels ?? [undefined]) {
    const version = await selectVersion(context.view, parameter, selector);
    const value = await valueFor(context, parameter, version, withDecryption);
    results.push(shownParameter(parameter, version, value, selector));
  }
  return results;
}
