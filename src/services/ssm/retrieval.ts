import type { Parameter, SsmOperations } from '../../../models/ssm/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import {
  isPublic,
  parameterArn,
  parseReference,
  publicArn,
  SECRET_PREFIX,
} from './domain/parameter-name.ts';
import { parameterNotFound } from './errors.ts';
import { existingParameter } from './existing.ts';
import { publicParameter } from './public-parameters.ts';
import { parameterKind } from './resources.ts';
import { readSecret } from './secret-references.ts';
import { openValue } from './secure-values.ts';
import { selectVersion } from './selection.ts';
import { shownParameter } from './shown.ts';
import type { ParameterDocument, ParameterVersion } from './state.ts';

export const getParameter: OperationOf<SsmOperations, 'GetParameter'> = {
  name: 'GetParameter',
  access: 'read',
  authorize: async (input, context) => [
    await readPermission('ssm:GetParameter', input.Name, context),
  ],
  handle: async (input, context) => ({
    Parameter: await readParameter(context, input.Name, input.WithDecryption ?? false),
  }),
};

const ABSENT: ReadonlySet<string> = new Set(['ParameterNotFound', 'ParameterVersionNotFound']);

export const getParameters: OperationOf<SsmOperations, 'GetParameters'> = {
  name: 'GetParameters',
  access: 'read',
  authorize: async (input, context) =>
    Promise.all(
      [...new Set(input.Names)].map((name) => readPermission('ssm:GetParameters', name, context)),
    ),
  handle: async (input, context) => {
    const found: Parameter[] = [];
    const InvalidParameters: string[] = [];
    for (const name of [...new Set(input.Names)].toSorted()) {
      try {
        found.push(await readParameter(context, name, input.WithDecryption ?? false));
      } catch (error) {
        if (!(error instanceof ServiceError && ABSENT.has(error.code))) throw error;
        InvalidParameters.push(name);
      }
    }
    return { Parameters: found, InvalidParameters };
  },
};

/** May the caller read what a name leads to: a parameter, one of AWS's own, or a secret? */
async function readPermission(
  action: string,
  name: string,
  context: ResolveContext,
): Promise<Permission> {
  const { scope } = context.call;
  const own = publicName(name);
  if (own !== undefined) return { action, resource: publicArn(scope.region, own) };
  if (name.startsWith(SECRET_PREFIX)) {
    return { action, resource: parameterArn(scope, parseReference(name, scope).id) };
  }
  return { action, resource: await context.resolve(parameterKind, name) };
}

async function readParameter(
  context: Context,
  name: string,
  withDecryption: boolean,
): Promise<Parameter> {
  const own = publicName(name);
  if (own !== undefined) {
    const found = publicParameter(context.call.scope.region, own);
    if (found === undefined) throw parameterNotFound();
    return found;
  }
  if (name.startsWith(SECRET_PREFIX)) return readSecret(context, name, withDecryption);
  const { parameter, view } = await existingParameter(context, name);
  const { selector } = parseReference(name, context.call.scope);
  const version = await selectVersion(view, parameter, selector);
  const value = await valueFor(context, parameter, version, withDecryption);
  return shownParameter(parameter, version, value, selector);
}

/** The name of one of AWS's own parameters, which may be given as its ARN. */
function publicName(name: string): string | undefined {
  if (isPublic(name)) return name;
  const at = name.startsWith('arn:') ? name.indexOf('::parameter/aws/service/') : -1;
  return at < 0 ? undefined : name.slice(at + '::parameter'.length);
}

/** What a reader gets of a version: a SecureString opened, if that was asked for. */
export async function valueFor(
  context: Context,
  { scope, id }: ParameterDocument,
  { type, tier, value }: ParameterVersion,
  withDecryption: boolean,
): Promise<string> {
  if (type !== 'SecureString' || !withDecryption) return value;
  return openValue(context, { tier, arn: parameterArn(scope, id) }, value);
}
