import { readAddress } from './address-set.ts';
import { isDomain } from './domain-set.ts';

/** The formats that customers' lists come in. */
export type ListFormat = 'TXT' | 'STIX' | 'OTX_CSV' | 'ALIEN_VAULT' | 'PROOF_POINT' | 'FIRE_EYE';

export interface ListEntries {
  /** IPv4 addresses and ranges. */
  readonly addresses: readonly string[];
  readonly domains: readonly string[];
  /** SHA-256 digests, which nothing here compares yet. */
  readonly hashes: readonly string[];
}

/** What a list names. Lines that its format does not know are passed over, as AWS does; an empty result is an error of the caller's. */
export function readList(format: ListFormat, text: string): ListEntries {
  switch (format) {
    case 'TXT':
      return sorted(lines(text));
    case 'STIX':
      return sorted(stixValues(text));
    case 'OTX_CSV':
      return sorted(column(text, 1));
    case 'ALIEN_VAULT':
      return sorted(lines(text).map((line) => line.split('#')[0] ?? ''));
    case 'PROOF_POINT':
      return sorted(column(text, 0));
    case 'FIRE_EYE':
      return sorted(fireEyeValues(text));
  }
}

function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('//'));
}

/** `Indicator type,Indicator,Description`: the second; `ip,category,score`: the first. */
function column(text: string, index: number): readonly string[] {
  return lines(text).map((line) => cells(line)[index] ?? '');
}

function cells(line: string): readonly string[] {
  const found: string[] = [];
  for (const match of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    found.push((match[1] ?? match[2] ?? '').trim());
  }
  return found;
}

/** Values of address and domain objects: `<AddressObject:Address_Value …>198.51.100.1</…>`. */
function stixValues(text: string): readonly string[] {
  const found: string[] = [];
  // A tag ends before the next begins: without that, tags that never end would each be read to the end of the file.
  const element = /<(?:[\w.-]+:)?(?:Address_Value|Value|Simple_Hash_Value)\b[^<>]*>([^<]*)</g;
  for (const match of text.matchAll(element)) {
    found.push(...(match[1] ?? '').split('##comma##').map((value) => value.trim()));
  }
  return found;
}

/** A table whose head names its columns. */
function fireEyeValues(text: string): readonly string[] {
  const [head = '', ...rest] = lines(text);
  const names = cells(head).map((name) => name.toLowerCase());
  const wanted = ['ip', 'networkip', 'domain', 'sha256'];
  const indexes = names.flatMap((name, index) =>
    wanted.includes(name.replaceAll(/[\s_-]/g, '')) ? [index] : [],
  );
  return rest.flatMap((line) => {
    const row = cells(line);
    return indexes.map((index) => row[index] ?? '');
  });
}

function sorted(values: readonly string[]): ListEntries {
  const addresses: string[] = [];
  const domains: string[] = [];
  const hashes: string[] = [];
  for (const value of values) {
    if (isAddressOrRange(value)) addresses.push(value);
    else if (/^[0-9a-f]{64}$/i.test(value)) hashes.push(value.toLowerCase());
    else if (isDomain(value)) domains.push(value.toLowerCase());
  }
  return { addresses, domains, hashes };
}

function isAddressOrRange(value: string): boolean {
  const [address = '', bits, ...more] = value.split('/');
  if (readAddress(address) === undefined || more.length > 0) return false;
  return bits === undefined || (/^\d{1,2}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= 32);
}
