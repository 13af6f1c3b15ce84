import type { Firewall, FirewallSource, Inspection } from '../../../contract/edge.ts';
import { RecencyCache } from '../../../core/recency-cache.ts';
import type { AddressKnowledge } from '../../../firewall/addresses/knowledge.ts';
import { compile } from '../../../firewall/program.ts';
import type { RateCounters } from '../../../firewall/rate-counters.ts';
import { shownWebAcl } from '../web-acls.ts';
import { bodyLimitOf } from './body-limits.ts';
import { inspectedRequest } from './inspected-request.ts';
import { Observer } from './observer.ts';
import { engineGroups, engineIpSets, type FirewallParts, firewallParts } from './parts.ts';
import type { Recorder } from './recorder.ts';
import { type AnswerTerms, verdictOf } from './verdict.ts';

/** Web ACLs that are held ready. */
const READY_MAX = 1_024;

export interface SourceParts {
  readonly counters: RateCounters;
  readonly recorder: Recorder;
  readonly known: AddressKnowledge;
}

interface Ready {
  readonly version: string;
  readonly firewall: Firewall;
}

/** The firewalls that the edge asks. Each is made once, until something that it is made of changes. */
export function createFirewallSource(source: SourceParts): FirewallSource {
  const ready = new RecencyCache<Ready>(READY_MAX);
  return {
    find: async (unit, { resource, scope }) => {
      const parts = await firewallParts(unit, resource, scope);
      if (parts === undefined) return undefined;
      const key = `${parts.arn} ${parts.type}`;
      const known = ready.get(key);
      if (known?.version === parts.version) return known.firewall;
      const firewall = firewallOf(parts, source);
      ready.set(key, { version: parts.version, firewall });
      return firewall;
    },
  };
}

/**
 * Where rules ask for what isn't there, its inspections end with an Error: the API lets no such web ACL be, but another account's
 * group may go, and a server may start without the data that it had when the rules were made.
 */
function firewallOf(parts: FirewallParts, source: SourceParts): Firewall {
  const { counters, recorder, known } = source;
  const program = compile(shownWebAcl(parts.webAcl), {
    ipSets: engineIpSets(parts.ipSets),
    regexPatternSets: new Map([...parts.patternSets].map(([arn, { patterns }]) => [arn, patterns])),
    ruleGroups: engineGroups(parts.groups),
    tokenSecret: parts.tokenSecret,
    known,
  });
  const observer = new Observer(parts, recorder, known);
  const terms = answerTerms(parts);
  return {
    bodyLimit: program.readsBody ? bodyLimitOf(parts) : 0,
    inspect: (inspection: Inspection) => {
      if (program.missing.length > 0) throw new Error(`missing: ${program.missing.join(', ')}`);
      const evaluation = program.evaluate(inspectedRequest(inspection), counters, inspection.now);
      observer.observe(evaluation, inspection);
      return verdictOf(evaluation, inspection, terms);
    },
  };
}

function answerTerms({ type, webAcl, tokenSecret }: FirewallParts): AnswerTerms {
  return {
    service: SERVICES.get(type) ?? 'other',
    tokenSecret,
    tokenDomains: webAcl.settings.TokenDomains ?? [],
  };
}

const SERVICES: ReadonlyMap<string, AnswerTerms['service']> = new Map([
  ['APPLICATION_LOAD_BALANCER', 'elb'],
  ['API_GATEWAY', 'apigateway'],
  ['CLOUDFRONT', 'cloudfront'],
]);
