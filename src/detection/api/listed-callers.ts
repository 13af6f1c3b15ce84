import type { ApiCall } from '../api-call.ts';
import type { ApiDetector } from '../detector.ts';
import { type Draft, nameOf, ofCall, SEVERITY } from '../draft.ts';
import type { AddressThreat, ThreatMatch } from '../threats/threat-lists.ts';

const SUFFIXES = {
  custom: 'MaliciousIPCaller.Custom',
  malicious: 'MaliciousIPCaller',
  tor: 'TorIPCaller',
};
const READS = /^(Get|List|Describe|Head|Lookup|Search|BatchGet)/;

/** Severities of what is told of buckets' contents. */
const OF_BUCKETS: ReadonlyMap<string, number> = new Map([
  ['Discovery:S3/MaliciousIPCaller', SEVERITY.high],
  ['Discovery:S3/MaliciousIPCaller.Custom', SEVERITY.high],
  ['Discovery:S3/TorIPCaller', SEVERITY.medium],
  ['Exfiltration:S3/MaliciousIPCaller', SEVERITY.high],
  ['Impact:S3/MaliciousIPCaller', SEVERITY.high],
  ['UnauthorizedAccess:S3/MaliciousIPCaller.Custom', SEVERITY.high],
  ['UnauthorizedAccess:S3/TorIPCaller', SEVERITY.high],
]);

/** The caller's address is on a list: of the customer's, of known attackers, or of exits of the Tor network. */
export const listedCallers: ApiDetector = {
  types: [
    ...['Recon', 'UnauthorizedAccess'].flatMap((tactic) =>
      Object.values(SUFFIXES).map((suffix) => `${tactic}:IAMUser/${suffix}`),
    ),
    ...OF_BUCKETS.keys(),
  ],
  detect: (call, { threats }) =>
    threats.ofAddress(call.ip).flatMap((match) => {
      const draft = draftOf(call, match);
      return draft === undefined ? [] : [draft];
    }),
};

function draftOf(call: ApiCall, match: ThreatMatch<AddressThreat>): Draft | undefined {
  const { kind, list, names } = match;
  if (kind !== 'custom' && kind !== 'malicious' && kind !== 'tor') return undefined;
  const isContent = !call.isManagement && call.bucket !== undefined;
  const type = isContent
    ? `${bucketTactic(call, kind)}:S3/${SUFFIXES[kind]}`
    : `${READS.test(call.name) ? 'Recon' : 'UnauthorizedAccess'}:IAMUser/${SUFFIXES[kind]}`;
  const severity = isContent ? OF_BUCKETS.get(type) : SEVERITY.medium;
  if (severity === undefined) return undefined;
  const whence = kind === 'tor' ? 'a Tor exit node' : `an IP address on the threat list ${list}`;
  return ofCall(call, {
    type,
    severity,
    title: `API ${call.name} was invoked from ${whence}.`,
    description:
      `API ${call.name} was invoked by ${nameOf(call)} from IP address ${call.ip}, which is ` +
      `${kind === 'tor' ? 'a Tor exit node' : `listed on ${list}`}.`,
    key: `${call.actor.principalId}/${call.bucket?.name ?? ''}`,
    threats: [{ list, names }],
    additional: { threatListName: list },
  });
}

/** What is done to contents of a bucket. Customers' lists and Tor know no exfiltration: all use is unauthorized there. */
function bucketTactic({ name }: ApiCall, kind: 'custom' | 'malicious' | 'tor'): string {
  if (/^(List|GetObjectAcl|GetBucket|HeadBucket|GetObjectAttributes)/.test(name))
    return 'Discovery';
  if (kind !== 'malicious') return 'UnauthorizedAccess';
  return /^(Get|Copy|Head|Select)/.test(name) ? 'Exfiltration' : 'Impact';
}
