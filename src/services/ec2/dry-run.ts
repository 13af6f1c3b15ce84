import type { AnyOperation } from '../../contract/service.ts';
import { dryRun } from './errors.ts';

/** The operation, which does nothing where `DryRun` is set: who is allowed learns so, everybody else that they are not. */
export function unlessDryRun(operation: AnyOperation): AnyOperation {
  return {
    ...operation,
    authorize: (input, context) => operation.authorize(input, context),
    handle: async (input, context, acted) => {
      if ('DryRun' in input && input.DryRun === true) throw dryRun();
      return operation.handle(input, context, acted);
    },
  };
}
