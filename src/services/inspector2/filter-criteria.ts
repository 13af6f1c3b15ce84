import type { FilterCriteria } from '../../../models/inspector2/types.ts';
import type { FilterDocument } from './state.ts';

const INSTANTS: ReadonlySet<string> = new Set(['startInclusive', 'endInclusive']);

/** What a filter asks of findings, with its dates. */
export function criteriaIn({ criteria }: FilterDocument): FilterCriteria {
  const read: FilterCriteria = JSON.parse(criteria, (name, value: unknown) =>
    INSTANTS.has(name) && typeof value === 'string' ? new Date(value) : value,
  );
  return read;
}
