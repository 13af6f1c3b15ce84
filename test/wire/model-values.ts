import fc from 'fast-check';
import type { Binding, Member, ProtocolName, Shape } from '../../src/model/types.ts';

/** Draws one value; fast-check keeps what was drawn, and shrinks it. */
export type Draw = <T>(arbitrary: fc.Arbitrary<T>) => T;

/** Below this depth only what a model requires is drawn. */
const DEPTH_MAX = 4;

/** One of the code points of a text. */
const anyOf = (characters: string) => fc.constantFrom(...Array.from(characters));

const CHARACTERS = anyOf('aZ09 _-.:/&<>"\'=+%?#\\{}[],é漢😀\n\t');
const texts = fc.string({ unit: CHARACTERS, maxLength: 12 });
/** What a header, a path or a query string may carry without a rule of its own: no edges of space, never empty. */
const bound = fc
  .string({ unit: anyOf('aZ09_-.:/&<>=+%?#{}'), minLength: 1, maxLength: 12 })
  .filter((text) => text !== '.' && text !== '..');
const keys = fc.string({ unit: anyOf('aZ09_-.:/ é'), minLength: 1, maxLength: 6 });
const headerKeys = fc.string({ unit: anyOf('az09-'), minLength: 1, maxLength: 6 });
/** Whole seconds between 1970 and 2099: HTTP dates know nothing finer. */
const dates = fc.integer({ min: 0, max: 4_102_444_799 }).map((seconds) => new Date(seconds * 1000));
const bytes = fc.uint8Array({ minLength: 1, maxLength: 12 });

const WHOLE: ReadonlyMap<string, fc.Arbitrary<number>> = new Map([
  ['byte', fc.integer({ min: -128, max: 127 })],
  ['short', fc.integer({ min: -32_768, max: 32_767 })],
  ['integer', fc.integer()],
  ['long', fc.maxSafeInteger()],
  ['bigInteger', fc.maxSafeInteger()],
]);
const fractions = fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0);

export interface Drawing {
  readonly draw: Draw;
  readonly protocol: ProtocolName;
  readonly side: 'input' | 'output';
}

/** Some members of a structure, all that are required or have to be there for the address to be complete. */
export function drawMembers(
  members: readonly Member[],
  drawing: Drawing,
  depth = 0,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const member of members) {
    if (!wanted(member, drawing, depth)) continue;
    result[member.name] = drawMember(member, drawing, depth);
  }
  return result;
}

function wanted(member: Member, { draw, side }: Drawing, depth: number): boolean {
  const { binding, idempotencyToken, shape } = member;
  if (binding.in === 'label' || binding.in === 'statusCode' || idempotencyToken) return true;
  // Clients send an empty structure for an absent one that is the whole body.
  if (side === 'input' && binding.in === 'payload' && !isFlat(shape)) return true;
  // Clients and the encoder send a type of their own where none is given.
  if (binding.in === 'header' && /^content-type$/i.test(binding.name)) {
    return true;
  }
  if (side === 'input' && member.required) return depth <= DEPTH_MAX || isFlat(member.shape);
  const often = depth < 2 ? 2 : 4;
  return depth <= DEPTH_MAX && draw(fc.nat({ max: often })) === 0;
}

function isFlat(shape: Shape): boolean {
  return 'streaming' in shape;
}

function drawMember(member: Member, drawing: Drawing, depth: number): unknown {
  const { shape, binding } = member;
  if (binding.in === 'body' || binding.in === 'payload') {
    return binding.in === 'payload' && shape.type === 'string'
      ? drawing.draw(bound)
      : drawShape(shape, drawing, depth + 1);
  }
  return drawBound(shape, binding, drawing);
}

function drawBound(shape: Shape, binding: Binding, drawing: Drawing): unknown {
  const { draw } = drawing;
  if (shape.type === 'string') return draw(bound);
  if (shape.type === 'list') {
    const length = draw(fc.integer({ min: 1, max: 3 }));
    return Array.from({ length }, () => drawBound(shape.member, binding, drawing));
  }
  if (shape.type === 'map') {
    const names = binding.in === 'prefixHeaders' ? headerKeys : bound;
    const drawn = draw(fc.uniqueArray(names, { minLength: 1, maxLength: 3 }));
    return Object.fromEntries(
      drawn.map((name) => [name, drawBound(shape.value, binding, drawing)]),
    );
  }
  if (binding.in === 'statusCode') return draw(fc.integer({ min: 200, max: 203 }));
  return drawShape(shape, drawing, DEPTH_MAX);
}

export function drawShape(shape: Shape, drawing: Drawing, depth: number): unknown {
  const { draw } = drawing;
  switch (shape.type) {
    case 'structure':
      return drawMembers(shape.members, drawing, depth);
    case 'union':
      return drawUnion(shape.members, drawing, depth);
    case 'list': {
      const count = depth > DEPTH_MAX && !isFlat(shape.member) ? 0 : draw(fc.nat({ max: 3 }));
      return Array.from({ length: count }, () => drawShape(shape.member, drawing, depth + 1));
    }
    case 'map': {
      const most = depth > DEPTH_MAX && !isFlat(shape.value) ? 0 : 3;
      const names = draw(fc.uniqueArray(keys, { maxLength: most }));
      return Object.fromEntries(
        names.map((name) => [name, drawShape(shape.value, drawing, depth + 1)]),
      );
    }
    case 'string':
      return drawText(drawing);
    case 'boolean':
      return draw(fc.boolean());
    case 'timestamp':
      return draw(dates);
    case 'blob':
      return draw(bytes);
    case 'document':
      return draw(fc.dictionary(keys, fc.oneof(texts, fc.integer(), fc.boolean())));
    default:
      return draw(WHOLE.get(shape.type) ?? fractions);
  }
}

/** Clients drop text of spaces alone from XML. */
function drawText({ draw, side, protocol }: Drawing): string {
  const text = draw(texts);
  return side === 'output' && isLean(protocol) && text.trim() === '' ? '' : text;
}

/** One member; none that may go on for ever where the structure is deep already. */
function drawUnion(members: readonly Member[], drawing: Drawing, depth: number): unknown {
  const shallow = members.filter(({ shape }) => shape.type !== 'union');
  const among = depth >= DEPTH_MAX && shallow.length > 0 ? shallow : members;
  const one = among[drawing.draw(fc.nat({ max: among.length - 1 }))];
  if (one === undefined) throw new Error('a union without members');
  return { [one.name]: drawMember(one, drawing, depth) };
}

/** A form in which values can be compared: bytes and dates as text, what forms and XML cannot tell apart as absent. */
export function comparable(value: unknown, protocol: ProtocolName): unknown {
  return plain(value, isLean(protocol));
}

function isLean(protocol: ProtocolName): boolean {
  return protocol === 'awsQuery' || protocol === 'ec2Query' || protocol === 'restXml';
}

function plain(value: unknown, lean: boolean): unknown {
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`;
  if (value instanceof Date) return `date ${value.toISOString()}`;
  if (Array.isArray(value)) {
    const entries = value.map((entry) => plain(entry, lean)).filter((entry) => entry !== undefined);
    return lean && entries.length === 0 ? undefined : entries;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, entry]) => [name, plain(entry, lean)] as const)
    .filter(([, entry]) => entry !== undefined && entry !== null)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return lean && entries.length === 0 ? undefined : Object.fromEntries(entries);
}
