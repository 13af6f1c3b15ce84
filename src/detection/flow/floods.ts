import { groupedBy } from '../grouping.ts';
import type { FlowDetector } from '../detector.ts';
import { SEVERITY } from '../draft.ts';
import { isPublic } from '../threats/address-set.ts';
import { draftOfFlow, machineOf } from './flow-draft.ts';
import { type Flow, ICMP, TCP, UDP } from './flow.ts';

const BASE = 'Backdoor:EC2/DenialOfService';
const KINDS = ['Dns', 'Udp', 'UdpOnTcpPorts', 'Tcp', 'UnusualProtocol'] as const;
type Kind = (typeof KINDS)[number];
/** In a window, to one host. */
const PACKETS_MIN = 100_000;
const PACKETS_A_SECOND_MIN = 1_000;
/** Of a flood by TCP: packets so small carry no data. */
const BYTES_A_PACKET_MAX = 80;
/** Ports that only TCP uses; 80 and 443 carry QUIC. */
const TCP_PORTS = new Set([
  20, 21, 22, 23, 25, 110, 143, 465, 587, 993, 995, 1433, 1521, 3306, 3389, 5432, 6379,
]);

/** A machine floods a public host. */
export const floods: FlowDetector = {
  types: KINDS.map((kind) => `${BASE}.${kind}`),
  detect: (window) => {
    const out = window.filter(
      ({ direction, remote }) => direction === 'OUTBOUND' && isPublic(remote.ip),
    );
    const byTarget = groupedBy(out, (flow) => `${kindOf(flow)} ${flow.remote.ip}`);
    return [...byTarget.values()].flatMap((flows) => {
      const [flow] = flows;
      if (flow === undefined || !isFlood(flows)) return [];
      const kind = kindOf(flow);
      return [
        draftOfFlow(flow, {
          type: `${BASE}.${kind}`,
          severity: SEVERITY.high,
          title: `EC2 instance ${machineOf(flow)} is behaving as one that takes part in a denial of service attack.`,
          description:
            `EC2 instance ${machineOf(flow)} sent ${packetsOf(flows)} packets to ${flow.remote.ip} ` +
            `(${kind}).`,
          key: `${machineOf(flow)}/${flow.remote.ip}`,
        }),
      ];
    });
  },
};

function kindOf({ protocol, remote }: Flow): Kind {
  if (protocol === TCP) return 'Tcp';
  if (protocol !== UDP) return 'UnusualProtocol';
  if (remote.port === 53) return 'Dns';
  return TCP_PORTS.has(remote.port) ? 'UdpOnTcpPorts' : 'Udp';
}

function packetsOf(flows: readonly Flow[]): number {
  return flows.reduce((sum, { packets }) => sum + packets, 0);
}

function isFlood(flows: readonly Flow[]): boolean {
  const packets = packetsOf(flows);
  const start = Math.min(...flows.map((flow) => flow.start));
  const end = Math.max(...flows.map((flow) => flow.end));
  const seconds = Math.max(1, (end - start) / 1_000);
  // Pings are no flood of an unusual protocol unless they are many times as many.
  const isPing = flows[0]?.protocol === ICMP;
  if (packets < PACKETS_MIN || packets / seconds < PACKETS_A_SECOND_MIN || isPing) return false;
  if (flows[0]?.protocol !== TCP) return true;
  const bytes = flows.reduce((sum, flow) => sum + flow.bytes, 0);
  return bytes / packets <= BYTES_A_PACKET_MAX;
}
