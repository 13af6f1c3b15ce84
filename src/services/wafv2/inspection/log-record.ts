import type { Inspection } from '../../../contract/edge.ts';
import type { JsonObject } from '../../../core/json.ts';
import type {
  Evaluation,
  MatchDetail,
  MatchedRule,
  RuleGroupResult,
  TokenAnswer,
} from '../../../firewall/evaluation.ts';
import { splitTarget } from '../../../firewall/request.ts';

export interface RecordTerms {
  readonly webAcl: string;
  /** `ALB`, `APIGW`, `CF`. */
  readonly sourceName: string;
  /** Two letters, where it can be told. */
  readonly country: string | undefined;
}

const LABELS_MAX = 100;
/** Longer values of headers and the target are cut in records, which destinations bound. */
const TEXT_MAX = 8_192;

/** What the log tells of one request. Nothing is redacted yet. */
export function logRecord(
  evaluation: Evaluation,
  inspection: Inspection,
  terms: RecordTerms,
): JsonObject {
  const { terminatingRule, bodyBytesInspected } = evaluation;
  const { now, resource } = inspection;
  return {
    timestamp: now,
    formatVersion: 1,
    webaclId: terms.webAcl,
    terminatingRuleId: terminatingRule.id,
    terminatingRuleType: terminatingRule.type,
    action: evaluation.action,
    terminatingRuleMatchDetails: terminatingRule.details.map(shownDetail),
    httpSourceName: terms.sourceName,
    httpSourceId: resource,
    ruleGroupList: evaluation.ruleGroups.map(shownGroup),
    rateBasedRuleList: evaluation.rateRules
      .filter(({ limited }) => limited)
      .map(({ limited: _limited, customValues, ...rule }) => ({
        ...rule,
        customValues: customValues.map((value) => ({ ...value })),
      })),
    nonTerminatingMatchingRules: evaluation.nonTerminatingMatchingRules.map(shownRule),
    requestHeadersInserted: evaluation.insertHeaders.map(({ name, value }) => ({ name, value })),
    responseCodeSent: evaluation.responseCode ?? null,
    httpRequest: shownRequest(inspection, terms),
    labels: evaluation.labels.slice(0, LABELS_MAX).map((name) => ({ name })),
    ...(evaluation.captchaResponse && { captchaResponse: shownToken(evaluation.captchaResponse) }),
    ...(evaluation.challengeResponse && {
      challengeResponse: shownToken(evaluation.challengeResponse),
    }),
    ...fingerprints(inspection),
    oversizeFields: evaluation.oversizeFields,
    ...bodySizes(inspection, bodyBytesInspected),
    ...(evaluation.clientAsn === undefined ? {} : { clientAsn: evaluation.clientAsn }),
    ...(evaluation.forwardedAsn === undefined ? {} : { forwardedAsn: evaluation.forwardedAsn }),
  };
}

function shownRequest({ request }: Inspection, { country = '-' }: RecordTerms): JsonObject {
  const { path, query, fragment } = splitTarget(request.target);
  return {
    clientIp: request.sourceIp,
    country,
    headers: headersOf(request.headers),
    uri: path.slice(0, TEXT_MAX),
    args: query.slice(0, TEXT_MAX),
    httpVersion: `HTTP/${request.httpVersion}`,
    httpMethod: request.method,
    requestId: request.id,
    fragment: fragment ?? '',
    scheme: request.tls === undefined ? 'http' : 'https',
    host: request.host,
  };
}

export function headersOf(namesAndValues: readonly string[]) {
  const headers: { readonly name: string; readonly value: string }[] = [];
  for (let at = 0; at + 1 < namesAndValues.length; at += 2) {
    const [name = '', value = ''] = namesAndValues.slice(at, at + 2);
    headers.push({ name, value: value.slice(0, TEXT_MAX) });
  }
  return headers;
}

function fingerprints({ request: { tls } }: Inspection): JsonObject {
  return {
    ...(tls?.ja3 === undefined ? {} : { ja3Fingerprint: tls.ja3 }),
    ...(tls?.ja4 === undefined ? {} : { ja4Fingerprint: tls.ja4 }),
  };
}

function bodySizes({ bodyStart }: Inspection, inspected: number | undefined): JsonObject {
  return {
    requestBodySize: bodyStart.length,
    ...(inspected === undefined ? {} : { requestBodySizeInspectedByWAF: inspected }),
  };
}

function shownDetail(detail: MatchDetail): JsonObject {
  const { sensitivityLevel, matchedFieldName, ...rest } = detail;
  return {
    ...rest,
    ...(sensitivityLevel === undefined ? {} : { sensitivityLevel }),
    ...(matchedFieldName === undefined ? {} : { matchedFieldName }),
  };
}

function shownRule(rule: MatchedRule): JsonObject {
  return {
    ruleId: rule.ruleId,
    action: rule.action,
    ...(rule.overriddenAction === undefined ? {} : { overriddenAction: rule.overriddenAction }),
    ruleMatchDetails: rule.details.map(shownDetail),
    ...(rule.captchaResponse && { captchaResponse: shownToken(rule.captchaResponse) }),
    ...(rule.challengeResponse && { challengeResponse: shownToken(rule.challengeResponse) }),
  };
}

function shownGroup(group: RuleGroupResult): JsonObject {
  const { terminatingRule: ending, excludedRules } = group;
  return {
    ruleGroupId: group.ruleGroupId,
    terminatingRule: ending === undefined ? null : shownRule(ending),
    nonTerminatingMatchingRules: group.nonTerminatingMatchingRules.map(shownRule),
    excludedRules: excludedRules.length === 0 ? null : excludedRules.map((rule) => ({ ...rule })),
  };
}

function shownToken({ responseCode, solveTimestamp, failureReason }: TokenAnswer): JsonObject {
  return {
    responseCode,
    ...(solveTimestamp === undefined ? {} : { solveTimestamp }),
    ...(failureReason === undefined ? {} : { failureReason }),
  };
}
