import { groupedBy } from '../grouping.ts';
import type { FlowDetector } from '../detector.ts';
import { SEVERITY } from '../draft.ts';
import { isPublic } from '../threats/address-set.ts';
import { draftOfFlow, machineOf } from './flow-draft.ts';
import { TCP } from './flow.ts';

const SCAN = 'Recon:EC2/Portscan';
const SWEEP = 'Impact:EC2/PortSweep';
/** Different ports of one host, or public hosts of one port, in a window. */
const PORTS_MIN = 100;
const HOSTS_MIN = 50;

/** A machine tries many ports of one host. */
export const portScans: FlowDetector = {
  types: [SCAN],
  detect: (window) => {
    const out = window.filter(
      ({ direction, protocol }) => direction === 'OUTBOUND' && protocol === TCP,
    );
    return [...groupedBy(out, ({ remote }) => remote.ip)].flatMap(([ip, flows]) => {
      const ports = new Set(flows.map(({ remote }) => remote.port)).size;
      const [flow] = flows;
      if (flow === undefined || ports < PORTS_MIN) return [];
      return [
        draftOfFlow(flow, {
          type: SCAN,
          severity: SEVERITY.medium,
          title: `EC2 instance ${machineOf(flow)} is performing outbound port scans.`,
          description: `EC2 instance ${machineOf(flow)} tried ${ports} ports of remote host ${ip}.`,
          key: `${machineOf(flow)}/${ip}`,
          additional: {
            portsScannedSample: [...new Set(flows.map(({ remote }) => remote.port))].slice(0, 20),
          },
        }),
      ];
    });
  },
};

/** A machine tries one port of many hosts. */
export const portSweeps: FlowDetector = {
  types: [SWEEP],
  detect: (window) => {
    const out = window.filter(
      ({ direction, protocol, remote }) =>
        direction === 'OUTBOUND' &&
        protocol === TCP &&
        isPublic(remote.ip) &&
        ![80, 443].includes(remote.port),
    );
    return [...groupedBy(out, ({ remote }) => remote.port)].flatMap(([port, flows]) => {
      const hosts = new Set(flows.map(({ remote }) => remote.ip)).size;
      const [flow] = flows;
      if (flow === undefined || hosts < HOSTS_MIN) return [];
      return [
        draftOfFlow(flow, {
          type: SWEEP,
          severity: SEVERITY.high,
          title: `EC2 instance ${machineOf(flow)} is probing a port on many hosts.`,
          description: `EC2 instance ${machineOf(flow)} tried port ${port} of ${hosts} public hosts.`,
          key: `${machineOf(flow)}/${port}`,
        }),
      ];
    });
  },
};
