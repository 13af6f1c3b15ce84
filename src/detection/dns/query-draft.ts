import type { Draft } from '../draft.ts';
import { registrableDomain } from '../threats/domain-set.ts';
import type { DnsQuery } from './dns-query.ts';

/** A finding on the machine that asked: one for each domain that somebody registered. */
export function draftOfQuery(
  query: DnsQuery,
  draft: Pick<Draft, 'type' | 'severity' | 'title' | 'description'> & Partial<Draft>,
): Draft {
  return {
    key: `${query.client}/${registrableDomain(query.name)}`,
    at: query.time,
    role: 'ACTOR',
    action: { kind: 'dns', query },
    feature: 'DNS_LOGS',
    ...draft,
  };
}
