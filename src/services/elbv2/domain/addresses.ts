import { blockOf } from './conditions.ts';

/** This machine, and what AWS lets targets outside of a VPC be in: private networks, and those of carriers. */
const REACHABLE = [
  '127.0.0.0/8',
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
].map((block) => blockOf(block));

/** Whether a target may be at an address: no load balancer leads to the internet. */
export function isTargetAddress(address: string): boolean {
  return REACHABLE.some((block) => block?.(address) ?? false);
}
