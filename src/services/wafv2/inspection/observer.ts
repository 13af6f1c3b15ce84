import type { Inspection } from '../../../contract/edge.ts';
import type { Evaluation, RuleMatch } from '../../../firewall/evaluation.ts';
import { type AddressLookup, splitTarget } from '../../../firewall/request.ts';
import { isKept } from './log-filter.ts';
import { headersOf, logRecord } from './log-record.ts';
import type { FirewallParts } from './parts.ts';
import type { Recorder } from './recorder.ts';
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
  readonly #locate: AddressLookup | undefined;
  readonly #tally: TallyTerms;
  /** Metric names of the web ACL's own rules, by their names. */
  readonly #metrics: ReadonlyMap<string, string>;
  /** Metric names of rules of which no requests are kept as samples. */
  readonly #unsampled: ReadonlySet<string>;

  constructor(parts: FirewallParts, recorder: Recorder, locate: AddressLookup | undefined) {
    this.#parts = parts;
    this.#recorder = recorder;
    this.#locate = locate;
    const { webAcl, groups } = parts;
    const own = webAcl.settings.VisibilityConfig;
    const rules = [webAcl, ...groups.values()].flatMap((each) => each.rules);
    this.#metrics = new Map(
      webAcl.rules.map((rule) => [rule.Name, rule.VisibilityConfig.MetricName]),
    );
    const without = (shows: (rule: (typeof rules)[number]) => boolean): ReadonlySet<string> =>
      new Set(rules.filter((rule) => !shows(rule)).map((rule) => rule.VisibilityConfig.MetricName));
    this.#unsampled = without((rule) => rule.VisibilityConfig.SampledRequestsEnabled);
    this.#tally = {
      scope: webAcl.scope,
      wafScope: webAcl.wafScope,
      metricName: own.CloudWatchMetricsEnabled ? own.MetricName : undefined,
      silent: without((rule) => rule.VisibilityConfig.CloudWatchMetricsEnabled),
    };
  }

  observe(evaluation: Evaluation, inspection: Inspection): void {
    this.#recorder.tally.add(evaluation, this.#tally);
    const shown = this.#protected(inspection);
    this.#sample(evaluation, shown);
    this.#log(evaluation, shown);
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
      const referring = this.#metrics.get(match.group?.referencedBy ?? '');
      for (const metric of new Set([match.metricName, referring ?? match.metricName])) {
        if (this.#unsampled.has(metric)) continue;
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
    const record = logRecord(
      evaluation,
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
    return this.#locate?.(address).country;
  }
}
