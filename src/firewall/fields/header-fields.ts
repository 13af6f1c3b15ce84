import type { HeaderOrder, Headers, SingleHeader } from '../../../models/wafv2/types.ts';
import { ABSENT, type Field, type FieldValue, settled, single } from './reading.ts';
import type { RequestFacts } from './request-facts.ts';

/**
 * SingleHeader: each line of that name by itself. The name's case doesn't matter. Whole lines: what one header says is never
 * cut, so padding it doesn't push a payload out of sight.
 */
export function singleHeader({ Name }: SingleHeader): Field {
  const lowerName = Name.toLowerCase();
  return {
    id: `header:${lowerName}`,
    location: 'HEADER',
    read: (facts) => ({
      values: facts.headerValues(lowerName).map((value) => ({ value, name: Name })),
    }),
  };
}

/** Headers: keys, values or both of all lines, or of those that are named, or of all but those. */
export function headers(settings: Headers): Field {
  const { IncludedHeaders, ExcludedHeaders } = settings.MatchPattern;
  const included = IncludedHeaders && new Set(IncludedHeaders.map((name) => name.toLowerCase()));
  const excluded = ExcludedHeaders && new Set(ExcludedHeaders.map((name) => name.toLowerCase()));
  return {
    id: `headers:${JSON.stringify(settings)}`,
    location: 'ALL_HEADERS',
    read(facts) {
      const oversize = oversizeHeaders(facts, settings.OversizeHandling);
      if (oversize !== undefined) return oversize;
      const values: FieldValue[] = [];
      for (const { name, lowerName, value } of facts.headers.items) {
        if (included?.has(lowerName) === false || excluded?.has(lowerName) === true) continue;
        if (settings.MatchScope !== 'VALUE') values.push({ value: name, name });
        if (settings.MatchScope !== 'KEY') values.push({ value, name });
      }
      return { values };
    },
  };
}

/** HeaderOrder: the names in their order, in lower case: `host:user-agent:accept`. Tells clients apart that claim one name. */
export function headerOrder({ OversizeHandling }: HeaderOrder): Field {
  return {
    id: `header-order:${OversizeHandling}`,
    location: 'HEADER_ORDER',
    read(facts) {
      const oversize = oversizeHeaders(facts, OversizeHandling);
      if (oversize !== undefined) return oversize;
      const names = facts.headers.items.map(({ lowerName }) => lowerName);
      return names.length === 0 ? ABSENT : single(names.join(':'));
    },
  };
}

function oversizeHeaders(facts: RequestFacts, handling: string) {
  if (!facts.headers.continues) return undefined;
  facts.oversize.add('REQUEST_HEADERS');
  return handling === 'CONTINUE' ? undefined : settled(handling === 'MATCH');
}
