import { isIPv4, isIPv6 } from 'node:net';

/** A block of IPv4 addresses. */
export interface Cidr {
  /** The first address, as a number. */
  readonly first: number;
  /** 0 to 32. */
  readonly length: number;
}

const FORM = /^([\d.]+)\/(\d{1,2})$/;

/** Undefined: the text is no block. Bits beyond the prefix are dropped, as EC2 does. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address = '', digits = ''] = FORM.exec(text) ?? [];
  const length = Number(digits);
  if (!isIPv4(address) || length > 32) return undefined;
  const size = sizeOf(length);
  return { first: Math.floor(numberOf(address) / size) * size, length };
}

export function formatCidr({ first, length }: Cidr): string {
  return `${addressText(first)}/${length}`;
}

/** Whether `outer` holds all of `inner`. */
export function holds(outer: Cidr, inner: Cidr): boolean {
  return inner.length >= outer.length && isIn(outer, inner.first);
}

export function overlap(a: Cidr, b: Cidr): boolean {
  return holds(a, b) || holds(b, a);
}

export function sizeOf(length: number): number {
  return 2 ** (32 - length);
}

/** Whether a text is an address inside the block. */
export function holdsAddress(block: Cidr, address: string): boolean {
  return isIPv4(address) && isIn(block, numberOf(address));
}

/** Addresses that AWS keeps: the first four and the last. */
const KEPT_AT_START = 4;
export const KEPT = KEPT_AT_START + 1;

/** The first address that nobody has; undefined when the block is full. */
export function freeAddress(block: Cidr, used: ReadonlySet<string>): string | undefined {
  const end = block.first + sizeOf(block.length) - 1;
  for (let at = block.first + KEPT_AT_START; at < end; at += 1) {
    const text = addressText(at);
    if (!used.has(text)) return text;
  }
  return undefined;
}

/** Undefined: the text is no block of IPv6 addresses. Case is lowered; nothing else is changed. */
export function parseIpv6Cidr(text: string): string | undefined {
  const [address = '', length = '', ...rest] = text.split('/');
  const isLength = /^\d{1,3}$/.test(length) && Number(length) <= 128;
  return rest.length === 0 && isLength && isIPv6(address) ? text.toLowerCase() : undefined;
}

function isIn({ first, length }: Cidr, address: number): boolean {
  return address >= first && address < first + sizeOf(length);
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function addressText(address: number): string {
  return [2 ** 24, 2 ** 16, 2 ** 8, 1].map((place) => Math.floor(address / place) % 256).join('.');
}
