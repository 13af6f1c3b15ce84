import type { FlowDetector } from '../detector.ts';
import { SEVERITY } from '../draft.ts';
import type { AddressThreat } from '../threats/threat-lists.ts';
import { draftOfFlow, machineOf } from './flow-draft.ts';

interface Meaning {
  readonly type: string;
  readonly severity: number;
  readonly says: string;
}

const MEANINGS: ReadonlyMap<AddressThreat, Meaning> = new Map([
  [
    'c2',
    {
      type: 'Backdoor:EC2/C&CActivity.B',
      severity: SEVERITY.high,
      says: 'a known command and control server',
    },
  ],
  [
    'mining',
    {
      type: 'CryptoCurrency:EC2/BitcoinTool.B',
      severity: SEVERITY.high,
      says: 'an address that is associated with cryptocurrency',
    },
  ],
  [
    'blackhole',
    { type: 'Trojan:EC2/BlackholeTraffic', severity: SEVERITY.medium, says: 'a known black hole' },
  ],
  [
    'dropPoint',
    {
      type: 'Trojan:EC2/DropPoint',
      severity: SEVERITY.medium,
      says: 'a host that is known to keep stolen data',
    },
  ],
  [
    'custom',
    {
      type: 'UnauthorizedAccess:EC2/MaliciousIPCaller.Custom',
      severity: SEVERITY.medium,
      says: 'an address on a threat list of yours',
    },
  ],
  [
    'tor',
    {
      type: 'UnauthorizedAccess:EC2/TorClient',
      severity: SEVERITY.high,
      says: 'a node of the Tor network',
    },
  ],
]);

/** A machine speaks with a host that lists know. */
export const listedPeers: FlowDetector = {
  types: [...MEANINGS.values()].map(({ type }) => type),
  detect: (window, { threats }) => {
    const told = new Set<string>();
    return window.flatMap((flow) =>
      threats.ofAddress(flow.remote.ip, flow.remote.port).flatMap(({ kind, list, names }) => {
        const meaning = MEANINGS.get(kind);
        const key = `${machineOf(flow)}/${flow.remote.ip}`;
        if (meaning === undefined || !flow.isAccepted || told.has(`${kind} ${key}`)) return [];
        told.add(`${kind} ${key}`);
        const { type, severity, says } = meaning;
        return [
          draftOfFlow(flow, {
            type,
            severity,
            title: `EC2 instance ${machineOf(flow)} is communicating with ${says}.`,
            description: `EC2 instance ${machineOf(flow)} is communicating with ${flow.remote.ip}, ${says}.`,
            key,
            threats: [{ list, names }],
            additional: { threatListName: list },
          }),
        ];
      }),
    );
  },
};
