// What a TLS client says first, read before anything is decrypted: the name it wants decides on what terms it is spoken to.
import { createHash } from 'node:crypto';

export interface ClientHello {
  readonly serverName: string | undefined;
  /** By the client's preference. */
  readonly protocols: readonly string[];
  /** JA3, JA4. */
  readonly ja3: string;
  readonly ja4: string;
}

/** `more`: it has not come whole. Undefined: it is none. */
export type HelloReading = ClientHello | 'more' | undefined;

/** Larger ones are refused: what clients send takes a few hundred bytes, post-quantum keys included two thousand. */
export const HELLO_BYTES_MAX = 16_384;

const RECORD_HEAD = 5;
const HANDSHAKE = 22;
const CLIENT_HELLO = 1;
const EXTENSION = {
  serverName: 0,
  groups: 10,
  pointFormats: 11,
  signatures: 13,
  protocols: 16,
  versions: 43,
} as const;

export function readClientHello(bytes: Buffer): HelloReading {
  if (bytes.length === 0) return 'more';
  const message = handshakeOf(bytes);
  if (message === undefined || message === 'more') return message;
  try {
    return parse(new Cursor(message));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The handshake message, which may lie in several records. */
function handshakeOf(bytes: Buffer): Buffer | 'more' | undefined {
  const parts: Buffer[] = [];
  let have = 0;
  for (let at = 0; ; ) {
    if (bytes.length > at && bytes[at] !== HANDSHAKE) return undefined;
    if (bytes.length < at + RECORD_HEAD) return 'more';
    const length = bytes.readUInt16BE(at + 3);
    if (bytes[at + 1] !== 3 || length === 0 || length > HELLO_BYTES_MAX) return undefined;
    const part = bytes.subarray(at + RECORD_HEAD, at + RECORD_HEAD + length);
    parts.push(part);
    have += part.length;
    at += RECORD_HEAD + length;
    const message = Buffer.concat(parts, have);
    if (message.length > 0 && message[0] !== CLIENT_HELLO) return undefined;
    if (message.length >= 4) {
      const whole = message.readUIntBE(1, 3);
      if (whole > HELLO_BYTES_MAX) return undefined;
      if (message.length >= 4 + whole) return message.subarray(4, 4 + whole);
    }
    if (part.length < length) return 'more';
  }
}

/** Reads forward; a RangeError ends what is shorter than it says. */
class Cursor {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  number(size: 1 | 2): number {
    const value = this.#bytes.readUIntBE(this.#at, size);
    this.#at += size;
    return value;
  }

  take(length: number): Buffer {
    if (length > this.left) throw new RangeError('too short');
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }

  /** What a length of so many bytes stands before. */
  vector(size: 1 | 2): Cursor {
    return new Cursor(this.take(this.number(size)));
  }

  numbers(size: 1 | 2): readonly number[] {
    const found: number[] = [];
    while (this.left > 0) found.push(this.number(size));
    return found;
  }
}

interface Told {
  readonly version: number;
  readonly suites: readonly number[];
  readonly extensions: readonly number[];
  groups: readonly number[];
  pointFormats: readonly number[];
  signatures: readonly number[];
  versions: readonly number[];
  protocols: readonly string[];
  serverName: string | undefined;
}

function parse(hello: Cursor): ClientHello {
  const version = hello.number(2);
  hello.take(32);
  hello.vector(1);
  const suites = hello.vector(2).numbers(2);
  hello.vector(1);
  const list = hello.left > 0 ? hello.vector(2) : new Cursor(Buffer.alloc(0));
  const extensions: number[] = [];
  const told: Told = {
    version,
    suites,
    extensions,
    groups: [],
    pointFormats: [],
    signatures: [],
    versions: [],
    protocols: [],
    serverName: undefined,
  };
  while (list.left > 0) {
    const type = list.number(2);
    extensions.push(type);
    readExtension(type, list.vector(2), told);
  }
  return {
    serverName: told.serverName,
    protocols: told.protocols,
    ja3: ja3Of(told),
    ja4: ja4Of(told),
  };
}

function readExtension(type: number, body: Cursor, told: Told): void {
  switch (type) {
    case EXTENSION.serverName:
      told.serverName = serverNameOf(body);
      return;
    case EXTENSION.groups:
      told.groups = body.vector(2).numbers(2);
      return;
    case EXTENSION.pointFormats:
      told.pointFormats = body.vector(1).numbers(1);
      return;
    case EXTENSION.signatures:
      told.signatures = body.vector(2).numbers(2);
      return;
    case EXTENSION.versions:
      told.versions = body.vector(1).numbers(2);
      return;
    case EXTENSION.protocols:
      told.protocols = protocolsOf(body.vector(2));
      return;
    default:
  }
}

function serverNameOf(body: Cursor): string | undefined {
  if (body.left === 0) return undefined;
  const list = body.vector(2);
  const type = list.number(1);
  const name = list.vector(2);
  return type === 0 ? name.take(name.left).toString('latin1').toLowerCase() : undefined;
}

function protocolsOf(list: Cursor): readonly string[] {
  const found: string[] = [];
  while (list.left > 0) {
    const one = list.vector(1);
    found.push(one.take(one.left).toString('latin1'));
  }
  return found;
}

/** Values that clients put in at random, so that servers bear with what they don't know. */
function isGrease(value: number): boolean {
  return (value & 0x0f0f) === 0x0a0a && value >> 8 === (value & 0xff);
}

function known(values: readonly number[]): readonly number[] {
  return values.filter((value) => !isGrease(value));
}

function ja3Of({ version, suites, extensions, groups, pointFormats }: Told): string {
  const lists = [known(suites), known(extensions), known(groups), pointFormats];
  const text = [String(version), ...lists.map((list) => list.join('-'))].join(',');
  return createHash('md5').update(text).digest('hex');
}

const VERSION_NAMES: ReadonlyMap<number, string> = new Map([
  [0x0304, '13'],
  [0x0303, '12'],
  [0x0302, '11'],
  [0x0301, '10'],
  [0x0300, 's3'],
]);

function ja4Of({ version, versions, suites, extensions, ...told }: Told): string {
  const highest = Math.max(version, ...known(versions));
  const ciphers = known(suites);
  const kinds = known(extensions);
  const head = [
    't',
    VERSION_NAMES.get(versions.length > 0 ? Math.max(...known(versions)) : highest) ?? '00',
    told.serverName === undefined ? 'i' : 'd',
    twoDigits(ciphers.length),
    twoDigits(kinds.length),
    alpnMark(told.protocols[0]),
  ].join('');
  const sorted = kinds
    .filter((type) => type !== EXTENSION.serverName && type !== EXTENSION.protocols)
    .map(hex)
    .sort()
    .join(',');
  const signatures = known(told.signatures).map(hex).join(',');
  const tail = signatures === '' ? sorted : `${sorted}_${signatures}`;
  return `${head}_${digest(ciphers.map(hex).sort().join(','))}_${digest(sorted === '' ? '' : tail)}`;
}

function alpnMark(protocol: string | undefined): string {
  if (protocol === undefined || protocol === '') return '00';
  const [first = '', last = ''] = [protocol.at(0), protocol.at(-1)];
  if (/^[0-9a-zA-Z]{2}$/.test(first + last)) return first + last;
  const bytes = Buffer.from(protocol, 'latin1').toString('hex');
  return `${bytes.at(0) ?? ''}${bytes.at(-1) ?? ''}`;
}

function twoDigits(count: number): string {
  return String(Math.min(count, 99)).padStart(2, '0');
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0');
}

function digest(text: string): string {
  if (text === '') return '000000000000';
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
