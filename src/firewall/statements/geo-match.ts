import type { GeoMatchStatement } from '../../../models/wafv2/types.ts';
import { addressOf } from './addressed.ts';
import { type Building, type Matcher, NEVER } from './matching.ts';

/**
 * GeoMatch: the country of the client's address, or of the first one of a header. Every request it looks at is labelled with
 * country and region, matched or not. One look-up. A country that can't be told is `XX`.
 */
export function geoMatch(
  { CountryCodes, ForwardedIPConfig }: GeoMatchStatement,
  building: Building,
): Matcher {
  const { placeOf } = building.parts.known;
  if (placeOf === undefined) {
    building.missing.add('a database of countries');
    return NEVER;
  }
  const wanted = new Set<string>(CountryCodes ?? []);
  const prefix = `awswaf:${ForwardedIPConfig === undefined ? 'clientip' : 'forwardedip'}:geo:`;
  return (matching) => {
    const found = addressOf(matching, ForwardedIPConfig);
    if (typeof found === 'boolean') return found;
    const { country = 'XX', region = `${country}-XX` } = placeOf(found.text);
    matching.labels.addLater(`${prefix}country:${country}`);
    matching.labels.addLater(`${prefix}region:${region}`);
    return wanted.has(country);
  };
}
