import { SaxesParser, type SaxesTagNS } from 'saxes';

/** An element of an XML document, with its own text joined. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  readonly namespace: string;
  /** By name without prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

const DEPTH_MAX = 50;
const ELEMENTS_MAX = 20_000;

interface Open {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads a document. Undefined: it is not well-formed, too large, or has a document type, which nobody needs. */
export function readXml(text: string): XmlElement | undefined {
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (): never => {
    throw new Error('not a document to be read');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', (tag) => {
    elements += 1;
    if (elements > ELEMENTS_MAX || open.length >= DEPTH_MAX) refuse();
    open.push(opened(tag));
  });
  const add = (part: string): void => {
    const current = open.at(-1);
    if (current !== undefined) current.text += part;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const closed = open.pop();
    const parent = open.at(-1);
    if (closed === undefined) return;
    if (parent === undefined) root = closed;
    else parent.children.push(closed);
  });
  try {
    parser.write(text).close();
  } catch {
    return undefined;
  }
  return root;
}

function opened(tag: SaxesTagNS): Open {
  const attributes = new Map<string, string>();
  for (const { prefix, local, value } of Object.values(tag.attributes)) {
    if (prefix !== 'xmlns' && local !== 'xmlns') attributes.set(local, value);
  }
  return { name: tag.local, namespace: tag.uri, attributes, children: [], text: '' };
}

/** The children of one name, in one namespace. */
export function childrenOf(
  element: XmlElement | undefined,
  namespace: string,
  name: string,
): readonly XmlElement[] {
  const children = element?.children ?? [];
  return children.filter((child) => child.name === name && child.namespace === namespace);
}
