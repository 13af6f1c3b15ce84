/** An address as its bits, the first one highest in the first word: one word of 32 bits for IPv4, four for IPv6. */
export interface Address {
  readonly version: 4 | 6;
  readonly words: readonly number[];
}

/** Undefined: it is none. An IPv4 address in IPv6's clothes (`::ffff:1.2.3.4`) is the IPv4 address, as it would hide otherwise. */
export function parseAddress(text: string): Address | undefined {
  if (!text.includes(':')) {
    const word = parseIpv4(text);
    return word === undefined ? undefined : { version: 4, words: [word] };
  }
  const groups = parseIpv6(text);
  if (groups === undefined) return undefined;
  const words = [0, 2, 4, 6].map((at) => (((groups[at] ?? 0) << 16) | (groups[at + 1] ?? 0)) >>> 0);
  const isMapped = words[0] === 0 && words[1] === 0 && words[2] === 0xffff;
  return isMapped ? { version: 4, words: words.slice(3) } : { version: 6, words };
}

const IPV4 = /^([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})$/;

function parseIpv4(text: string): number | undefined {
  const parts = IPV4.exec(text)?.slice(1);
  if (parts === undefined || parts.some((part) => part.length > 1 && part.startsWith('0'))) {
    return undefined;
  }
  const bytes = parts.map(Number);
  return bytes.some((byte) => byte > 255)
    ? undefined
    : bytes.reduce((word, byte) => ((word << 8) | byte) >>> 0, 0);
}

/** Eight groups of 16 bits. */
function parseIpv6(text: string): readonly number[] | undefined {
  if (text.length > 45) return undefined;
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map((half) => groupsOf(half));
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  if (tail === undefined) return head.length === 8 ? head : undefined;
  const missing = 8 - head.length - tail.length;
  return missing < 1 ? undefined : [...head, ...Array.from({ length: missing }, () => 0), ...tail];
}

function groupsOf(half: string): readonly number[] | undefined {
  if (half === '') return [];
  const groups: number[] = [];
  const parts = half.split(':');
  for (const [index, part] of parts.entries()) {
    if (/^[0-9A-Fa-f]{1,4}$/.test(part)) {
      groups.push(Number.parseInt(part, 16));
      continue;
    }
    const embedded = index === parts.length - 1 ? parseIpv4(part) : undefined;
    if (embedded === undefined) return undefined;
    groups.push(embedded >>> 16, embedded & 0xffff);
  }
  return groups;
}

export interface Network {
  readonly address: Address;
  /** Bits that have to be the same. */
  readonly prefix: number;
}

/** `192.0.2.0/24`, `2001:db8::/32`. Undefined: it is none. */
export function parseNetwork(text: string): Network | undefined {
  const [, host = '', digits = ''] = /^([0-9A-Fa-f.:]{2,45})\/([0-9]{1,3})$/.exec(text) ?? [];
  const address = parseAddress(host);
  if (address === undefined) return undefined;
  const isMapped = address.version === 4 && host.includes(':');
  const prefix = Number(digits) - (isMapped ? 96 : 0);
  const most = address.version === 4 ? 32 : 128;
  return prefix < 0 || prefix > most ? undefined : { address, prefix };
}
