import type { JsonBody } from '../../../models/wafv2/types.ts';
import { oversizeBody } from './body.ts';
import type { JsonElement } from './json-elements.ts';
import { ABSENT, type Field, settled, single } from './reading.ts';

/**
 * JsonBody: keys, values or both, of the whole document or below the JSON Pointers that are named. A path's own last key is
 * not looked at. Closes: escapes (`\u0027`) that a rule on the raw body doesn't see.
 */
export function jsonBody(settings: JsonBody): Field {
  const { MatchPattern, MatchScope, InvalidFallbackBehavior, OversizeHandling } = settings;
  const paths = MatchPattern.IncludedPaths;
  const isWanted = (element: JsonElement): boolean =>
    (MatchScope === 'ALL' || MatchScope === element.kind) &&
    (paths === undefined || paths.some((path) => isBelow(element, path)));
  return {
    id: `json:${JSON.stringify(settings)}`,
    location: 'UNKNOWN',
    read(facts) {
      const oversize = oversizeBody(facts, OversizeHandling ?? 'CONTINUE', 'REQUEST_JSON_BODY');
      if (oversize !== undefined) return oversize;
      if (facts.request.body === '') return ABSENT;
      const { elements, valid } = facts.json;
      if (!valid && InvalidFallbackBehavior !== undefined) {
        return InvalidFallbackBehavior === 'EVALUATE_AS_STRING'
          ? single(facts.request.body)
          : settled(InvalidFallbackBehavior === 'MATCH');
      }
      return { values: elements.filter(isWanted).map(({ text }) => ({ value: text })) };
    },
  };
}

function isBelow({ kind, pointer }: JsonElement, path: string): boolean {
  return (kind === 'VALUE' && pointer === path) || pointer.startsWith(`${path}/`);
}
