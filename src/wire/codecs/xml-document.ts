import { isUtf8 } from 'node:buffer';
import { SaxesParser } from 'saxes';
import { MAX_DEPTH, MAX_XML_ELEMENTS } from '../limits.ts';
import { MalformedValue } from './malformed.ts';

export interface XmlElement {
  /** Local name, without prefix. */
  readonly name: string;
  /** By name as written: the model spells `xsi:type` with its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/**
 * Parses a body into elements. Document types are refused, so there are no entities to expand and
 * nothing outside to fetch. Throws MalformedValue.
 */
export function parseXml(body: Uint8Array): XmlElement {
  if (!isUtf8(body)) throw new MalformedValue('The body is not valid UTF-8');
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8');
  const parser = new SaxesParser({ xmlns: false, position: false });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  let count = 0;
  parser.on('error', () => {
    throw new MalformedValue('The body is not well-formed XML');
  });
  parser.on('doctype', () => {
    throw new MalformedValue('Document types are not allowed');
  });
  parser.on('opentag', (tag) => {
    if (++count > MAX_XML_ELEMENTS) throw new MalformedValue('Too many XML elements');
    if (open.length >= MAX_DEPTH) throw new MalformedValue(`Nesting exceeds ${MAX_DEPTH} levels`);
    const attributes = new Map(Object.entries(tag.attributes));
    const element = { name: localName(tag.name), attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const append = (piece: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.on('text', append);
  parser.on('cdata', append);
  parser.write(text).close();
  if (root === undefined) throw new MalformedValue('The body has no XML element');
  return root;
}

export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

const SPECIAL = /[&<>"\r\u0085\u2028]/;

/** Text for an element or attribute. Characters XML 1.0 cannot carry become U+FFFD. */
export function escapeXml(text: string): string {
  // oxlint-disable-next-line no-control-regex
  const legal = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd');
  if (!SPECIAL.test(legal)) return legal;
  return legal.replace(/[&<>"\r\u0085\u2028]/g, (char) => {
    switch (char) {
      case '&':
        return '&amp;';
      case '<':
        return '&lt;';
      case '>':
        return '&gt;';
      case '"':
        return '&quot;';
      default:
        return `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`;
    }
  });
}
