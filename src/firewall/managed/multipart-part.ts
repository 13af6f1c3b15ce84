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
  const head = part.slice(0, end.index);
  const content = part.slice(end.index + end[0].length);
  const values: BodyValue[] = [];
  const dispositions: ByteString[] = [];
  const types: ByteString[] = [];
  let isPlain = !/(?<!\r)\n|\r(?!\n)/.test(head + end[0]);
  for (const line of head.split(/[\r\n]+/)) {
    if (line === '') continue;
    const [, name = '', value = line] = HEADER.exec(line) ?? [];
    isPlain &&= name !== '';
    if (name.toLowerCase() === 'content-disposition') {
      dispositions.push(value);
      continue;
    }
    if (name.toLowerCase() === 'content-type') types.push(value);
    if (!PLAIN_VALUE.test(value)) values.push({ value });
  }
  const [disposition, another] = dispositions.map(readDisposition);
  for (const text of dispositions)
    if (readDisposition(text) === undefined) values.push({ value: text });
  values.push(...dispositionValues(disposition), ...dispositionValues(another));
  const name = disposition?.get('name');
  const fileName = disposition?.get('filename') ?? disposition?.get('filename*') ?? '';
  const [type, otherType] = types;
  const hasText = type === undefined || otherType !== undefined || TEXT_TYPE.test(type);
  return {
    values,
    content: name === undefined ? { value: content } : { name, value: content },
    isFile: fileName !== '' && !hasText,
    isPlain:
      isPlain && disposition !== undefined && another === undefined && dispositions.length === 1,
  };
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
