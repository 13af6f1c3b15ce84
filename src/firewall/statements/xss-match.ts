import type { XssMatchStatement } from '../../../models/wafv2/types.ts';
import { detectScript } from '../detectors/script/detect.ts';
import { fieldSlot } from './field-slot.ts';
import { anyValue, type Building, type Matcher } from './matching.ts';
import { matchDetail } from './match-detail.ts';

/** XssMatch: the value would run script where a page shows it: as text, in an attribute, in an address. Linear. */
export function xssMatch(statement: XssMatchStatement, building: Building): Matcher {
  const { field, slot } = fieldSlot(statement, building);
  return anyValue(slot, (value, { name }, matching) => {
    const found = detectScript(value);
    if (found === undefined) return false;
    matching.details.push({ conditionType: 'XSS', ...matchDetail(field.location, found, name) });
    return true;
  });
}
