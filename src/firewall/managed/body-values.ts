import type { ByteString } from '../byte-string.ts';
import { argumentsOf } from '../fields/query-arguments.ts';
import type { RequestFacts } from '../fields/request-facts.ts';
import { type BodyValue, PLAIN_NAME } from './body-value.ts';
import { decodedOnce } from './deep-decode.ts';
import { multipartValues } from './multipart.ts';

/** Types of one body that are heeded, where a request gives several. */
const TYPES_MAX = 4;

/**
 * The values in a body, by its type: fields of forms, leaves of JSON, parts of multipart; anything else is one value. A type
 * that the body doesn't keep to hides nothing: what can't be taken apart is looked at as a whole, too. Of several types each
 * counts, as applications take one or another.
 */
export function bodyValues(facts: RequestFacts): readonly BodyValue[] {
  if (facts.request.body === '') return [];
  const types = new Set(facts.headerValues('content-type').slice(0, TYPES_MAX));
  return types.size === 0
    ? valuesBy('', facts)
    : [...types].flatMap((type) => valuesBy(type, facts));
}

function valuesBy(given: ByteString, facts: RequestFacts): readonly BodyValue[] {
  const { body, bodyContinues } = facts.request;
  const type = given.trim().toLowerCase();
  if (!type.startsWith('multipart/')) return plainValues(type, facts);
  return (
    multipartValues(body, given, bodyContinues) ?? [...plainValues(type, facts), { value: body }]
  );
}

function plainValues(type: string, facts: RequestFacts): readonly BodyValue[] {
  const { body } = facts.request;
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
