import type { DnsDetector } from '../detector.ts';
import { SEVERITY } from '../draft.ts';
import { registrableDomain } from '../threats/domain-set.ts';
import { likeness } from './name-likeness.ts';
import { draftOfQuery } from './query-draft.ts';

const TYPE = 'Trojan:EC2/DGADomainRequest.B';
/** So many names, whose mean is no more like a name than this. Few names must be as bad as chance. */
const LIMITS = [
  { names: 10, likeness: 0 },
  { names: 25, likeness: 0.5 },
];

/** A machine asks for many domains that no person would have thought of. Machines are judged, not single names. */
export const generatedDomains: DnsDetector = {
  types: [TYPE],
  detect: (window) => {
    const [first] = window;
    const domains = new Set(window.map(({ name }) => registrableDomain(name)));
    const scores = [...domains].flatMap((domain) => likeness(domain.split('.')[0] ?? '') ?? []);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const isMade = LIMITS.some((limit) => scores.length >= limit.names && mean < limit.likeness);
    if (first === undefined || !isMade) return [];
    return [
      draftOfQuery(first, {
        type: TYPE,
        severity: SEVERITY.high,
        title: `EC2 instance ${first.client} is querying algorithmically generated domains.`,
        description:
          `EC2 instance ${first.client} asked for ${scores.length} domains that an algorithm may have ` +
          `made, such as ${[...domains].slice(0, 3).join(', ')}.`,
        key: first.client,
        additional: { domains: scores.length },
      }),
    ];
  },
};
