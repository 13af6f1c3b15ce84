import type { SsmOperations } from '../../../models/ssm/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { parseReference } from './domain/parameter-name.ts';
import { parameterNotFound } from './errors.ts';
import { existingParameter } from './existing.ts';
import { removeParameter } from './removal.ts';
import { parameterKind } from './resources.ts';

export const deleteParameter: OperationOf<SsmOperations, 'DeleteParameter'> = {
  name: 'DeleteParameter',
  access: 'write',
  authorize: async (input, context) => [
    { action: 'ssm:DeleteParameter', resource: await context.resolve(parameterKind, input.Name) },
  ],
  handle: async (input, context) => {
    await remove(context, input.Name);
    return {};
  },
};

export const deleteParameters: OperationOf<SsmOperations, 'DeleteParameters'> = {
  name: 'DeleteParameters',
  access: 'write',
  authorize: async (input, context) =>
    Promise.all(
      [...new Set(input.Names)].map(async (name) => ({
        action: 'ssm:DeleteParameters',
        resource: await context.resolve(parameterKind, name),
      })),
    ),
  handle: async (input, context) => {
    const DeletedParameters: string[] = [];
    const InvalidParameters: string[] = [];
    for (const name of new Set(input.Names)) {
      try {
        await remove(context, name);
        DeletedParameters.push(name);
      } catch (error) {
        if (!(error instanceof ServiceError && error.code === 'ParameterNotFound')) throw error;
        InvalidParameters.push(name);
      }
    }
    return { DeletedParameters, InvalidParameters };
  },
};

/** A parameter goes by its name, never by one of its versions. Errors: ParameterNotFound. */
async function remove(context: Context, name: string): Promise<void> {
  const { parameter } = await existingParameter(context, name);
  if (parseReference(name, context.call.scope).selector !== undefined) throw parameterNotFound();
  await removeParameter(context.unit, parameter, context.call.now);
}
