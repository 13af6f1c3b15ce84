import { groupedBy } from '../grouping.ts';
import type { DnsDetector } from '../detector.ts';
import { SEVERITY } from '../draft.ts';
import { registrableDomain } from '../threats/domain-set.ts';
import type { DnsQuery } from './dns-query.ts';
import { draftOfQuery } from './query-draft.ts';

const TYPE = 'Trojan:EC2/DNSDataExfiltration';
/** Few long names, or very many short ones; entropy in bits a character. */
const LONG = { unique: 30, length: 30, entropy: 3.3 };
const MANY = { unique: 300, length: 15, entropy: 2.8 };

/** Data leaves by the names that are asked for: many, long, and like noise, below one domain. */
export const tunnels: DnsDetector = {
  types: [TYPE],
  detect: (window) => {
    const byDomain = groupedBy(window, ({ name }) => registrableDomain(name));
    return [...byDomain].flatMap(([domain, queries]) => {
      const [first] = queries;
      if (first === undefined || !isTunnel(domain, queries)) return [];
      return [
        draftOfQuery(first, {
          type: TYPE,
          severity: SEVERITY.high,
          title: `EC2 instance ${first.client} is moving data through DNS queries.`,
          description:
            `EC2 instance ${first.client} asked for ${queries.length} names below ${domain} that look ` +
            'like encoded data.',
          additional: { domain, queries: queries.length },
        }),
      ];
    });
  },
};

function isTunnel(domain: string, queries: readonly DnsQuery[]): boolean {
  const below = new Set(queries.map(({ name }) => name.slice(0, -domain.length - 1)));
  below.delete('');
  const unique = below.size;
  if (unique < LONG.unique) return false;
  const texts = [...below].map((name) => name.replaceAll('.', ''));
  const length = texts.reduce((sum, text) => sum + text.length, 0) / unique;
  const entropy = texts.reduce((sum, text) => sum + entropyOf(text), 0) / unique;
  return [LONG, MANY].some(
    (least) => unique >= least.unique && length >= least.length && entropy >= least.entropy,
  );
}

/** Bits a character. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values())
    bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}
