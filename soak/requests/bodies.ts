import { gzipSync } from 'node:zlib';
import type { Member, Shape } from '../../src/model/types.ts';
import { formatCbor } from '../../src/wire/codecs/cbor.ts';
import type { Random } from '../random.ts';

const DEPTH_MAX = 4;
const TEXTS = [
  '',
  'a',
  'alias/soak',
  'arn:aws:kms:us-east-1:111111111111:key/00000000-0000-4000-8000-000000000000',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '😀漢é',
  "'; DROP TABLE documents; --",
  '../../etc/passwd',
  '%s%n%00%ZZ',
  '<x>&amp;</x>',
  '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  '{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":["a:b"],"Condition":{"Null":{"a":[]}}}}',
  '9'.repeat(400),
  'x'.repeat(1_000),
] as const;
const NUMBERS = [0, -0, -1, 1, 0.1, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, 5e-324] as const;

/** A value of a shape, roughly; every so often one of another kind. */
export function valueOf(shape: Shape, random: Random, depth = 0): unknown {
  if (random.oneIn(12)) return oddValue(random);
  switch (shape.type) {
    case 'structure':
    case 'union':
      return membersOf(shape.members, random, depth);
    case 'list': {
      const count = depth > DEPTH_MAX ? 0 : random.between(0, 3);
      return Array.from({ length: count }, () => valueOf(shape.member, random, depth + 1));
    }
    case 'map': {
      const count = depth > DEPTH_MAX ? 0 : random.between(0, 3);
      const entries = Array.from({ length: count }, () => [
        random.pick(TEXTS),
        valueOf(shape.value, random, depth + 1),
      ]);
      return Object.fromEntries(entries);
    }
    case 'boolean':
      return random.oneIn(2);
    case 'string':
      return textOf(shape, random);
    case 'blob':
      return random.bytes(random.between(0, 40)).toString('base64');
    case 'timestamp':
      return random.pick([0, 1_700_000_000, '2024-01-01T00:00:00Z', -1e15, 'soon']);
    case 'document':
      return oddValue(random);
    default:
      return random.pick(NUMBERS);
  }
}

function membersOf(members: readonly Member[], random: Random, depth: number): object {
  const entries: [string, unknown][] = [];
  for (const member of members) {
    const isWanted = member.required ? !random.oneIn(6) : random.oneIn(depth < 2 ? 3 : 6);
    if (!isWanted || depth > DEPTH_MAX) continue;
    entries.push([member.jsonName, valueOf(member.shape, random, depth + 1)]);
  }
  if (random.oneIn(20)) entries.push([random.pick(TEXTS), oddValue(random)]);
  return Object.fromEntries(entries);
}

function textOf(shape: Shape, random: Random): string {
  const { enum: values } = shape.constraints;
  return values !== undefined && values.length > 0 && !random.oneIn(4)
    ? random.pick(values)
    : random.pick(TEXTS);
}

function oddValue(random: Random): unknown {
  return random.pick<unknown>([
    null,
    true,
    [],
    {},
    [[[]]],
    { a: { b: {} } },
    '',
    0,
    1e300,
    ...TEXTS,
  ]);
}

export function jsonBody(shape: Shape, random: Random): Buffer {
  const text = JSON.stringify(valueOf(shape, random) ?? null);
  switch (random.between(1, 24)) {
    case 1:
      return Buffer.from('['.repeat(random.oneIn(20) ? 60_000 : random.between(1, 200)));
    case 2:
      return Buffer.from(`${'{"a":'.repeat(random.oneIn(20) ? 20_000 : random.between(50, 200))}1`);
    case 3:
      return Buffer.from(text.slice(0, random.between(0, text.length)));
    case 4:
      return Buffer.from(`\ufeff${text}`);
    case 5:
      return Buffer.from(text.replaceAll('""', '"\\ud800"').replaceAll('0', '1e999'));
    case 6:
      return Buffer.from(text, 'utf16le');
    case 7:
      return Buffer.from(`{"__proto__":${text},"a":1,"a":2}`);
    default:
      return Buffer.from(text);
  }
}

export function cborBody(shape: Shape, random: Random): Buffer {
  const value = valueOf(shape, random);
  switch (random.between(1, 12)) {
    case 1:
      return Buffer.concat([lengthLie(random), random.bytes(random.between(0, 30))]);
    case 2:
      return Buffer.alloc(random.between(1, 40_000), random.pick([0x81, 0x9f, 0xbf, 0xc1, 0xdb]));
    case 3:
      return random.bytes(random.between(0, 200));
    default:
      return Buffer.from(formatCbor(value));
  }
}

/** A head that promises more than will ever come: major types 2 to 6 with a length of 8 bytes. */
function lengthLie(random: Random): Buffer {
  const head = Buffer.from([random.pick([0x5b, 0x7b, 0x9b, 0xbb, 0xdb])]);
  const length = random.pick([
    'ffffffffffffffff',
    '7fffffffffffffff',
    '0000000100000000',
    '00000000000fffff',
  ]);
  return Buffer.concat([Buffer.from([0xa1, 0x61, 0x61]), head, Buffer.from(length, 'hex')]);
}

const XML_PARTS = [
  '<Text>',
  '</Text>',
  '<Nested a="1">',
  '</Nested>',
  '<x:y xmlns:x="z">',
  '</x:y>',
  '&lt;',
  '&#x0;',
  '&#xD800;',
  '&lol9;',
  '&',
  '<![CDATA[x]]>',
  '<!-- - -->',
  '<?pi ?>',
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '&x;',
  '<Empty/>',
  '1',
] as const;

export function xmlBody(shape: Shape, random: Random): Buffer {
  switch (random.between(1, 10)) {
    case 1:
      return Buffer.from('<a>'.repeat(random.oneIn(20) ? 20_000 : random.between(50, 200)));
    case 2:
      return Buffer.from(billionLaughs());
    case 3:
      return Buffer.from(`<a ${'b="c" '.repeat(random.between(1, 3_000))}/>`);
    case 4:
      return Buffer.from(
        Array.from({ length: random.between(1, 12) }, () => random.pick(XML_PARTS)).join(''),
      );
    default: {
      const text = `<?xml version="1.0"?><${shape.name}>${xmlOf(valueOf(shape, random))}</${shape.name}>`;
      return Buffer.from(text);
    }
  }
}

function billionLaughs(): string {
  const entities = Array.from({ length: 9 }, (_, level) => {
    const inner = level === 0 ? 'lol' : `&lol${level};`.repeat(10);
    return `<!ENTITY lol${level + 1} "${inner}">`;
  });
  return `<!DOCTYPE lolz [${entities.join('')}]><lolz>&lol9;</lolz>`;
}

function xmlOf(value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => `<member>${xmlOf(one)}</member>`).join('');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([name, inner]) => `<${name}>${xmlOf(inner)}</${name}>`)
      .join('');
  }
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** Members in the order of a form; indexes that lie every so often. */
export function formBody(operation: string, version: string, shape: Shape, random: Random): Buffer {
  const pairs: string[] = [`Action=${operation}`, `Version=${version}`];
  flatten(valueOf(shape, random), '', pairs, random);
  switch (random.between(1, 14)) {
    case 1:
      pairs.push(`${'a.'.repeat(random.oneIn(20) ? 4_000 : random.between(10, 100))}b=1`);
      break;
    case 2:
      pairs.push(`Tags.member.${random.pick(['0', '-1', '999999999', '1e9', 'NaN', ''])}.Key=a`);
      break;
    case 3:
      pairs.push('%', '%Z', '%ff%fe=%c3', '=', '&&', 'a', '=b', '+=+');
      break;
    case 4:
      pairs.push(...Array.from({ length: random.between(100, 3_000) }, (_, at) => `M.${at}=v`));
      break;
    case 5:
      pairs.shift();
      break;
    default:
  }
  return Buffer.from(pairs.join('&'));
}

