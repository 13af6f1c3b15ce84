import type { Cookies } from '../../../models/wafv2/types.ts';
import { type Field, type FieldValue, settled } from './reading.ts';

/** Cookies: keys, values or both of all, or of those that are named, or of all but those. Case matters in names. */
export function cookies(settings: Cookies): Field {
  const { IncludedCookies, ExcludedCookies } = settings.MatchPattern;
  const included = IncludedCookies && new Set(IncludedCookies);
  const excluded = ExcludedCookies && new Set(ExcludedCookies);
  return {
    id: `cookies:${JSON.stringify(settings)}`,
    location: 'COOKIES',
    read(facts) {
      if (facts.cookies.continues) {
        facts.oversize.add('REQUEST_COOKIES');
        const handling = settings.OversizeHandling;
        if (handling !== 'CONTINUE') return settled(handling === 'MATCH');
      }
      const values: FieldValue[] = [];
      for (const { name, value } of facts.cookies.items) {
        if (included?.has(name) === false || excluded?.has(name) === true) continue;
        if (settings.MatchScope !== 'VALUE') values.push({ value: name, name });
        if (settings.MatchScope !== 'KEY') values.push({ value, name });
      }
      return { values };
    },
  };
}
