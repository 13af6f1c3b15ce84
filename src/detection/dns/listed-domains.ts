import type { DnsDetector } from '../detector.ts';
import { SEVERITY } from '../draft.ts';
import type { DomainThreat } from '../threats/threat-lists.ts';
import { draftOfQuery } from './query-draft.ts';

interface Meaning {
  readonly type: string;
  readonly severity: number;
  readonly says: string;
}

const MEANINGS: Readonly<Record<DomainThreat, Meaning>> = {
  c2: {
    type: 'Backdoor:EC2/C&CActivity.B!DNS',
    severity: SEVERITY.high,
    says: 'a domain of a known command and control server',
  },
  mining: {
    type: 'CryptoCurrency:EC2/BitcoinTool.B!DNS',
    severity: SEVERITY.high,
    says: 'a domain that is associated with cryptocurrency',
  },
  bitcoinDomain: {
    type: 'Impact:EC2/BitcoinDomainRequest.Reputation',
    severity: SEVERITY.high,
    says: 'a domain of low reputation that is associated with cryptocurrency',
  },
  abusedDomain: {
    type: 'Impact:EC2/AbusedDomainRequest.Reputation',
    severity: SEVERITY.medium,
    says: 'a domain of low reputation that others abuse',
  },
  maliciousDomain: {
    type: 'Impact:EC2/MaliciousDomainRequest.Reputation',
    severity: SEVERITY.high,
    says: 'a domain of low reputation that is known to be malicious',
  },
  suspiciousDomain: {
    type: 'Impact:EC2/SuspiciousDomainRequest.Reputation',
    severity: SEVERITY.low,
    says: 'a domain of low reputation that is suspicious by its age and popularity',
  },
  custom: {
    type: 'Impact:EC2/MaliciousDomainRequest.Custom',
    severity: SEVERITY.medium,
    says: 'a domain on a threat list of yours',
  },
  blackhole: {
    type: 'Trojan:EC2/BlackholeTraffic!DNS',
    severity: SEVERITY.medium,
    says: 'a domain that leads to a black hole',
  },
  dga: {
    type: 'Trojan:EC2/DGADomainRequest.C!DNS',
    severity: SEVERITY.high,
    says: 'a domain that an algorithm made',
  },
  driveBy: {
    type: 'Trojan:EC2/DriveBySourceTraffic!DNS',
    severity: SEVERITY.high,
    says: 'a domain from which visitors are attacked',
  },
  dropPoint: {
    type: 'Trojan:EC2/DropPoint!DNS',
    severity: SEVERITY.medium,
    says: 'a domain where stolen data is kept',
  },
  phishing: {
    type: 'Trojan:EC2/PhishingDomainRequest!DNS',
    severity: SEVERITY.high,
    says: 'a domain that is involved in phishing',
  },
};

/** A machine asks for a domain that lists know. */
export const listedDomains: DnsDetector = {
  types: Object.values(MEANINGS).map(({ type }) => type),
  detect: (window, { threats }) => {
    const told = new Set<string>();
    return window.flatMap((query) => {
      const match = threats.ofDomain(query.name);
      if (match === undefined || told.has(query.name)) return [];
      told.add(query.name);
      const { type, severity, says } = MEANINGS[match.kind];
      const threatsNamed = [{ list: match.list, names: match.names }];
      return [
        draftOfQuery(query, {
          type,
          severity,
          title: `EC2 instance ${query.client} queried ${says}.`,
          description: `EC2 instance ${query.client} queried ${query.name}, ${says}.`,
          threats: threatsNamed,
          additional: { threatListName: match.list },
        }),
      ];
    });
  },
};
