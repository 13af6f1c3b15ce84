import { isUtf8 } from 'node:buffer';
import type { ListShape, MapShape, Member, Shape, StructureShape } from '../../model/types.ts';
import { MAX_DEPTH, MAX_PARAMETERS } from '../limits.ts';
import { MalformedValue } from './malformed.ts';
import { percentDecoded, textReader } from './text.ts';
import { bareObject, oneMember, remembered } from './tree.ts';

/** One level of `A.B.1=text`: the text of the key itself, and what stands below it. */
interface FormNode {
  text: string | undefined;
  children: Map<string, FormNode> | undefined;
}

/** `aws`: lists have wrappers (`Tags.member.1`). `ec2`: they never have (`Tag.1`). */
export type FormDialect = 'aws' | 'ec2';

type FormReader = (node: FormNode) => unknown;

const caches = {
  aws: new WeakMap<Shape, FormReader>(),
  ec2: new WeakMap<Shape, FormReader>(),
} as const;

/** Decoded names and values in order. Throws MalformedValue beyond the parameter limit. */
export function parseForm(text: string): [string, string][] {
  const pairs: [string, string][] = [];
  if (text === '') return pairs;
  for (const piece of text.split('&', MAX_PARAMETERS + 1)) {
    if (pairs.length >= MAX_PARAMETERS) throw new MalformedValue('Too many parameters');
    if (piece === '') continue;
    const equals = piece.indexOf('=');
    const name = equals < 0 ? piece : piece.slice(0, equals);
    pairs.push([formDecoded(name), equals < 0 ? '' : formDecoded(piece.slice(equals + 1))]);
  }
  return pairs;
}

/** The text of a form body. */
export function formText(body: Uint8Array): string {
  if (!isUtf8(body)) throw new MalformedValue('The body is not valid UTF-8');
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8').trim();
}

function formDecoded(text: string): string {
  return percentDecoded(text.includes('+') ? text.replaceAll('+', ' ') : text);
}

/** Reads an operation's input from the parameters of a form. Throws MalformedValue. */
export function readForm(
  shape: StructureShape,
  pairs: readonly (readonly [string, string])[],
  dialect: FormDialect,
): unknown {
  const root: FormNode = { text: undefined, children: undefined };
  for (const [name, value] of pairs) insert(root, name, value);
  return readerOf(shape, dialect)(root);
}

function insert(root: FormNode, name: string, value: string): void {
  const segments = name.split('.', MAX_DEPTH + 1);
  if (segments.length > MAX_DEPTH) throw new MalformedValue('Parameter name is nested too deeply');
  let node = root;
  for (const segment of segments) {
    node.children ??= new Map();
    let child = node.children.get(segment);
    if (child === undefined) {
      child = { text: undefined, children: undefined };
      node.children.set(segment, child);
    }
    node = child;
  }
  if (node.text !== undefined) {
    throw new MalformedValue(`Parameter may only be specified once: ${name.slice(0, 128)}`);
  }
  node.text = value;
}

function readerOf(shape: Shape, dialect: FormDialect): FormReader {
  return remembered(caches[dialect], shape, () => compile(shape, dialect));
}

function compile(shape: Shape, dialect: FormDialect): FormReader {
  switch (shape.type) {
    case 'structure':
      return structureReader(shape.members, dialect);
    case 'union': {
      const read = structureReader(shape.members, dialect);
      return (node) => oneMember(read(node));
    }
    case 'list':
      return (node) => readList(shape, node, dialect, dialect === 'ec2' || shape.flattened);
    case 'map':
      return (node) => readMap(shape, node, dialect, dialect === 'ec2' || shape.flattened);
    default: {
      const read = textReader(shape, 'date-time');
      return (node) => {
        if (node.text === undefined) throw new MalformedValue('Unexpected nested parameter');
        return read(node.text);
      };
    }
  }
}

function structureReader(members: readonly Member[], dialect: FormDialect): FormReader {
  const names = new Map(
    members.map((member): [string, Member] => [
      dialect === 'ec2' ? member.ec2Name : member.xmlName,
      member,
    ]),
  );
  return (node) => {
    const result: Record<string, unknown> = {};
    for (const [name, child] of node.children ?? []) {
      const member = names.get(name);
      if (member !== undefined) result[member.name] = readMember(member, child, dialect);
    }
    return result;
  };
}

function readMember(member: Member, node: FormNode, dialect: FormDialect): unknown {
  const { shape, timestampFormat } = member;
  const flat = member.flattened || dialect === 'ec2';
  if (shape.type === 'list') return readList(shape, node, dialect, flat || shape.flattened);
  if (shape.type === 'map') return readMap(shape, node, dialect, flat || shape.flattened);
  if (shape.type === 'timestamp' && timestampFormat !== undefined && node.text !== undefined) {
    return textReader({ ...shape, timestampFormat }, timestampFormat)(node.text);
  }
  return readerOf(shape, dialect)(node);
}

function readList(shape: ListShape, node: FormNode, dialect: FormDialect, flat: boolean): unknown {
  const holder = flat ? node : node.children?.get(shape.xmlName);
  const read = readerOf(shape.member, dialect);
  return numbered(holder).map(read);
}

function readMap(shape: MapShape, node: FormNode, dialect: FormDialect, flat: boolean): unknown {
  const holder = flat ? node : node.children?.get('entry');
  const result = bareObject();
  const readKey = readerOf(shape.key, dialect);
  const readValue = readerOf(shape.value, dialect);
  for (const entry of numbered(holder)) {
    const key = entry.children?.get(shape.xmlKeyName);
    const value = entry.children?.get(shape.xmlValueName);
    if (key === undefined) throw new MalformedValue('A map entry has no key');
    if (value !== undefined) result[String(readKey(key))] = readValue(value);
  }
  return result;
}

/** Entries by their numbers, which need not be consecutive. */
function numbered(holder: FormNode | undefined): FormNode[] {
  const entries: [number, FormNode][] = [];
  for (const [name, child] of holder?.children ?? []) {
    if (!/^\d{1,6}$/.test(name)) throw new MalformedValue('A list index is not a number');
    entries.push([Number(name), child]);
  }
  return entries.sort(([left], [right]) => left - right).map(([, child]) => child);
}
