import type { ByteString } from '../../byte-string.ts';
import { isScriptAddress } from './addresses.ts';
import {
  ACTIVE_ELEMENTS,
  ADDRESS_ATTRIBUTES,
  DOCUMENT_ATTRIBUTES,
  FOREIGN_ELEMENTS,
  isEventHandler,
} from './names.ts';

/** Where the value stands in the page: in text, or in an attribute with these quotes around it, or none. */
export type HtmlContext = 'data' | '"' | "'" | '`' | 'unquoted';

const TAG =
  /<(?:([A-Za-z][^\s/>\0]{0,63})|!(doctype|entity|element|attlist|\[cdata)|\?(xml-stylesheet|import)|!--\[if|%)/gi;
const ATTRIBUTE = /[\s/\0"'`]*([^\s=>/\0"'`<]{1,64}|<(?=[^A-Za-z!/?]))/y;
const EQUALS = /[\s\0]*=[\s\0]*/y;
const UNQUOTED = /[^\s>]*/y;
/** Attributes of one tag that are read; a browser reads on, but no page has a tag like that. */
const ATTRIBUTES_MAX = 500;

/**
 * What would run if a page held the value there, as a browser's tokenizer reads it; undefined: nothing would. One pass over
 * the value: what a tag holds is read once.
 */
export function activeMarkup(value: ByteString, context: HtmlContext): string | undefined {
  let at = 0;
  if (context !== 'data') {
    const start = endOfAttribute(value, context);
    if (start === undefined) return undefined;
    const attributes = readAttributes(value, start, true);
    if (attributes.found !== undefined) return attributes.found;
    at = attributes.end;
  }
  return context === 'data' ? activeTag(value, at) : undefined;
}

/** Where the value leaves the attribute it stands in; undefined: it doesn't. */
function endOfAttribute(value: ByteString, context: HtmlContext): number | undefined {
  if (context !== 'unquoted') {
    const quote = value.indexOf(context);
    return quote < 0 ? undefined : quote + 1;
  }
  const space = value.search(/[\s/]/);
  return space < 0 ? 0 : space;
}

function activeTag(value: ByteString, from: number): string | undefined {
  TAG.lastIndex = from;
  for (let tag = TAG.exec(value); tag !== null; tag = TAG.exec(value)) {
    const [text, element, declaration, instruction] = tag;
    if (element === undefined) {
      const found = activeDeclaration(value, tag.index, declaration, instruction, text);
      if (found !== undefined) return found;
      continue;
    }
    const found = activeElement(value, tag.index, element.toLowerCase());
    if (typeof found === 'string') return found;
    TAG.lastIndex = found;
  }
  return undefined;
}

function activeDeclaration(
  value: ByteString,
  at: number,
  declaration: string | undefined,
  instruction: string | undefined,
  text: string,
): string | undefined {
  if (instruction !== undefined) return text;
  if (declaration === undefined) return text.startsWith('<!--') ? text : undefined;
  if (declaration.toLowerCase() !== 'doctype') {
    return /^(?:entity|element|attlist)$/i.test(declaration) ? text : undefined;
  }
  /** `<!DOCTYPE html>` begins many a text; one with a subset or a system identifier loads or defines something. */
  const rest = value.slice(at, at + 300);
  return /\[|\bsystem\b/i.test(rest) ? text : undefined;
}

/** Script that the element holds, or where reading goes on behind its tag. */
function activeElement(value: ByteString, at: number, name: string): string | number {
  const attributesStart = at + 1 + name.length;
  const local = name.slice(name.lastIndexOf(':') + 1);
  const attributes = readAttributes(value, attributesStart, false);
  if (attributes.found !== undefined) return attributes.found;
  if (ACTIVE_ELEMENTS.has(name) || local === 'script') return value.slice(at, at + 40);
  /** `<svg><…` and `<math><…`: what follows is read by other rules, which filters are tricked by. */
  const isForeign = FOREIGN_ELEMENTS.has(name);
  return isForeign && FOREIGN_CONTENT.test(value.slice(attributes.end, attributes.end + 60))
    ? value.slice(at, at + 40)
    : attributes.end;
}

const FOREIGN_CONTENT =
  /^[\s/]*>\s*<(?:a|g|use|image|style|script|p|br|mtext|mglyph|annotation|title|desc)\b/i;

/** Reads attributes up to the end of their tag. `isBroken`: the tag is the page's own, and the value broke into it. */
function readAttributes(
  value: ByteString,
  from: number,
  isBroken: boolean,
): { readonly end: number; readonly found?: string } {
  let at = from;
  for (let count = 0; count < ATTRIBUTES_MAX; count += 1) {
    ATTRIBUTE.lastIndex = at;
    const attribute = ATTRIBUTE.exec(value);
    if (attribute === null) break;
    const name = (attribute[1] ?? '').toLowerCase();
    const start = ATTRIBUTE.lastIndex - name.length;
    at = ATTRIBUTE.lastIndex;
    EQUALS.lastIndex = at;
    if (!EQUALS.test(value)) continue;
    at = EQUALS.lastIndex;
    const end = endOfValue(value, at);
    const text = value.slice(at, end);
    if (isActive(name, text, isBroken)) return { end, found: value.slice(start, end) };
    at = end;
  }
  return { end: Math.max(at, from) };
}

function endOfValue(value: ByteString, at: number): number {
  const quote = value[at];
  if (quote === '"' || quote === "'" || quote === '`') {
    const end = value.indexOf(quote, at + 1);
    return end < 0 ? value.length : end + 1;
  }
  UNQUOTED.lastIndex = at;
  UNQUOTED.test(value);
  return UNQUOTED.lastIndex;
}

const STYLE_SCRIPT =
  /expression\s*\(|javascript:|vbscript:|-moz-binding|behaviou?r\s*:|@import|url\s*\(\s*['"]?data:text/i;
/** What script has and prose behind an equals sign doesn't. */
const SCRIPT_SIGNS = /[(`[\\&]|\w=|location|\.\w/;

function isActive(name: string, quoted: ByteString, isBroken: boolean): boolean {
  const value = quoted.replace(/^["'`]/, '');
  if (isEventHandler(name)) return !isBroken || value === '' || SCRIPT_SIGNS.test(value);
  if (name === 'style')
    return STYLE_SCRIPT.test(value.replace(/\/\*.{0,80}?\*\/|\\(?=[a-z])/gi, ''));
  if (DOCUMENT_ATTRIBUTES.has(name)) return true;
  return ADDRESS_ATTRIBUTES.has(name) && isScriptAddress(value);
}
