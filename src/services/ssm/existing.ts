import type { AuthorizedResource, Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { parameterNotFound } from './errors.ts';
import { parameterKind } from './resources.ts';
import type { ParameterDocument } from './state.ts';

export interface ExistingParameter {
  readonly resource: AuthorizedResource<ParameterDocument>;
  readonly parameter: ParameterDocument;
  readonly arn: string;
  /** Documents of the parameter's own scope. */
  readonly view: View;
}

/** The parameter that a call was authorized for, noted in its record. Errors: `missing`, or ParameterNotFound. */
export async function existingParameter(
  context: Context,
  name: string,
  missing: () => ServiceError = parameterNotFound,
): Promise<ExistingParameter> {
  const resource = await resolved(context, name, missing);
  const { document: parameter, arn, scope } = resource.resolved;
  if (parameter === undefined) throw missing();
  context.audit.resource('AWS::SSM::Parameter', arn, scope.account);
  return { resource, parameter, arn, view: context.viewOf(resource) };
}

async function resolved(context: Context, name: string, missing: () => ServiceError) {
  try {
    return await context.resolve(parameterKind, name);
  } catch (error) {
    const isMissing = error instanceof ServiceError && error.code === 'ParameterNotFound';
    throw isMissing ? missing() : error;
  }
}
