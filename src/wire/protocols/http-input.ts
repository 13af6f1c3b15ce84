import type { Member, OperationModel, Shape, SimpleShape } from '../../model/types.ts';
import { MalformedValue } from '../codecs/malformed.ts';
import { isSimple, percentDecoded, textReader } from '../codecs/text.ts';
import { bareObject, remembered } from '../codecs/tree.ts';
import type { WireRequest } from '../request.ts';
import { parseQuery } from '../uri.ts';
import { compileTemplate, matchLabels, type UriTemplate } from '../uri-template.ts';

interface Plan {
  readonly template: UriTemplate;
  readonly bound: readonly Member[];
  readonly queryNames: ReadonlySet<string>;
  readonly readsQuery: boolean;
}

const plans = new WeakMap<OperationModel, Plan>();

function planOf(operation: OperationModel): Plan {
  return remembered(plans, operation, () => {
    const bound = operation.input.members.filter(
      ({ binding }) => binding.in !== 'body' && binding.in !== 'payload',
    );
    const names = bound.flatMap(({ binding }) => (binding.in === 'query' ? [binding.name] : []));
    const template = compileTemplate(operation.http.uri);
    return {
      template,
      bound,
      queryNames: new Set([...names, ...template.constants.keys()]),
      readsQuery: bound.some(
        ({ binding }) => binding.in === 'query' || binding.in === 'queryParams',
      ),
    };
  });
}

/** Members that travel in path, query string and headers. Throws MalformedValue. */
export function readBoundMembers(
  operation: OperationModel,
  request: WireRequest,
): Record<string, unknown> {
  const plan = planOf(operation);
  const result: Record<string, unknown> = {};
  if (plan.bound.length === 0) return result;
  const labels = matchLabels(plan.template, request.rawPath);
  const query = plan.readsQuery ? parseQuery(request.rawQuery) : new Map<string, string[]>();
  for (const member of plan.bound) {
    const value = readBound(member, request, labels, query, plan);
    if (value !== undefined) result[member.name] = value;
  }
  return result;
}

function readBound(
  member: Member,
  request: WireRequest,
  labels: ReadonlyMap<string, string>,
  query: ReadonlyMap<string, readonly string[]>,
  plan: Plan,
): unknown {
  const { binding } = member;
  switch (binding.in) {
    case 'label': {
      const text = labels.get(binding.name);
      return text === undefined
        ? undefined
        : simpleValue(member, percentDecoded(text), 'date-time');
    }
    case 'query':
      return queryValue(member, query.get(binding.name));
    case 'queryParams':
      return queryMap(member.shape, query, plan.queryNames);
    case 'header': {
      const text = request.header(binding.name.toLowerCase());
      return text === undefined ? undefined : headerValue(member, text);
    }
    case 'prefixHeaders':
      return prefixed(request.headers, binding.prefix.toLowerCase());
    default:
      return undefined;
  }
}

function simpleValue(member: Member, text: string, format: 'date-time' | 'http-date'): unknown {
  const shape = withFormat(member);
  if (shape === undefined) throw new MalformedValue(`${member.name} can not be read from text`);
  return textReader(shape, format)(text);
}

function withFormat(member: Member): SimpleShape | undefined {
  const { shape, timestampFormat } = member;
  if (!isSimple(shape)) return undefined;
  return timestampFormat === undefined ? shape : { ...shape, timestampFormat };
}

function queryValue(member: Member, texts: readonly string[] | undefined): unknown {
  const first = texts?.[0];
  if (texts === undefined || first === undefined) return undefined;
  if (member.shape.type !== 'list') return simpleValue(member, first, 'date-time');
  const entry = member.shape.member;
  if (!isSimple(entry)) throw new MalformedValue(`${member.name} can not be read from text`);
  return texts.map(textReader(entry, 'date-time'));
}

/** Parameters that no other member takes; a map of lists keeps every value. */
function queryMap(
  shape: Shape,
  query: ReadonlyMap<string, readonly string[]>,
  taken: ReadonlySet<string>,
): unknown {
  if (shape.type !== 'map') return undefined;
  const result = bareObject();
  let found = false;
  for (const [name, texts] of query) {
    if (taken.has(name)) continue;
    result[name] = shape.value.type === 'list' ? texts : texts[0];
    found = true;
  }
  return found ? result : undefined;
}

function headerValue(member: Member, text: string): unknown {
  const { shape } = member;
  if (shape.type === 'list') {
    if (!isSimple(shape.member)) throw new MalformedValue(`${member.name} can not be read`);
    const dates = shape.member.type === 'timestamp' && member.timestampFormat === undefined;
    const read = textReader(shape.member, 'http-date');
    return (dates ? splitDates(text) : splitList(text)).map(read);
  }
  // A JSON value in a header is base64, since headers carry no line breaks.
  if (shape.type === 'string' && shape.mediaType === 'application/json') {
    return Buffer.from(text, 'base64').toString('utf8');
  }
  return simpleValue(member, text, 'http-date');
}

/** Comma-separated; a quoted entry may hold commas and escaped quotes. */
function splitList(text: string): string[] {
  const entries: string[] = [];
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|([^,]*))\s*(?:,|$)/gy;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (match === null) throw new MalformedValue('Invalid list in a header');
    const quoted = match[1];
    entries.push(quoted === undefined ? (match[2] ?? '').trim() : quoted.replace(/\\(.)/g, '$1'));
  }
  return entries;
}

/** HTTP dates hold one comma each. */
function splitDates(text: string): string[] {
  const parts = text.split(',');
  const dates: string[] = [];
  for (let i = 0; i < parts.length; i += 2)
    dates.push(
      parts
        .slice(i, i + 2)
        .join(',')
        .trim(),
    );
  return dates;
}

function prefixed(headers: readonly string[], prefix: string): unknown {
  const result = bareObject();
  let found = false;
  for (let i = 0; i + 1 < headers.length; i += 2) {
    const name = (headers[i] ?? '').toLowerCase();
    if (!name.startsWith(prefix)) continue;
    const key = name.slice(prefix.length);
    const value = headers[i + 1] ?? '';
    const before = result[key];
    result[key] = typeof before === 'string' ? `${before},${value}` : value;
    found = true;
  }
  return found ? result : undefined;
}
