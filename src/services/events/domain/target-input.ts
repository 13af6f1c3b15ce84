import type { InputTransformer, Target } from '../../../../models/events/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import type { Instant } from '../../../core/time.ts';
import { parseJsonPath } from './json-path.ts';

const RESERVED_PREFIX = 'aws.events.';
const VARIABLE = /<([A-Za-z0-9_.-]{1,256})>/g;

export interface EventInput {
  /** The event's JSON text. */
  readonly event: string;
  readonly ruleArn: string;
  readonly ruleName: string;
  readonly ingested: Instant;
}

/** What a target gets: the event, a part of it, what the target always gets, or what is made of the event. */
export function inputOf(target: Target, input: EventInput): string {
  const { Input, InputPath, InputTransformer: transformer } = target;
  if (Input !== undefined) return Input;
  if (transformer !== undefined) return transformed(transformer, input);
  if (InputPath === undefined) return input.event;
  return JSON.stringify(parseJsonPath(InputPath)?.read(JSON.parse(input.event)) ?? null);
}

/** Undefined: a template can be filled. Otherwise what is wrong with it. */
export function transformerFault({
  InputPathsMap = {},
  InputTemplate,
}: InputTransformer): string | undefined {
  for (const [name, path] of Object.entries(InputPathsMap)) {
    if (name.toLowerCase().startsWith('aws')) return `Invalid InputPathsMap: ${name} is reserved`;
    if (parseJsonPath(path) === undefined) return `Invalid InputPathsMap: ${name} is no JSON path`;
  }
  const filled = filledIn(InputTemplate, () => 0);
  return isJson(filled) || isLines(filled) ? undefined : 'Invalid InputTemplate';
}

/** Lines of text, each in quotes. */
function isLines(text: string): boolean {
  return text.split('\n').every((line) => line.trim() === '' || isJson(line));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function transformed(
  { InputPathsMap = {}, InputTemplate }: InputTransformer,
  input: EventInput,
): string {
  const event: JsonValue = JSON.parse(input.event);
  return filledIn(InputTemplate, (name) => {
    if (name.startsWith(RESERVED_PREFIX)) return reserved(name, event, input);
    const path = Object.hasOwn(InputPathsMap, name) ? InputPathsMap[name] : undefined;
    return path === undefined ? undefined : (parseJsonPath(path)?.read(event) ?? '');
  });
}

function reserved(name: string, event: JsonValue, input: EventInput): JsonValue | undefined {
  switch (name.slice(RESERVED_PREFIX.length)) {
    case 'rule-arn':
      return input.ruleArn;
    case 'rule-name':
      return input.ruleName;
    case 'event.ingestion-time':
      return new Date(input.ingested).toISOString();
    case 'event':
      return isJsonObject(event) ? withoutDetail(event) : event;
    case 'event.json':
      return event;
    default:
      return undefined;
  }
}

function withoutDetail(event: JsonObject): JsonObject {
  const { detail: _detail, ...rest } = event;
  return rest;
}

/**
 * A template with its variables filled in, so that what was JSON stays JSON: outside of quotes a value is written as JSON,
 * within them as text. Of objects and lists within quotes, the inner quotes are left out. What has no value stays as it is.
 */
function filledIn(template: string, valueOf: (name: string) => JsonValue | undefined): string {
  let filled = '';
  let at = 0;
  let isQuoted = false;
  for (const match of template.matchAll(VARIABLE)) {
    const between = template.slice(at, match.index);
    isQuoted = quotedAfter(between, isQuoted);
    const value = valueOf(match[1] ?? '');
    filled += between;
    if (value === undefined) filled += match[0];
    else filled += isQuoted ? asText(value) : JSON.stringify(value);
    at = match.index + match[0].length;
  }
  return filled + template.slice(at);
}

function quotedAfter(text: string, isQuoted: boolean): boolean {
  let quoted = isQuoted;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') quoted = !quoted;
  }
  return quoted;
}

function asText(value: JsonValue): string {
  if (typeof value === 'string') return JSON.stringify(value).slice(1, -1);
  return JSON.stringify(value).replaceAll(/\\.|"/g, '');
}
