import type {
  ListShape,
  MapShape,
  Member,
  Shape,
  StructureShape,
  UnionShape,
} from '../../model/types.ts';
import { MalformedValue, isRecord } from './malformed.ts';
import { isSimple, textReader, textWriter } from './text.ts';
import { asArray, bareObject, oneMember, remembered } from './tree.ts';
import { escapeXml, localName, type XmlElement } from './xml-document.ts';

export type XmlReader = (element: XmlElement) => unknown;
/** Writes the content of an element: attributes (with a leading space) and what stands inside. */
export type XmlWriter = (value: unknown) => XmlContent;
export interface XmlContent {
  readonly attributes: string;
  readonly inside: string;
}

const readers = new WeakMap<Shape, XmlReader>();
const writers = new WeakMap<Shape, XmlWriter>();

export function xmlReader(shape: Shape): XmlReader {
  return remembered(readers, shape, () => compileReader(shape));
}

export function xmlWriter(shape: Shape): XmlWriter {
  return remembered(writers, shape, () => compileWriter(shape));
}

function compileReader(shape: Shape): XmlReader {
  switch (shape.type) {
    case 'structure':
      return structureReader(shape.members);
    case 'union': {
      const read = structureReader(shape.members);
      return (element) => oneMember(read(element));
    }
    case 'list':
      return (element) => {
        const entries = element.children.filter((child) => child.name === shape.xmlName);
        return listOf(shape, entries);
      };
    case 'map':
      return (element) => {
        const entries = element.children.filter((child) => child.name === 'entry');
        return mapOf(shape, entries);
      };
    default: {
      const read = textReader(shape, 'date-time');
      return (element) => {
        if (element.children.length > 0) {
          throw new MalformedValue(`Unexpected element in ${element.name}`);
        }
        return read(element.text);
      };
    }
  }
}

function isFlattened(member: Member): boolean {
  const { shape } = member;
  return member.flattened || ((shape.type === 'list' || shape.type === 'map') && shape.flattened);
}

function listOf(shape: ListShape, entries: readonly XmlElement[]): unknown[] {
  return entries.map(xmlReader(shape.member));
}

function mapOf(shape: MapShape, entries: readonly XmlElement[]): Record<string, unknown> {
  const result = bareObject();
  const readKey = xmlReader(shape.key);
  const readValue = xmlReader(shape.value);
  for (const entry of entries) {
    const key = entry.children.find((child) => child.name === shape.xmlKeyName);
    const value = entry.children.find((child) => child.name === shape.xmlValueName);
    if (key === undefined) throw new MalformedValue('A map entry has no key');
    if (value !== undefined) result[String(readKey(key))] = readValue(value);
    else if (shape.sparse) result[String(readKey(key))] = null;
  }
  return result;
}

/** A reader of a structure's members; the caller says which travel in this document. */
export function structureReader(members: readonly Member[]): XmlReader {
  const elements = new Map<string, Member>();
  const attributes: Member[] = [];
  for (const member of members) {
    if (member.xmlAttribute) attributes.push(member);
    else elements.set(localName(member.xmlName), member);
  }
  return (element) => {
    const result: Record<string, unknown> = {};
    for (const member of attributes) {
      const text = element.attributes.get(member.xmlName);
      if (text !== undefined) result[member.name] = attributeValue(member, text);
    }
    const flattened = new Map<Member, XmlElement[]>();
    for (const child of element.children) {
      const member = elements.get(child.name);
      if (member === undefined) continue;
      if (!isFlattened(member)) result[member.name] = memberValue(member, child);
      else if (flattened.get(member)?.push(child) === undefined) flattened.set(member, [child]);
    }
    for (const [member, entries] of flattened) {
      const { shape } = member;
      if (shape.type === 'list') result[member.name] = listOf(shape, entries);
      else if (shape.type === 'map') result[member.name] = mapOf(shape, entries);
    }
    return result;
  };
}

function attributeValue(member: Member, text: string): unknown {
  return isSimple(member.shape) ? textReader(member.shape, 'date-time')(text) : undefined;
}

