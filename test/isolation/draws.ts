import { compilePattern } from '../../src/model/patterns.ts';
import type { Member, Shape } from '../../src/model/types.ts';

/** A repeatable source of chance: the seed is told when a run fails. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 to `below` - 1. */
  below(below: number): number {
    // Mulberry32.
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  shuffled<T>(list: readonly T[]): readonly T[] {
    return list
      .map((one) => ({ one, at: this.below(1_000_000) }))
      .sort((left, right) => left.at - right.at)
      .map(({ one }) => one);
  }
}

type Value = string | Uint8Array;

interface Known {
  readonly value: Value;
  /** Whose answer told it. */
  readonly account: string;
}

/** Everything that was answered, by the name of the member it stood in, whoever it belongs to. */
export class Pool {
  readonly #known = new Map<string, Known[]>();

  add(member: string, value: Value, account: string): void {
    const known = this.#known.get(keyOf(member)) ?? [];
    if (known.length >= 60) known.shift();
    known.push({ value, account });
    this.#known.set(keyOf(member), known);
  }

  /** Takes in every text and every blob below a value. */
  learn(value: unknown, account: string, member = ''): void {
    if (typeof value === 'string' || value instanceof Uint8Array) this.add(member, value, account);
    else if (Array.isArray(value)) for (const one of value) this.learn(one, account, member);
    else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
      for (const [name, inner] of Object.entries(value)) this.learn(inner, account, name);
    }
  }

  like(member: string, account?: string): readonly Value[] {
    const known = this.#known.get(keyOf(member)) ?? [];
    return known
      .filter((one) => account === undefined || one.account === account)
      .map(({ value }) => value);
  }
}

/** Members of different names that hold the same kind of thing. */
const ALIKE: ReadonlyMap<string, string> = new Map([
  ['targetkeyid', 'keyid'],
  ['sourcekeyid', 'keyid'],
  ['destinationkeyid', 'keyid'],
  ['permissionsboundary', 'arn'],
  ['policyarn', 'arn'],
  ['rolearn', 'arn'],
  ['resourceid', 'id'],
  ['targetid', 'id'],
  ['parentid', 'id'],
  ['sourceparentid', 'id'],
  ['destinationparentid', 'id'],
  ['childid', 'id'],
  ['policyid', 'id'],
  ['rootid', 'id'],
  ['organizationalunitid', 'id'],
  ['accountid', 'id'],
  ['handshakeid', 'id'],
  ['createaccountrequestid', 'id'],
]);

function keyOf(member: string): string {
  const name = member.toLowerCase();
  return ALIKE.get(name) ?? name;
}

export interface Drawing {
  readonly chance: Chance;
  readonly pool: Pool;
  readonly account: string;
  /** A name nobody has used, that tells whose it is. */
  readonly fresh: () => string;
  /** What only makes sense whole, such as policy documents; undefined where anything goes. */
  readonly special: (member: string) => string | undefined;
}

/** Required members, and now and then others, with values from the pool or new ones. */
export function drawInput(members: readonly Member[], drawing: Drawing): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const member of members) {
    if (!member.required && drawing.chance.below(4) > 0) continue;
    input[member.name] = drawShape(member.shape, member.name, drawing);
  }
  return input;
}

function drawShape(shape: Shape, member: string, drawing: Drawing): unknown {
  const { chance } = drawing;
  switch (shape.type) {
    case 'structure':
      return drawInput(shape.members, drawing);
    case 'union':
      return {};
    case 'list':
      return [drawShape(shape.member, member, drawing)];
    case 'map':
      return { [drawing.fresh()]: drawShape(shape.value, member, drawing) };
    case 'string':
      return drawText(shape.constraints, member, drawing);
    case 'blob': {
      const known = likely(member, drawing).filter((value) => typeof value !== 'string');
      return (chance.below(3) > 0 ? chance.of(known) : undefined) ?? new Uint8Array([1, 2, 3]);
    }
    case 'boolean':
      return chance.below(4) === 0;
    case 'timestamp':
      return new Date(chance.below(2_000_000_000) * 1_000);
    default:
      return (shape.constraints.min ?? 0) + chance.below(8);
  }
}

/** Half the time the caller's own, so that much succeeds; else anybody's. */
function likely(member: string, { chance, pool, account }: Drawing): readonly Value[] {
  return chance.below(2) > 0 ? pool.like(member, account) : pool.like(member);
}

const tests = new Map<string, ReturnType<typeof compilePattern>>();

/** AWS's patterns are not all JavaScript's. */
function testOf(pattern: string): ReturnType<typeof compilePattern> {
  if (!tests.has(pattern)) tests.set(pattern, compilePattern(pattern));
  return tests.get(pattern);
}

function drawText(constraints: Shape['constraints'], member: string, drawing: Drawing): string {
  const { chance, fresh, special } = drawing;
  const { enum: choices, pattern } = constraints;
  if (choices !== undefined) return chance.of(choices) ?? '';
  const whole = special(member);
  if (whole !== undefined) return whole;
  const fits = pattern === undefined ? undefined : testOf(pattern);
  const known = likely(member, drawing)
    .filter((value) => typeof value === 'string')
    .filter((value) => fits?.(value) ?? true);
  return (chance.below(4) > 0 ? chance.of(known) : undefined) ?? fresh();
}
