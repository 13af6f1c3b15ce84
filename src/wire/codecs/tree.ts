import type {
  ListShape,
  MapShape,
  Member,
  Shape,
  SimpleShape,
  StructureShape,
  TimestampFormat,
  UnionShape,
} from '../../model/types.ts';
import { MalformedValue, isRecord, mismatch } from './malformed.ts';
import { isNumeric, numberReader } from './numbers.ts';

export type TreeReader = (value: unknown) => unknown;
export type TreeWriter = (value: unknown) => unknown;

/** Where JSON and CBOR differ: names, and the values that only one of them can carry. */
export interface TreeDialect {
  nameOf(member: Member): string;
  readBlob(value: unknown): Uint8Array;
  writeBlob(value: unknown): unknown;
  readTimestamp(value: unknown, format: TimestampFormat | undefined): Date;
  writeTimestamp(date: Date, format: TimestampFormat | undefined): unknown;
  writeNumber(value: unknown): unknown;
}

interface MemberReader {
  readonly name: string;
  readonly read: TreeReader;
}

interface MemberWriter {
  readonly name: string;
  readonly write: TreeWriter;
}

const same = (value: unknown): unknown => value;

/**
 * Turns parsed trees into typed values and back. Closures are compiled per shape on first use;
 * models are graphs with cycles, so a structure resolves its members only when its first value
 * arrives. Typed values: blobs are Uint8Array, timestamps Date, maps objects without prototype.
 */
export class TreeCodec {
  readonly #dialect: TreeDialect;
  readonly #readers = new WeakMap<Shape, TreeReader>();
  readonly #writers = new WeakMap<Shape, TreeWriter>();
  readonly #bodyReaders = new WeakMap<StructureShape, TreeReader>();
  readonly #bodyWriters = new WeakMap<StructureShape, TreeWriter>();

  constructor(dialect: TreeDialect) {
    this.#dialect = dialect;
  }

  reader(shape: Shape): TreeReader {
    return remembered(this.#readers, shape, () => this.#compileReader(shape));
  }

  writer(shape: Shape): TreeWriter {
    return remembered(this.#writers, shape, () => this.#compileWriter(shape));
  }

  /** Reads only the members that travel in the body. */
  bodyReader(shape: StructureShape): TreeReader {
    return remembered(this.#bodyReaders, shape, () => this.#structureReader(bodyMembers(shape)));
  }

  bodyWriter(shape: StructureShape): TreeWriter {
    return remembered(this.#bodyWriters, shape, () => this.#structureWriter(bodyMembers(shape)));
  }

  #compileReader(shape: Shape): TreeReader {
    switch (shape.type) {
      case 'structure':
        return this.#structureReader(shape.members);
      case 'union':
        return this.#unionReader(shape);
      case 'list':
        return this.#listReader(shape);
      case 'map':
        return this.#mapReader(shape);
      default:
        return this.#simpleReader(shape);
    }
  }

  #memberReader(member: Member): TreeReader {
    const { shape, timestampFormat } = member;
    if (shape.type !== 'timestamp' || timestampFormat === undefined) return this.reader(shape);
    return (value) => this.#dialect.readTimestamp(value, timestampFormat);
  }

  #memberReaders(members: readonly Member[]): Map<string, MemberReader> {
    const entries = members.map((member): [string, MemberReader] => [
      this.#dialect.nameOf(member),
      { name: member.name, read: this.#memberReader(member) },
    ]);
    return new Map(entries);
  }

  #structureReader(members: readonly Member[]): TreeReader {
    let byName: Map<string, MemberReader> | undefined;
    return (value) => {
      if (!isRecord(value)) throw misplaced(value);
      byName ??= this.#memberReaders(members);
      const result: Record<string, unknown> = {};
      for (const name in value) {
        const member = byName.get(name);
        const given = value[name];
        if (member === undefined || given === null || given === undefined) continue;
        result[member.name] = member.read(given);
      }
      return result;
    };
  }

  #unionReader(shape: UnionShape): TreeReader {
    const read = this.#structureReader(shape.members);
    return (value) => oneMember(read(value));
  }

