import type { ByteString } from '../byte-string.ts';
import { oversizeBody } from '../fields/body.ts';
import type { Field, FieldReading, FieldValue } from '../fields/reading.ts';
import type { RequestFacts } from '../fields/request-facts.ts';
import { bodyValues } from './body-values.ts';
import { decodedOnce, deepDecoded } from './deep-decode.ts';

/** The parts of a request as the managed groups look at them: decoded as applications do, and once more without any encoding. */
function managedField(
  id: string,
  location: Field['location'],
  valuesOf: (facts: RequestFacts) => readonly FieldValue[],
): Field {
  return { id, location, read: (facts) => withDeepForms(valuesOf(facts)) };
}

function withDeepForms(values: readonly FieldValue[]): FieldReading {
  const all: FieldValue[] = [];
  for (const item of values) {
    if (item.value === '') continue;
    all.push(item);
    const deep = deepDecoded(item.value);
    if (deep !== undefined) all.push({ ...item, value: deep });
  }
  return { values: all };
}

const PLAIN_NAME = /^[\w.[\]%-]*$/;

export const argumentValues = managedField('managed:arguments', 'ALL_QUERY_ARGS', (facts) =>
  facts.queryArguments.flatMap(({ name, value }) => {
    const named = { name, value: decodedOnce(value) };
    return PLAIN_NAME.test(name) ? [named] : [named, { value: decodedOnce(name) }];
  }),
);

export const queryText = managedField('managed:query', 'QUERY_STRING', ({ request }) => [
  { value: decodedOnce(request.query) },
]);

/** Bodies are looked at up to the limit of the resource's kind; what is longer the size restriction is for. */
export const bodyTexts = managedField('body:managed', 'BODY', (facts) => {
  oversizeBody(facts, 'CONTINUE', 'REQUEST_BODY');
  return bodyValues(facts);
});

export const cookieValues = managedField('managed:cookies', 'COOKIES', ({ cookies }) =>
  cookies.items.map(({ name, value }) => ({ name, value: decodedCookie(value) })),
);

export const pathText = managedField('managed:path', 'URI', ({ request }) => [
  { value: decodedOnce(request.path.replaceAll('+', '%2B')) },
]);

/** Every header but the cookies, which are looked at one by one. */
export const headerTexts = managedField('managed:headers', 'ALL_HEADERS', ({ headers }) =>
  headers.items
    .filter(({ lowerName }) => lowerName !== 'cookie')
    .map(({ name, value }) => ({ name, value })),
);

function decodedCookie(value: ByteString): ByteString {
  return value.includes('%') ? decodedOnce(value.replaceAll('+', '%2B')) : value;
}
