import type { Places } from '../world.ts';

/** Who runs the network of an address; where that is not known, the network itself: `198.51.100.0/24`. */
export function networkOf(ip: string, places: Places): string {
  const org = places.locate(ip)?.asnOrg;
  if (org !== undefined) return org;
  const parts = ip.split('.');
  if (parts.length === 4) return `${parts.slice(0, 3).join('.')}.0/24`;
  return ip.includes(':') ? `${ip.split(':').slice(0, 3).join(':')}::/48` : ip;
}

/** Callers say the same again and again. */
const families = new Map<string, string>();
const FAMILIES_MAX = 1_000;

/** A program and the system it runs on, without their versions: an update is nothing unusual. */
export function agentFamily(agent: string): string {
  const known = families.get(agent);
  if (known !== undefined) return known;
  const family = familyOf(agent);
  if (families.size >= FAMILIES_MAX) families.clear();
  families.set(agent, family);
  return family;
}

function familyOf(agent: string): string {
  const program = /^[^\s/[(]+/.exec(agent)?.[0] ?? agent.slice(0, 40);
  const system =
    /\bos\/([A-Za-z]+)/.exec(agent)?.[1] ?? /\b(Windows|Linux|Darwin|macOS)\b/.exec(agent)?.[1];
  return system === undefined ? program : `${program} ${system}`;
}
