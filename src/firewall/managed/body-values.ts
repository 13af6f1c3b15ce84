import type { ByteString } from '../byte-string.ts';
import { argumentsOf } from '../fields/query-arguments.ts';
import type { RequestFacts } from '../fields/request-facts.ts';
import { decodedOnce } from './deep-decode.ts';

/** A name or value of a body, decoded once as an application does. */
export interface BodyValue {
  readonly name?: ByteString;
  readonly value: ByteString;
}

/** A name that is no plain one may hold what values do. */
const PLAIN_NAME = /^[\w.[\]-]*$/;
const FILE_TEXT = /^content-type:[ \t]*(?:text\/|application\/(?:json|xml|x-www|javascript))/im;
const PARTS_MAX = 1_000;

/**
 * The values in a body, by its type: fields of forms, leaves of JSON, parts of multipart; anything else is one value. A type
 * that the body doesn't keep to hides nothing: what can't be taken apart is looked at as a whole, too.
 */
export function bodyValues(facts: RequestFacts): readonly BodyValue[] {
  const { body } = facts.request;
  if (body === '') return [];
  const type = (facts.headerValues('content-type')[0] ?? '').toLowerCase();
  if (type.includes('multipart/')) return multipartValues(body, type);
  if (type.includes('json') || /^\s*[[{]/.test(body)) return jsonValues(facts);
  const isForm = type.includes('x-www-form-urlencoded') || /^[\w.%[\]+-]{1,80}=/.test(body);
  return isForm ? formValues(body) : [{ value: body }];
}

function formValues(body: ByteString): readonly BodyValue[] {
  return argumentsOf(body).flatMap(({ name, value }) => {
    const plain = decodedOnce(name);
    const named = { name, value: decodedOnce(value) };
    return PLAIN_NAME.test(plain) ? [named] : [{ value: plain }, named];
  });
}

function jsonValues(facts: RequestFacts): readonly BodyValue[] {
  const { elements, valid } = facts.json;
  const values: BodyValue[] = [];
  for (const { kind, text } of elements) {
    if (kind === 'VALUE' || !PLAIN_NAME.test(text)) values.push({ value: text });
  }
  const isWhole = valid || (facts.request.bodyContinues && elements.length > 0);
  return isWhole ? values : [...values, ...formValues(facts.request.body)];
}

function multipartValues(body: ByteString, type: string): readonly BodyValue[] {
  const boundary = /boundary="?([^";,\s]{1,70})/.exec(type)?.[1];
  if (boundary === undefined) return [{ value: body }];
  /** The type was lowered: boundaries are compared as they stand in the body. */
  const mark = /^--[^\r\n]{1,70}/.exec(body)?.[0];
  if (mark === undefined || mark.toLowerCase() !== `--${boundary}`) return [{ value: body }];
  return body
    .split(mark)
    .slice(1, PARTS_MAX)
    .flatMap((part) => partValues(part));
}

function partValues(part: ByteString): readonly BodyValue[] {
  const end = part.search(/\r?\n\r?\n/);
  if (end < 0) return [];
  const head = part.slice(0, end);
  const name = /\bname="([^"]{0,200})"/i.exec(head)?.[1];
  const fileName = /\bfilename="([^"\r\n]{0,400})/i.exec(head)?.[1];
  const content = part
    .slice(end)
    .replace(/^\r?\n\r?\n/, '')
    .replace(/\r?\n$/, '');
  const values: BodyValue[] = [];
  if (fileName !== undefined) values.push({ value: fileName });
  if (fileName === undefined || FILE_TEXT.test(head)) {
    values.push(name === undefined ? { value: content } : { name, value: content });
  }
  return values;
}
