import type { Reader, Response } from 'mmdb-lib';
import { parseAddress } from './address.ts';
import type { AddressPlace } from './knowledge.ts';

/** A database in MaxMind's format (`.mmdb`), held in memory: what it says of addresses. */
export class AddressDatabase {
  readonly #reader: Reader<Response>;

  private constructor(reader: Reader<Response>) {
    this.#reader = reader;
  }

  /** Errors: an Error with a sentence, for bytes that aren't such a database. */
  static async open(bytes: Buffer): Promise<AddressDatabase> {
    const metadataAt = bytes.lastIndexOf(METADATA_MARK);
    if (metadataAt < 0) throw notOne();
    // It takes longer to load than a start without a database may.
    const { Reader } = await import('mmdb-lib');
    let reader: Reader<Response>;
    try {
      reader = new Reader(bytes);
    } catch (cause) {
      throw notOne(cause);
    }
    const { binaryFormatMajorVersion, ipVersion, nodeCount, searchTreeSize } = reader.metadata;
    const isWhole =
      binaryFormatMajorVersion === 2 &&
      (ipVersion === 4 || ipVersion === 6) &&
      nodeCount > 0 &&
      searchTreeSize + SEPARATOR_BYTES <= metadataAt &&
      bytes.subarray(searchTreeSize, searchTreeSize + SEPARATOR_BYTES).every((byte) => byte === 0);
    if (!isWhole) throw notOne();
    return new AddressDatabase(reader);
  }

  /** As the database says it: `GeoLite2-City`. */
  get type(): string {
    return this.#reader.metadata.databaseType;
  }

  /** The record of the address's network; undefined: there is none. Errors: an Error, where the file is broken. */
  recordOf(address: string): unknown {
    const parsed = parseAddress(address);
    if (parsed === undefined) return undefined;
    const bits = parsed.words.reduce((all, word) => (all << 32n) | BigInt(word), 0n);
    return this.#look(bits, parsed.version).record;
  }

  /**
   * The records of its first networks, IPv4 and then IPv6: at most a thousand steps each. Errors: an Error with a sentence,
   * where the file is broken.
   */
  *firstRecords(): Generator<unknown> {
    try {
      yield* this.#recordsFrom(0n, 4);
      yield* this.#recordsFrom(FIRST_IPV6, 6);
    } catch (cause) {
      throw notOne(cause);
    }
  }

  *#recordsFrom(first: bigint, version: 4 | 6): Generator<unknown> {
    const bits = version === 4 ? 32 : 128;
    let at = first;
    for (let step = 0; step < STEPS_MAX && at >> BigInt(bits) === 0n; step += 1) {
      const { record, prefix } = this.#look(at, version);
      if (record !== undefined) yield record;
      const rest = BigInt(bits - prefix);
      at = ((at >> rest) + 1n) << rest;
    }
  }

  #look(address: bigint, version: 4 | 6): { readonly record: unknown; readonly prefix: number } {
    // The reader would look up an IPv6 address as IPv4 one.
    if (version === 6 && this.#reader.metadata.ipVersion === 4) {
      return { record: undefined, prefix: 0 };
    }
    const [record, prefix] = this.#reader.getWithPrefixLength(textOf(address, version));
    return { record: record ?? undefined, prefix };
  }
}

const METADATA_MARK = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
/** Zeros between the tree and the data. */
const SEPARATOR_BYTES = 16;
const STEPS_MAX = 1_000;
/** Where global addresses begin: what lies before is IPv4's. */
const FIRST_IPV6 = 0x2000n << 112n;

function notOne(cause?: unknown): Error {
  return new Error("it is no whole database in MaxMind's format (.mmdb)", { cause });
}

function textOf(address: bigint, version: 4 | 6): string {
  const [parts, bits] = version === 4 ? [4, 8n] : [8, 16n];
  return Array.from({ length: parts }, (_, index) => {
    const part = (address >> (BigInt(parts - 1 - index) * bits)) & ((1n << bits) - 1n);
    return part.toString(version === 4 ? 10 : 16);
  }).join(version === 4 ? '.' : ':');
}

/** Errors: an Error with a sentence, where the database tells no country. */
export function placesOf(database: AddressDatabase): (address: string) => AddressPlace {
  assertTells(database, (record) => placeOf(record).country, 'countries');
  return (address) => placeOf(database.recordOf(address));
}

/** Errors: an Error with a sentence, where the database tells no number of an autonomous system. */
export function asnsOf(database: AddressDatabase): (address: string) => number | undefined {
  assertTells(database, asnOf, 'autonomous systems');
  return (address) => asnOf(database.recordOf(address));
}

/** Whose autonomous systems addresses are of, where the database tells it. */
export function organizationsOf(
  database: AddressDatabase,
): (address: string) => string | undefined {
  return (address) =>
    textOrNone(member(database.recordOf(address), 'autonomous_system_organization'));
}

function assertTells(
  database: AddressDatabase,
  read: (record: unknown) => unknown,
  what: string,
): void {
  for (const record of database.firstRecords()) if (read(record) !== undefined) return;
  throw new Error(`it tells no ${what}; its type is '${database.type}'`);
}

/** Records as in GeoLite2-Country, GeoLite2-City and DB-IP's: the first subdivision is the largest. */
function placeOf(record: unknown): AddressPlace {
  const country = codeOf(member(record, 'country'), /^[A-Z]{2}$/);
  if (country === undefined) return {};
  const subdivisions = member(record, 'subdivisions');
  const first: unknown = Array.isArray(subdivisions) ? subdivisions[0] : undefined;
  const subdivision = codeOf(first, /^[A-Z0-9]{1,3}$/);
  const countryName = englishName(member(record, 'country'));
  const city = englishName(member(record, 'city'));
  const location = member(record, 'location');
  const [latitude, longitude] = [member(location, 'latitude'), member(location, 'longitude')];
  return {
    country,
    ...(countryName === undefined ? {} : { countryName }),
    ...(subdivision === undefined ? {} : { region: `${country}-${subdivision}` }),
    ...(city === undefined ? {} : { city }),
    ...(typeof latitude === 'number' && typeof longitude === 'number'
      ? { latitude, longitude }
      : {}),
  };
}

function englishName(place: unknown): string | undefined {
  return textOrNone(member(member(place, 'names'), 'en'));
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function codeOf(place: unknown, form: RegExp): string | undefined {
  const code = member(place, 'iso_code');
  return typeof code === 'string' && form.test(code) ? code : undefined;
}

function asnOf(record: unknown): number | undefined {
  const asn = member(record, 'autonomous_system_number');
  return typeof asn === 'number' ? asn : undefined;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  const found: unknown = Reflect.get(value, name);
  return found;
}
