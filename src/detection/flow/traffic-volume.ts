import type { FlowDetector } from '../detector.ts';
import { SEVERITY } from '../draft.ts';
import { isPublic } from '../threats/address-set.ts';
import { draftOfFlow, machineOf } from './flow-draft.ts';

const TYPE = 'Behavior:EC2/TrafficVolumeUnusual';
const TIMES_USUAL = 20;
const BYTES_MIN = 100 * 1024 * 1024;

/** A machine sends far more than it does on average. */
export const trafficVolume: FlowDetector = {
  types: [TYPE],
  detect: (window, { usualBytes }) => {
    const out = window.filter(
      ({ direction, remote }) => direction === 'OUTBOUND' && isPublic(remote.ip),
    );
    const bytes = out.reduce((sum, flow) => sum + flow.bytes, 0);
    const [first] = out;
    if (first === undefined || usualBytes === undefined) return [];
    if (bytes < Math.max(BYTES_MIN, TIMES_USUAL * usualBytes)) return [];
    const most = out.reduce((large, flow) => (flow.bytes > large.bytes ? flow : large), first);
    return [
      draftOfFlow(most, {
        type: TYPE,
        severity: SEVERITY.medium,
        title: `EC2 instance ${machineOf(first)} is sending unusually much traffic.`,
        description: `EC2 instance ${machineOf(first)} sent ${bytes} bytes, usually ${Math.round(usualBytes)}.`,
      }),
    ];
  },
};
