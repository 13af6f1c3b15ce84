import type { PatchOperation } from '../../../models/apigateway/types.ts';
import { patched, PatchFault, type PatchRule } from './domain/patch.ts';
import { badRequest } from './errors.ts';

/** What patches put at a path, in order; a path that is taken away or emptied gives nothing. */
export function patchedTo(
  operations: readonly PatchOperation[] | undefined,
  path: string,
): readonly string[] {
  return (operations ?? []).flatMap((one) =>
    one.path === path && one.op !== 'remove' && one.value ? [one.value] : [],
  );
}

/** Errors: BadRequestException with AWS's text. */
export function applied<T extends object>(
  document: T,
  operations: readonly PatchOperation[] | undefined,
  rules: readonly PatchRule[],
): T {
  try {
    return patched(document, operations, rules);
  } catch (error) {
    if (error instanceof PatchFault) throw badRequest(error.message);
    throw error;
  }
}
