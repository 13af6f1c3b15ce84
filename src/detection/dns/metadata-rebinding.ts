import type { DnsDetector } from '../detector.ts';
import { SEVERITY } from '../draft.ts';
import { draftOfQuery } from './query-draft.ts';

const TYPE = 'UnauthorizedAccess:EC2/MetadataDNSRebind';
const METADATA = '169.254.169.254';

/** A name of somebody else's leads to the machine's own metadata, whence a browser may be made to read credentials. */
export const metadataRebinding: DnsDetector = {
  types: [TYPE],
  detect: (window) => {
    const query = window.find(({ answers }) => answers.includes(METADATA));
    if (query === undefined) return [];
    return [
      draftOfQuery(query, {
        type: TYPE,
        severity: SEVERITY.high,
        title: `EC2 instance ${query.client} queried a domain that resolves to its metadata service.`,
        description: `EC2 instance ${query.client} queried ${query.name}, which resolves to ${METADATA}.`,
      }),
    ];
  },
};
