import type { RateBasedStatement } from '../../../models/wafv2/types.ts';
import type { RateRuleResult } from '../evaluation.ts';
import type { RateRuleKey } from '../rate-counters.ts';
import type { Building, Matcher } from './matching.ts';
import { rateKeyReader } from './rate-keys.ts';
import type { StatementCompiler } from './table.ts';

const WINDOW_SEC_DEFAULT = 300;

/**
 * RateBased: the key has had more requests than the limit within the window, this one included. A request without a part of
 * the key is neither counted nor limited; so is one that the scope-down statement doesn't match. Exact to ten seconds: where
 * AWS estimates, the request behind the last allowed one is limited at once.
 */
export function rateBased(
  statement: RateBasedStatement,
  building: Building,
  compile: StatementCompiler,
): Matcher {
  const windowSec = statement.EvaluationWindowSec ?? WINDOW_SEC_DEFAULT;
  const rule: RateRuleKey = {
    id: `${building.counterId}|${JSON.stringify(statement)}`,
    limit: statement.Limit,
    windowSec,
  };
  const scopeDown = statement.ScopeDownStatement && compile(statement.ScopeDownStatement, building);
  const readKey = rateKeyReader(statement, building);
  const told = {
    rateBasedRuleId: rule.id,
    rateBasedRuleName: building.ruleName,
    limitKey: LIMIT_KEYS[statement.AggregateKeyType],
    maxRateAllowed: statement.Limit,
    evaluationWindowSec: windowSec,
  };
  return (matching) => {
    if (scopeDown?.(matching) === false || matching.notApplied) return false;
    const key = readKey(matching);
    if (key === undefined) return false;
    const limited = matching.counters.hit(rule, key.id, matching.now);
    matching.rateRules.push({
      ...told,
      customValues: key.customValues,
      limited,
      ...(key.address === undefined ? {} : { limitValue: key.address }),
    });
    return limited;
  };
}

const LIMIT_KEYS: Readonly<
  Record<RateBasedStatement['AggregateKeyType'], RateRuleResult['limitKey']>
> = { IP: 'IP', FORWARDED_IP: 'FORWARDED_IP', CUSTOM_KEYS: 'CUSTOMKEYS', CONSTANT: 'CONSTANT' };
