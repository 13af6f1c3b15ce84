import type { SqliMatchStatement } from '../../../models/wafv2/types.ts';
import { detectSqlInjection } from '../detectors/sql/detect.ts';
import { fieldSlot } from './field-slot.ts';
import { anyValue, type Building, type Matcher } from './matching.ts';
import { matchDetail } from './match-detail.ts';

/**
 * SqliMatch: the value would change the meaning of an SQL statement it is put into. LOW looks for shapes that ordinary text
 * doesn't have; HIGH also for fragments that text seldom has. Linear, with a bounded number of tokens.
 */
export function sqliMatch(statement: SqliMatchStatement, building: Building): Matcher {
  const sensitivityLevel = statement.SensitivityLevel ?? 'LOW';
  const { field, slot } = fieldSlot(statement, building);
  return anyValue(slot, (value, { name }, matching) => {
    const found = detectSqlInjection(value, sensitivityLevel);
    if (found === undefined) return false;
    const detail = matchDetail(field.location, found, name);
    matching.details.push({ conditionType: 'SQL_INJECTION', sensitivityLevel, ...detail });
    return true;
  });
}
