import { isIPv4, isIPv6 } from 'node:net';

type Version = 'IPV4' | 'IPV6';

/**
 * Addresses of a set as it shows them: IPv6 in full, each once, in the order they were given. `refuse` is told of the first
 * that is no CIDR of the version; `/0` is none. It must throw.
 */
export function acceptedAddresses(
  given: readonly string[],
  version: Version,
  refuse: (address: string) => never,
): readonly string[] {
  const accepted = new Set<string>();
  for (const address of given) accepted.add(shownCidr(address, version) ?? refuse(address));
  return [...accepted];
}

function shownCidr(text: string, version: Version): string | undefined {
  const [address = '', length = '', more] = text.split('/');
  if (more !== undefined || !/^[1-9]\d{0,2}$/.test(length)) return undefined;
  const most = version === 'IPV4' ? 32 : 128;
  if (Number(length) > most) return undefined;
  if (version === 'IPV4') return isIPv4(address) ? `${address}/${length}` : undefined;
  return isIPv6(address) && !address.includes('%') ? `${fullIpv6(address)}/${length}` : undefined;
}

/** `2001:db8::1` with all its groups and digits. The text is an IPv6 address. */
export function fullIpv6(address: string): string {
  const [head = '', tail] = withoutDots(address).split('::');
  const before = groupsOf(head);
  const behind = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array.from({ length: 8 - before.length - behind.length }, () => '0');
  return [...before, ...zeros, ...behind]
    .map((group) => group.padStart(4, '0').toLowerCase())
    .join(':');
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}

/** The last 32 bits may be written as an IPv4 address. */
function withoutDots(address: string): string {
  const [, head, ...bytes] = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address) ?? [];
  if (head === undefined) return address;
  const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number);
  return `${head}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
}
