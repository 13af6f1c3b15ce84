import type { DnsDetector } from '../detector.ts';
import { generatedDomains } from './generated-domains.ts';
import { listedDomains } from './listed-domains.ts';
import { metadataRebinding } from './metadata-rebinding.ts';
import { tunnels } from './tunnels.ts';

/** Every detector of queries. */
export const DNS_DETECTORS: readonly DnsDetector[] = [
  listedDomains,
  generatedDomains,
  tunnels,
  metadataRebinding,
];
