import { createHash } from 'node:crypto';
import type { DataProtection } from '../../../../models/wafv2/types.ts';
import type {
  CustomRateValue,
  Evaluation,
  FieldLocation,
  MatchDetail,
  MatchedRule,
} from '../../../firewall/evaluation.ts';
import { urlDecode } from '../../../firewall/transformations/url.ts';

export const REDACTED = 'REDACTED';

/** What stands in the place of a protected value. */
export function protectedValue(value: string, { Action }: Pick<DataProtection, 'Action'>): string {
  return Action === 'HASH' ? createHash('sha256').update(value).digest('hex') : REDACTED;
}

/**
 * What was decided of a request as logs may show it, by a web ACL's data protection: what rules found in protected fields,
 * and what rate rules counted by, unless a protection leaves these out. Where it can't be told from which field a piece came,
 * it counts as protected.
 */
export function protectedEvaluation(
  evaluation: Evaluation,
  protections: readonly DataProtection[],
): Evaluation {
  const ofDetails = protections.filter(({ ExcludeRuleMatchDetails }) => !ExcludeRuleMatchDetails);
  const ofRates = protections.filter(({ ExcludeRateBasedDetails }) => !ExcludeRateBasedDetails);
  const detail = (given: MatchDetail): MatchDetail => {
    const found = ofDetails.find((one) => covers(one, given.location, given.matchedFieldName));
    if (found === undefined) return given;
    return {
      ...given,
      matchedData: given.matchedData.map((piece) => protectedValue(piece, found)),
    };
  };
  const rule = (given: MatchedRule): MatchedRule => ({
    ...given,
    details: given.details.map(detail),
  });
  const rate = (given: CustomRateValue): CustomRateValue => {
    const location = RATE_LOCATIONS.get(given.key);
    const found = location && ofRates.find((one) => covers(one, location, given.name));
    return found === undefined ? given : { ...given, value: protectedValue(given.value, found) };
  };
  const { terminatingRule } = evaluation;
  return {
    ...evaluation,
    terminatingRule: { ...terminatingRule, details: terminatingRule.details.map(detail) },
    nonTerminatingMatchingRules: evaluation.nonTerminatingMatchingRules.map(rule),
    ruleGroups: evaluation.ruleGroups.map((group) => ({
      ...group,
      nonTerminatingMatchingRules: group.nonTerminatingMatchingRules.map(rule),
      ...(group.terminatingRule === undefined
        ? {}
        : { terminatingRule: rule(group.terminatingRule) }),
    })),
    rateRules: evaluation.rateRules.map((given) => ({
      ...given,
      customValues: given.customValues.map(rate),
    })),
  };
}

/** Where the values of custom keys come from. */
const RATE_LOCATIONS: ReadonlyMap<string, FieldLocation> = new Map([
  ['HEADER', 'HEADER'],
  ['COOKIE', 'COOKIES'],
  ['QUERY_ARGUMENT', 'SINGLE_QUERY_ARG'],
  ['QUERY_STRING', 'QUERY_STRING'],
]);

/** Locations whose pieces each kind of protected field may be among. */
const LOCATIONS: Readonly<
  Record<DataProtection['Field']['FieldType'], ReadonlySet<FieldLocation>>
> = {
  SINGLE_HEADER: new Set(['HEADER', 'ALL_HEADERS', 'COOKIES']),
  SINGLE_COOKIE: new Set(['COOKIES', 'HEADER', 'ALL_HEADERS']),
  SINGLE_QUERY_ARGUMENT: new Set(['SINGLE_QUERY_ARG', 'ALL_QUERY_ARGS', 'QUERY_STRING']),
  QUERY_STRING: new Set(['SINGLE_QUERY_ARG', 'ALL_QUERY_ARGS', 'QUERY_STRING']),
  BODY: new Set(['BODY']),
};

function covers({ Field }: DataProtection, location: FieldLocation, name?: string): boolean {
  if (location === 'UNKNOWN') return true;
  const { FieldType: type, FieldKeys } = Field;
  if (!LOCATIONS[type].has(location)) return false;
  if (type === 'QUERY_STRING' || type === 'BODY' || location === 'QUERY_STRING') return true;
  const keys = (FieldKeys ?? []).map(comparedName);
  const isHeader = location === 'HEADER' || location === 'ALL_HEADERS';
  // A cookie is a part of the header `Cookie`, and stands in what was found in it.
  if (type === 'SINGLE_HEADER' && location === 'COOKIES') return keys.includes('cookie');
  if (name === undefined) return true;
  const compared = comparedName(name);
  return type === 'SINGLE_COOKIE' && isHeader ? compared === 'cookie' : keys.includes(compared);
}

/** As rules compare names: decoded, in lower case. */
export function comparedName(name: string): string {
  return urlDecode(name).trim().toLowerCase();
}
