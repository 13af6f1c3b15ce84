import { isIPv4, isIPv6 } from 'node:net';

/** An address as its 16-bit groups: 2 for IPv4, 8 for IPv6. */
type Address = readonly number[];

/** Undefined when the text is not an address. */
function parseAddress(text: string): Address | undefined {
  if (isIPv4(text)) return groupsOfIpv4(text);
  if (!isIPv6(text) || text.includes('%')) return undefined;
  const groups = groupsOfIpv6(text);
  // A client that reaches a dual-stack listener over IPv4 must not slip past an IPv4 rule.
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return mapped ? groups.slice(6) : groups;
}

function groupsOfIpv4(text: string): Address {
  const [a = 0, b = 0, c = 0, d = 0] = text.split('.').map(Number);
  return [a * 256 + b, c * 256 + d];
}

function groupsOfIpv6(text: string): Address {
  const [head = '', tail] = text.split('::');
  const before = groupsOf(head);
  if (tail === undefined) return before;
  const after = groupsOf(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => 0);
  return [...before, ...zeros, ...after];
}

function groupsOf(text: string): readonly number[] {
  if (text === '') return [];
  return text
    .split(':')
    .flatMap((part) => (part.includes('.') ? groupsOfIpv4(part) : [Number.parseInt(part, 16)]));
}

function parsePrefix(text: string, bits: number): number | undefined {
  if (!/^\d{1,3}$/.test(text)) return undefined;
  const length = Number(text);
  return length <= bits ? length : undefined;
}

function inRange(address: Address, network: Address, prefix: number): boolean {
  if (address.length !== network.length) return false;
  for (let group = 0, bits = prefix; bits > 0; group += 1, bits -= 16) {
    const shift = bits >= 16 ? 0 : 16 - bits;
    if ((address[group] ?? 0) >> shift !== (network[group] ?? 0) >> shift) return false;
  }
  return true;
}

/**
 * Whether an address lies in a range: a network in CIDR notation, or one address. Undefined: the text is neither. An IPv4 address
 * within IPv6 counts as itself.
 */
export function addressRange(text: string): ((address: string) => boolean) | undefined {
  const [addressText = '', prefixText, ...more] = text.split('/');
  const network = parseAddress(addressText);
  if (network === undefined || more.length > 0) return undefined;
  const bits = network.length * 16;
  const prefix = prefixText === undefined ? bits : parsePrefix(prefixText, bits);
  if (prefix === undefined) return undefined;
  return (value) => {
    const address = parseAddress(value);
    return address !== undefined && inRange(address, network, prefix);
  };
}
