import type { FlowDetector } from '../detector.ts';
import { SEVERITY } from '../draft.ts';
import { draftOfFlow, machineOf } from './flow-draft.ts';
import { TCP } from './flow.ts';

const TYPE = 'Recon:EC2/PortProbeUnprotectedPort';
const OF_CLUSTERS = 'Recon:EC2/PortProbeEMRUnprotectedPort';
/** Web servers are there to be asked. */
const OPEN = new Set([80, 443]);
const SEARCH_PORTS = new Set([9200, 9300]);
const CLUSTER_PORTS = new Set([8088, 8042, 8188, 8020, 9870, 9864, 18080, 19888]);

/** A known scanner reached a port that should not stand open. */
export const portProbes: FlowDetector = {
  types: [TYPE, OF_CLUSTERS],
  detect: (window, { threats }) => {
    const told = new Set<number>();
    return window.flatMap((flow) => {
      const { direction, protocol, isAccepted, local, remote } = flow;
      if (direction !== 'INBOUND' || protocol !== TCP || !isAccepted) return [];
      if (OPEN.has(local.port) || told.has(local.port)) return [];
      const match = threats.ofAddress(remote.ip).find(({ kind }) => kind === 'scanner');
      if (match === undefined) return [];
      told.add(local.port);
      const isCluster = CLUSTER_PORTS.has(local.port);
      const isHigh = isCluster || SEARCH_PORTS.has(local.port);
      return [
        draftOfFlow(flow, {
          type: isCluster ? OF_CLUSTERS : TYPE,
          severity: isHigh ? SEVERITY.high : SEVERITY.low,
          title: `Unprotected port ${local.port} on EC2 instance ${machineOf(flow)} is being probed.`,
          description:
            `Port ${local.port} of EC2 instance ${machineOf(flow)} is being probed by the known scanner ` +
            `${remote.ip}.`,
          key: `${machineOf(flow)}/${local.port}`,
          action: { kind: 'probe', flow },
          threats: [{ list: match.list, names: match.names }],
        }),
      ];
    });
  },
};