function flatten(value: unknown, prefix: string, pairs: string[], random: Random): void {
  if (Array.isArray(value)) {
    for (const [at, one] of value.entries()) {
      flatten(one, `${prefix}.member.${random.oneIn(20) ? at * 1_000_003 : at + 1}`, pairs, random);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, one] of Object.entries(value)) {
      flatten(one, prefix === '' ? name : `${prefix}.${name}`, pairs, random);
    }
  } else {
    pairs.push(`${encoded(prefix)}=${encoded(String(value))}`);
  }
}

/** As `encodeURIComponent`, for texts that are none as well. */
export function encoded(text: string): string {
  return Array.from(Buffer.from(text, 'utf8'), (byte) =>
    /[\w.~-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`,
  ).join('');
}

/** Most stay as they are; the others lose, gain or change some bytes. */
export function mutated(bytes: Buffer, random: Random): Buffer {
  if (!random.oneIn(4)) return bytes;
  const parts = [bytes];
  for (let round = random.between(1, 3); round > 0; round -= 1) {
    const whole = Buffer.concat(parts.splice(0));
    const at = random.between(0, whole.length);
    const cut = random.oneIn(2) ? random.between(0, 8) : 0;
    const gained = random.bytes(random.between(0, 4));
    parts.push(whole.subarray(0, at), gained, whole.subarray(Math.min(whole.length, at + cut)));
  }
  return Buffer.concat(parts);
}

/** Small on the wire, beyond the limit when it is read. */
export const BOMB = gzipSync(Buffer.alloc(16 * 1024 * 1024), { level: 1 });
