import type { ByteString } from '../byte-string.ts';
import { type BodyValue, PLAIN_NAME } from './body-value.ts';

/** A part of a multipart body. */
export interface Part {
  /** What its head says: names, names of files, what is no ordinary header. */
  readonly values: readonly BodyValue[];
  readonly content: BodyValue;
  /** A file, by a type that is no text. */
  readonly isFile: boolean;
  /** Every program reads its head alike. */
  readonly isPlain: boolean;
}

/** The head ends at the first empty line; a part may begin with it. */
const HEAD_END = /^\r?\n|\r?\n\r?\n/;
const HEADER = /^([\w-]{1,80}):[ \t]*(.*)$/;
const PLAIN_VALUE = /^[\w .;=/+*-]*$/;
const TEXT_TYPE = /text|json|xml|x-www|script|html/i;

/** `isCutOff`: the body goes on behind what is inspected, and so may the part's head. */
export function readPart(part: ByteString, isCutOff: boolean): Part {
  const end = HEAD_END.exec(part);
  if (end === null) {
    return { values: [], content: { value: part }, isFile: false, isPlain: isCutOff };
  }
  const value = part.slice(end.index + end[0].length);
  const head = readHead(part.slice(0, end.index));
  const read = head.dispositions.map(readDisposition);
  const only = read.length === 1 ? read[0] : undefined;
  const name = read[0]?.get('name');
  const fileName = only?.get('filename') ?? only?.get('filename*') ?? '';
  return {
    values: [...head.values, ...read.flatMap((one) => dispositionValues(one))],
    content: name === undefined ? { value } : { name, value },
    isFile: fileName !== '' && !hasText(head.types),
    isPlain:
      head.isPlain && only !== undefined && !LONE_LINE_END.test(part.slice(0, end.index) + end[0]),
  };
}

const LONE_LINE_END = /(?<!\r)\n|\r(?!\n)/;

/** Without a type, or with several, a part may be text. */
function hasText([type, other]: readonly ByteString[]): boolean {
  return type === undefined || other !== undefined || TEXT_TYPE.test(type);
}

/** Headers by what they are for; `values`: those that may hold what values do. */
function readHead(head: ByteString) {
  const values: BodyValue[] = [];
  const dispositions: ByteString[] = [];
  const types: ByteString[] = [];
  let isPlain = true;
  for (const line of head.split(/[\r\n]+/).filter((text) => text !== '')) {
    const [, name = '', value = line] = HEADER.exec(line) ?? [];
    isPlain &&= name !== '';
    const isDisposition = name.toLowerCase() === 'content-disposition';
    if (isDisposition) dispositions.push(value);
    if (name.toLowerCase() === 'content-type') types.push(value);
    const isRead = isDisposition && readDisposition(value) !== undefined;
    if (!isRead && !PLAIN_VALUE.test(value)) values.push({ value });
  }
  return { values, dispositions, types, isPlain };
}

const DISPOSITION = /^form-data((?:;[ \t]*[\w*-]+=(?:"[^"\\]*"|[^\s"();,\\]+))+)$/i;
const PARAMETER = /;[ \t]*([\w*-]+)=(?:"([^"\\]*)"|([^\s"();,\\]+))/g;

/** Its parameters; undefined: programs differ in what they are. */
function readDisposition(text: ByteString): ReadonlyMap<string, ByteString> | undefined {
  const [, given] = DISPOSITION.exec(text) ?? [];
  if (given === undefined) return undefined;
  const found = new Map<string, ByteString>();
  for (const [, name = '', quoted, bare = ''] of given.matchAll(PARAMETER)) {
    if (found.has(name.toLowerCase())) return undefined;
    found.set(name.toLowerCase(), quoted ?? bare);
  }
  return found;
}

function dispositionValues(parameters: ReadonlyMap<string, ByteString> = new Map()) {
  return [...parameters]
    .filter(([name, value]) => name.startsWith('filename') || !PLAIN_NAME.test(value))
    .map(([, value]) => ({ value }));
}