  #listReader(shape: ListShape): TreeReader {
    let read: TreeReader | undefined;
    return (value) => {
      if (!Array.isArray(value)) throw misplaced(value);
      read ??= this.reader(shape.member);
      const result: unknown[] = [];
      for (const entry of value) {
        if (entry !== null && entry !== undefined) result.push(read(entry));
        else if (shape.sparse) result.push(null);
        else throw new MalformedValue('NULL_VALUE is not allowed in a list');
      }
      return result;
    };
  }

  #mapReader(shape: MapShape): TreeReader {
    let read: TreeReader | undefined;
    return (value) => {
      if (!isRecord(value)) throw misplaced(value);
      read ??= this.reader(shape.value);
      const result = bareObject();
      for (const key in value) {
        const entry = value[key];
        if (entry !== null && entry !== undefined) result[key] = read(entry);
        else if (shape.sparse) result[key] = null;
        else throw new MalformedValue('NULL_VALUE is not allowed in a map');
      }
      return result;
    };
  }

  #simpleReader(shape: SimpleShape): TreeReader {
    const { type, timestampFormat } = shape;
    if (isNumeric(type)) return numberReader(type);
    switch (type) {
      case 'boolean':
        return (value) => {
          if (typeof value !== 'boolean') throw mismatch(value, type);
          return value;
        };
      case 'blob':
        return (value) => this.#dialect.readBlob(value);
      case 'timestamp':
        return (value) => this.#dialect.readTimestamp(value, timestampFormat);
      case 'document':
        return same;
      default:
        return (value) => {
          if (typeof value !== 'string') throw mismatch(value, 'string');
          return value;
        };
    }
  }

  #compileWriter(shape: Shape): TreeWriter {
    switch (shape.type) {
      case 'structure':
      case 'union':
        return this.#structureWriter(shape.members);
      case 'list':
        return this.#listWriter(shape);
      case 'map':
        return this.#mapWriter(shape);
      case 'blob':
        return (value) => this.#dialect.writeBlob(value);
      case 'timestamp':
        return (value) => this.#dialect.writeTimestamp(asDate(value), shape.timestampFormat);
      default:
        return isNumeric(shape.type) ? (value) => this.#dialect.writeNumber(value) : same;
    }
  }

  #memberWriter(member: Member): TreeWriter {
    const { shape, timestampFormat } = member;
    if (shape.type !== 'timestamp' || timestampFormat === undefined) return this.writer(shape);
    return (value) => this.#dialect.writeTimestamp(asDate(value), timestampFormat);
  }

  #structureWriter(members: readonly Member[]): TreeWriter {
    let byName: Map<string, MemberWriter> | undefined;
    return (value) => {
      byName ??= new Map(
        members.map((member) => [
          member.name,
          { name: this.#dialect.nameOf(member), write: this.#memberWriter(member) },
        ]),
      );
      const result: Record<string, unknown> = {};
      if (!isRecord(value)) return result;
      for (const name in value) {
        const member = byName.get(name);
        const given = value[name];
        if (member === undefined || given === undefined || given === null) continue;
        result[member.name] = member.write(given);
      }
      return result;
    };
  }

  #listWriter(shape: ListShape): TreeWriter {
    let write: TreeWriter | undefined;
    return (value) => {
      write ??= this.writer(shape.member);
      const result: unknown[] = [];
      for (const entry of asArray(value)) {
        if (entry !== null && entry !== undefined) result.push(write(entry));
        else if (shape.sparse) result.push(null);
      }
      return result;
    };
  }

  #mapWriter(shape: MapShape): TreeWriter {
    let write: TreeWriter | undefined;
    return (value) => {
      write ??= this.writer(shape.value);
      const result = bareObject();
      if (!isRecord(value)) return result;
      for (const [key, entry] of Object.entries(value)) {
        if (entry !== null && entry !== undefined) result[key] = write(entry);
        else if (shape.sparse) result[key] = null;
      }
      return result;
    };
  }
}

/** A union has exactly one known member; those a newer client knows count for nothing. */
export function oneMember(value: unknown): unknown {
  const count = isRecord(value) ? Object.keys(value).length : 0;
  if (count === 1) return value;
  throw new MalformedValue(`Expected exactly one member of a union, found ${count}`);
}

export function bodyMembers(shape: StructureShape): readonly Member[] {
  return shape.members.filter((member) => member.binding.in === 'body');
}

/** Keys come from callers: without a prototype, `__proto__` is a key like any other. */
export function bareObject(): Record<string, unknown> {
  const object: Record<string, unknown> = Object.create(null);
  return object;
}

export function asDate(value: unknown): Date {
  if (value instanceof Date) return value;
  throw new TypeError('A timestamp must be a Date');
}

export function asArray(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new TypeError('A list must be an array');
}

export function remembered<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

function misplaced(value: unknown): MalformedValue {
  if (isRecord(value)) {
    return new MalformedValue('Start of structure or map found where not expected.');
  }
  return new MalformedValue('Unexpected field type');
}
