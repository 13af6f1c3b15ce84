import { type AllowDefinition, compileAllowList } from './allow-list.ts';
import { managedIdentifier } from './catalogue.ts';
import { compileCustom, type CustomDefinition } from './custom-identifier.ts';
import { Scanner } from './scanner.ts';

/** What is looked for. */
export interface Plan {
  /** Ids of managed data identifiers. */
  readonly managed: readonly string[];
  readonly customs: readonly CustomDefinition[];
  readonly allowed: AllowDefinition;
}

export function scannerOf({ managed, customs, allowed }: Plan): Scanner {
  return new Scanner(
    managed.flatMap((id) => managedIdentifier(id) ?? []),
    customs.map(compileCustom),
    compileAllowList(allowed),
  );
}
