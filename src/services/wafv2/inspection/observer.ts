import type { VisibilityConfig } from '../../../../models/wafv2/types.ts';
import type { Inspection } from '../../../contract/edge.ts';
import type { AddressKnowledge } from '../../../firewall/addresses/knowledge.ts';
import type { Evaluation, RuleMatch } from '../../../firewall/evaluation.ts';
import { splitTarget } from '../../../firewall/request.ts';
import { isKept } from './log-filter.ts';
import { headersOf, logRecord } from './log-record.ts';
import type { FirewallParts } from './parts.ts';
import type { Recorder } from './recorder.ts';
import { protectedEvaluation } from './protected-details.ts';
import { protectedRequest, redacted } from './redaction.ts';
import type { Sample } from './samples.ts';
import type { TallyTerms } from './tally.ts';

const SOURCE_NAMES: ReadonlyMap<string, string> = new Map([
  ['APPLICATION_LOAD_BALANCER', 'ALB'],
  ['API_GATEWAY', 'APIGW'],
  ['APPSYNC', 'APPSYNC'],
  ['COGNITO_USER_POOL', 'COGNITOIDP'],
  ['APP_RUNNER_SERVICE', 'APPRUNNER'],
  ['VERIFIED_ACCESS_INSTANCE', 'VERIFIED_ACCESS'],
  ['CLOUDFRONT', 'CF'],
]);

/** Tells the recorder of what a web ACL did, as its settings say. */
export class Observer {
  readonly #parts: FirewallParts;
  readonly #recorder: Recorder;
  readonly #known: AddressKnowledge;
  readonly #tally: TallyTerms;
  /** What is shown of the web ACL's rules, by their names. */
  readonly #own: ReadonlyMap<string, VisibilityConfig>;
  /** What is shown of the rules in customers' groups, by the group's ARN and their names. */
  readonly #inGroups: ReadonlyMap<string, VisibilityConfig>;

  constructor(parts: FirewallParts, recorder: Recorder, known: AddressKnowledge) {
    this.#parts = parts;
    this.#recorder = recorder;
    this.#known = known;
    const { webAcl, groups } = parts;
    const own = webAcl.settings.VisibilityConfig;
    const { pre = [], post = [] } = webAcl.manager ?? {};
    this.#own = new Map(
      [...pre, ...webAcl.rules, ...post].map((rule) => [rule.Name, rule.VisibilityConfig]),
    );
    this.#inGroups = new Map(
      [...groups].flatMap(([group, { rules }]) =>
        rules.map((rule) => [`${group} ${rule.Name}`, rule.VisibilityConfig] as const),
      ),
    );
    this.#tally = {
      scope: webAcl.scope,
      wafScope: webAcl.wafScope,
      metricName: own.CloudWatchMetricsEnabled ? own.MetricName : undefined,
      isCounted: (match) => this.#visibilityOf(match)?.CloudWatchMetricsEnabled !== false,
    };
  }

  observe(evaluation: Evaluation, inspection: Inspection): void {
    this.#recorder.tally.add(evaluation, this.#tally);
    const shown = this.#protected(inspection);
    this.#sample(evaluation, shown);
    this.#log(evaluation, shown);
  }

  /** The rules of managed groups have no settings of their own: what the rule that refers to the group says counts for them. */
  #visibilityOf({ rule, group }: RuleMatch): VisibilityConfig | undefined {
    if (group === undefined) return this.#own.get(rule);
    return this.#inGroups.get(`${group.id} ${rule}`) ?? this.#own.get(group.referencedBy);
  }

  #protected(inspection: Inspection): Inspection {
    const { DataProtectionConfig: config } = this.#parts.webAcl.settings;
    if (config === undefined) return inspection;
    const request = protectedRequest(inspection.request, config.DataProtections);
    return { ...inspection, request };
  }

  #sample(evaluation: Evaluation, inspection: Inspection): void {
    const { arn, webAcl } = this.#parts;
    const { samples } = this.#recorder;
    const { now } = inspection;
    for (const match of evaluation.matches) {
      // What a group's rule matched is asked for by the metric of the rule that refers to the group, too.
      const referring = this.#own.get(match.group?.referencedBy ?? '');
      const metrics = new Set<string>();
      if (this.#visibilityOf(match)?.SampledRequestsEnabled !== false)
        metrics.add(match.metricName);
      if (referring?.SampledRequestsEnabled === true) metrics.add(referring.MetricName);
      for (const metric of metrics) {
        samples.add(arn, metric, now, () => this.#shown(evaluation, inspection, match));
      }
    }
    const { SampledRequestsEnabled, MetricName } = webAcl.settings.VisibilityConfig;
    if (evaluation.terminatingRule.id === 'Default_Action' && SampledRequestsEnabled) {
      samples.add(arn, MetricName, now, () => this.#shown(evaluation, inspection));
    }
  }

  #shown(evaluation: Evaluation, { request, now }: Inspection, match?: RuleMatch): Sample {
    const { path, query } = splitTarget(request.target);
    return {
      Request: {
        ClientIP: request.sourceIp,
        Country: this.#country(request.sourceIp) ?? '-',
        URI: query === '' ? path : `${path}?${query}`,
        Method: request.method,
        HTTPVersion: `HTTP/${request.httpVersion}`,
        Headers: headersOf(request.headers).map(({ name, value }) => ({
          Name: name,
          Value: value,
        })),
      },
      Timestamp: new Date(now),
      Action: match?.action ?? evaluation.action,
      ...(match?.group === undefined ? {} : { RuleNameWithinRuleGroup: match.group.sampleName }),
      ...(match?.overriddenAction === undefined
        ? {}
        : { OverriddenAction: match.overriddenAction }),
      RequestHeadersInserted: evaluation.insertHeaders.map(({ name, value }) => ({
        Name: name,
        Value: value,
      })),
      ...(evaluation.responseCode === undefined
        ? {}
        : { ResponseCodeSent: evaluation.responseCode }),
      Labels: evaluation.labels.slice(0, 100).map((Name) => ({ Name })),
    };
  }

  #log(evaluation: Evaluation, inspection: Inspection): void {
    const { arn, logging, type } = this.#parts;
    if (logging === undefined || !isKept(logging.LoggingFilter, evaluation)) return;
    const request = redacted(inspection.request, logging.RedactedFields ?? []);
    const protections = this.#parts.webAcl.settings.DataProtectionConfig?.DataProtections ?? [];
    const record = logRecord(
      protections.length === 0 ? evaluation : protectedEvaluation(evaluation, protections),
      { ...inspection, request },
      {
        webAcl: arn,
        sourceName: SOURCE_NAMES.get(type) ?? '-',
        country: this.#country(request.sourceIp),
      },
    );
    this.#recorder.queue.add({ webAcl: arn, text: JSON.stringify(record) });
  }

  #country(address: string): string | undefined {
    return this.#known.placeOf?.(address).country;
  }
}