function memberValue(member: Member, element: XmlElement): unknown {
  const { shape, timestampFormat } = member;
  if (shape.type === 'timestamp' && timestampFormat !== undefined) {
    return textReader({ ...shape, timestampFormat }, timestampFormat)(element.text);
  }
  return xmlReader(shape)(element);
}

function compileWriter(shape: Shape): XmlWriter {
  switch (shape.type) {
    case 'structure':
    case 'union':
      return structureWriter(shape);
    case 'list':
      return (value) => plain(entriesOfList(shape, value, shape.xmlName));
    case 'map':
      return (value) => plain(entriesOfMap(shape, value, 'entry'));
    default: {
      const write = textWriter(shape, 'date-time');
      return (value) => plain(escapeXml(write(value)));
    }
  }
}

function plain(inside: string): XmlContent {
  return { attributes: '', inside };
}

export function element(name: string, content: XmlContent, namespace = ''): string {
  const open = `<${name}${namespace}${content.attributes}`;
  return content.inside === '' ? `${open}/>` : `${open}>${content.inside}</${name}>`;
}

export function namespaceText(
  namespace: { readonly uri: string; readonly prefix?: string } | undefined,
): string {
  if (namespace === undefined) return '';
  const name = namespace.prefix === undefined ? 'xmlns' : `xmlns:${namespace.prefix}`;
  return ` ${name}="${escapeXml(namespace.uri)}"`;
}

function entriesOfList(shape: ListShape, value: unknown, name: string, namespace = ''): string {
  const write = xmlWriter(shape.member);
  let out = '';
  for (const entry of asArray(value)) {
    if (entry !== null && entry !== undefined) out += element(name, write(entry), namespace);
    else if (shape.sparse) out += `<${name}/>`;
  }
  return out;
}

function entriesOfMap(shape: MapShape, value: unknown, name: string, namespace = ''): string {
  if (!isRecord(value)) return '';
  const writeKey = xmlWriter(shape.key);
  const writeValue = xmlWriter(shape.value);
  let out = '';
  for (const [key, entry] of Object.entries(value)) {
    if (entry === undefined || (entry === null && !shape.sparse)) continue;
    const written = entry === null ? plain('') : writeValue(entry);
    const pair = element(shape.xmlKeyName, writeKey(key)) + element(shape.xmlValueName, written);
    out += element(name, plain(pair), namespace);
  }
  return out;
}

function structureWriter(shape: StructureShape | UnionShape): XmlWriter {
  return (value) => structureContent(shape.members, value);
}

/** Members in the model's order, attributes apart. */
export function structureContent(members: readonly Member[], value: unknown): XmlContent {
  let attributes = '';
  let inside = '';
  if (!isRecord(value)) return { attributes, inside };
  for (const member of members) {
    const given = value[member.name];
    if (given === undefined || given === null) continue;
    if (member.xmlAttribute && isSimple(member.shape)) {
      const text = textWriter(member.shape, 'date-time')(given);
      attributes += ` ${member.xmlName}="${escapeXml(text)}"`;
    } else inside += memberText(member, given);
  }
  return { attributes, inside };
}

/** A structure whose members use a prefix declares it wherever it stands. */
function prefixed(shape: Shape) {
  if (shape.type !== 'structure') return undefined;
  return shape.xmlNamespace?.prefix === undefined ? undefined : shape.xmlNamespace;
}

function memberText(member: Member, value: unknown): string {
  const { shape, xmlName, timestampFormat } = member;
  const namespace = namespaceText(member.xmlNamespace ?? prefixed(shape));
  if (isFlattened(member)) {
    if (shape.type === 'list') return entriesOfList(shape, value, xmlName, namespace);
    if (shape.type === 'map') return entriesOfMap(shape, value, xmlName, namespace);
  }
  if (shape.type === 'timestamp' && timestampFormat !== undefined) {
    const text = textWriter({ ...shape, timestampFormat }, timestampFormat)(value);
    return element(xmlName, plain(text), namespace);
  }
  return element(xmlName, xmlWriter(shape)(value), namespace);
}
