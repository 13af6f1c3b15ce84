import type { FlowDetector, FlowWorld } from '../detector.ts';
import { type Draft, SEVERITY } from '../draft.ts';
import { isPublic } from '../threats/address-set.ts';
import { draftOfFlow, machineOf } from './flow-draft.ts';
import { type Flow, TCP } from './flow.ts';

const SPAMBOT = 'Backdoor:EC2/Spambot';
const UNUSUAL_PORT = 'Behavior:EC2/NetworkPortUnusual';
const RESOLVER = 'DefenseEvasion:EC2/UnusualDNSResolver';
const OVER_HTTPS = 'DefenseEvasion:EC2/UnusualDoHActivity';
const OVER_TLS = 'DefenseEvasion:EC2/UnusualDoTActivity';
const MAIL = 25;
/** Where a vulnerable logger asks for code. */
const CALLBACKS = new Set([389, 1389]);
/** Resolvers that everybody may ask. */
const RESOLVERS = new Set([
  '1.1.1.1',
  '1.0.0.1',
  '8.8.8.8',
  '8.8.4.4',
  '9.9.9.9',
  '149.112.112.112',
  '208.67.222.222',
  '208.67.220.220',
  '94.140.14.14',
  '94.140.15.15',
]);

/** A machine does for the first time what machines rarely begin by themselves: it sends mail, or asks a strange resolver. */
export const firstUses: FlowDetector = {
  types: [SPAMBOT, UNUSUAL_PORT, RESOLVER, OVER_HTTPS, OVER_TLS],
  detect: (window, world) => {
    const told = new Set<string>();
    return window.flatMap((flow) => {
      const draft = draftOf(flow, world);
      if (draft === undefined || told.has(draft.type)) return [];
      told.add(draft.type);
      return [draft];
    });
  },
};

/** What a flow is remembered by. */
export function historyOf({ remote, protocol }: Flow): string {
  return RESOLVERS.has(remote.ip)
    ? `resolver/${protocol}/${remote.port}`
    : `port/${protocol}/${remote.port}`;
}

function draftOf(flow: Flow, world: FlowWorld): Draft | undefined {
  const { direction, isAccepted, remote, protocol } = flow;
  if (direction !== 'OUTBOUND' || !isAccepted || !isPublic(remote.ip)) return undefined;
  if (world.hasHistory(historyOf(flow))) return undefined;
  const machine = machineOf(flow);
  const told = (type: string, severity: number, what: string, more: Partial<Draft> = {}): Draft =>
    draftOfFlow(flow, {
      type,
      severity,
      title: `EC2 instance ${machine} is ${what}.`,
      description: `EC2 instance ${machine} is ${what}: ${remote.ip}, port ${remote.port}. It never did so before.`,
      ...more,
    });
  if (RESOLVERS.has(remote.ip)) {
    if (remote.port === 53)
      return told(RESOLVER, SEVERITY.medium, 'asking an unusual public DNS resolver');
    if (remote.port === 443)
      return told(OVER_HTTPS, SEVERITY.medium, 'asking a resolver over HTTPS');
    return remote.port === 853
      ? told(OVER_TLS, SEVERITY.medium, 'asking a resolver over TLS')
      : undefined;
  }
  if (protocol !== TCP) return undefined;
  if (remote.port === MAIL) return told(SPAMBOT, SEVERITY.medium, 'sending mail');
  if (!CALLBACKS.has(remote.port)) return undefined;
  const additional = { context: 'Possible log4j callback' };
  return told(UNUSUAL_PORT, SEVERITY.high, 'communicating on an unusual port', { additional });
}
