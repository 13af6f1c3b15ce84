import { groupedBy } from '../grouping.ts';
import type { FlowDetector } from '../detector.ts';
import { type Draft, SEVERITY } from '../draft.ts';
import { draftOfFlow, machineOf } from './flow-draft.ts';
import { type Flow, TCP } from './flow.ts';

const SERVICES = [
  { name: 'SSH', type: 'UnauthorizedAccess:EC2/SSHBruteForce', ports: [22] },
  { name: 'RDP', type: 'UnauthorizedAccess:EC2/RDPBruteForce', ports: [3389] },
  { name: 'WinRM', type: 'Impact:EC2/WinRMBruteForce', ports: [5985, 5986] },
];
/** Short connections in a window. */
const CONNECTIONS_MIN = 50;
/** A connection that ends with a refused password is no longer than this. */
const PACKETS_MAX = 60;

/**
 * Somebody tries passwords. Seen at the attacker's interface the machine is the actor, at the victim's the target: an attack
 * between two machines of one's own is two findings.
 */
export const bruteForce: FlowDetector = {
  types: SERVICES.map(({ type }) => type),
  detect: (window) =>
    SERVICES.flatMap((service) => {
      const tries = window.filter((flow) => isTry(flow, service.ports));
      const byPeer = groupedBy(tries, ({ remote, direction }) => `${direction} ${remote.ip}`);
      return [...byPeer.values()].flatMap((flows) => drafted(flows, service));
    }),
};

function isTry(
  { protocol, packets, isAccepted, direction, local, remote }: Flow,
  ports: readonly number[],
) {
  const { port } = direction === 'OUTBOUND' ? remote : local;
  return protocol === TCP && isAccepted && packets <= PACKETS_MAX && ports.includes(port);
}

function drafted(
  flows: readonly Flow[],
  { name, type }: (typeof SERVICES)[number],
): readonly Draft[] {
  const [flow] = flows;
  if (flow === undefined || flows.length < CONNECTIONS_MIN) return [];
  const { remote, direction } = flow;
  const isActor = direction === 'OUTBOUND';
  const machine = machineOf(flow);
  return [
    draftOfFlow(flow, {
      type,
      severity: isActor ? SEVERITY.high : SEVERITY.low,
      title: isActor
        ? `${remote.ip} is the target of ${name} brute force attacks by ${machine}.`
        : `${remote.ip} is performing ${name} brute force attacks against ${machine}.`,
      description:
        `${flows.length} short ${name} connections in a window of ten minutes ` +
        `${isActor ? `from ${machine} to ${remote.ip}` : `from ${remote.ip} to ${machine}`}.`,
      key: `${direction}/${machine}/${remote.ip}`,
    }),
  ];
}
