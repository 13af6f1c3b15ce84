import type { FlowDetector } from '../detector.ts';
import { bruteForce } from './brute-force.ts';
import { firstUses } from './first-uses.ts';
import { floods } from './floods.ts';
import { listedPeers } from './listed-peers.ts';
import { portProbes } from './port-probes.ts';
import { portScans, portSweeps } from './scans.ts';
import { trafficVolume } from './traffic-volume.ts';

/** Every detector of flows. */
export const FLOW_DETECTORS: readonly FlowDetector[] = [
  portScans,
  portSweeps,
  floods,
  bruteForce,
  portProbes,
  listedPeers,
  firstUses,
  trafficVolume,
];
