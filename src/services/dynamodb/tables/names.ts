import type { Scope } from '../../../core/scope.ts';
import { invalid } from '../domain/invalid.ts';
import { type TableReference, tableReference } from '../resources.ts';

const NAME = /^[a-zA-Z0-9_.-]{3,255}$/;

/** The table that a request names, by its name or an ARN in the call's Region. Errors: ValidationException. */
export function namedTable(named: string, caller: Scope): TableReference {
  const reference = tableReference(named, caller);
  if (reference === undefined) {
    throw invalid(`Invalid table ARN: ${named}`);
  }
  requireName(reference.name);
  return reference;
}

/** Of a table or an index. Errors: ValidationException. */
export function requireName(name: string): void {
  if (NAME.test(name)) return;
  throw invalid(
    'Invalid table/index name.  Table/index names must be between 3 and 255 characters long, and may contain only ' +
      "the characters a-z, A-Z, 0-9, '_', '-', and '.'",
  );
}
