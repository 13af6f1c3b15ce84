import type { PatchOperation } from '../../../../models/apigateway/types.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

export type PatchOp = 'add' | 'remove' | 'replace';

/** What a patch of one form of path does. */
export interface PatchRule {
  /** `/description`, `/variables/{}`: `{}` stands for any segment. */
  readonly path: string;
  readonly ops: readonly PatchOp[];
  apply(document: JsonObject, patch: MatchedPatch): JsonObject;
}

export interface MatchedPatch {
  readonly op: PatchOp;
  readonly path: string;
  /** What stood in the place of each `{}`, unescaped. */
  readonly keys: readonly string[];
  /** The path's own segments, unescaped. */
  readonly segments: readonly string[];
  readonly value: string | undefined;
}

/** A patch that AWS refuses, with its text. */
export class PatchFault extends Error {}

const PATCHES_MAX = 1_000;

/** Applies patches in order. Errors: PatchFault, with nothing applied. */
export function patched<T extends object>(
  document: T,
  operations: readonly PatchOperation[] | undefined,
  rules: readonly PatchRule[],
): T {
  const given = operations ?? [];
  if (given.length > PATCHES_MAX) {
    throw new PatchFault(`Too many patch operations. At most ${PATCHES_MAX} are allowed`);
  }
  let json: JsonObject = JSON.parse(JSON.stringify(document));
  for (const operation of given) {
    const { rule, patch } = matched(operation, rules);
    json = rule.apply(json, patch);
  }
  // The rules keep the document's type.
  const result: T = JSON.parse(JSON.stringify(json));
  return result;
}

function matched(
  { op = 'replace', path = '', value }: PatchOperation,
  rules: readonly PatchRule[],
): { readonly rule: PatchRule; readonly patch: MatchedPatch } {
  const head = `Invalid patch path  '${path}' specified for op '${op}'.`;
  if (op !== 'add' && op !== 'remove' && op !== 'replace') {
    throw new PatchFault(`${head} Please choose supported operations`);
  }
  // One spelling for each path: what permissions are asked for is told by it.
  if (!path.startsWith('/')) throw new PatchFault(`${head} Please choose supported operations`);
  const segments = path.split('/').slice(1).map(unescaped);
  for (const rule of rules) {
    const keys = keysOf(rule.path, segments);
    if (keys === undefined) continue;
    if (!rule.ops.includes(op)) break;
    return { rule, patch: { op, path, keys, segments, value } };
  }
  const possible = rules.filter(({ ops }) => ops.includes(op)).map(({ path: one }) => one);
  if (possible.length === 0) throw new PatchFault(`${head} Please choose supported operations`);
  const named = possible.map((one) => one.replaceAll('{}', '*')).sort();
  throw new PatchFault(`${head} Must be one of: [${named.join(', ')}]`);
}

function keysOf(template: string, segments: readonly string[]): readonly string[] | undefined {
  const parts = template.split('/').slice(1);
  if (parts.length !== segments.length) return undefined;
  const keys: string[] = [];
  for (const [at, part] of parts.entries()) {
    const segment = segments[at] ?? '';
    if (part === '{}') keys.push(segment);
    else if (part !== segment) return undefined;
  }
  return keys;
}

function unescaped(segment: string): string {
  return segment.replaceAll('~1', '/').replaceAll('~0', '~');
}

const NEVER_SET: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** The document with a value at a place; undefined takes what is there away. */
export function placed(
  document: JsonObject,
  [segment = '', ...rest]: readonly string[],
  value: JsonValue | undefined,
): JsonObject {
  if (NEVER_SET.has(segment)) throw new PatchFault(`Invalid patch path  '${segment}' specified`);
  if (rest.length > 0) {
    const inner = document[segment];
    return { ...document, [segment]: placed(isJsonObject(inner) ? inner : {}, rest, value) };
  }
  const { [segment]: _before, ...others } = document;
  return value === undefined ? others : { ...others, [segment]: value };
}

/** What stands at a place. */
export function at(document: JsonObject, segments: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = document;
  for (const segment of segments) {
    if (!isJsonObject(value) || !Object.hasOwn(value, segment)) return undefined;
    value = value[segment];
  }
  return value;
}

interface ValueOptions {
  readonly removable?: boolean;
  readonly oneOf?: readonly string[];
  /** Where it stands in the document, if not where the path says. */
  readonly to?: readonly string[];
  /** Replaced with nothing it is taken away. */
  readonly mayBeEmpty?: boolean;
  readonly min?: number;
  readonly max?: number;
}

type Read = (text: string, patch: MatchedPatch) => JsonValue;

function valueRule(path: string, read: Read, options: ValueOptions): PatchRule {
  const { removable = false, to } = options;
  return {
    path,
    ops: removable ? ['add', 'remove', 'replace'] : ['replace'],
    apply: (document, patch) => {
      const place = to ?? patch.segments;
      if (patch.op === 'remove') return placed(document, place, undefined);
      const { value } = patch;
      if (value === undefined) {
        throw new PatchFault(`Invalid null or empty value in ${patch.path}`);
      }
      return placed(document, place, read(value, patch));
    },
  };
}

export function text(path: string, options: ValueOptions = {}): PatchRule {
  const { oneOf, mayBeEmpty = true } = options;
  return valueRule(
    path,
    (value, patch) => {
      if (value === '' && !mayBeEmpty) {
        throw new PatchFault(`Invalid null or empty value in ${patch.path}`);
      }
      if (oneOf !== undefined && !oneOf.includes(value)) {
        throw new PatchFault(
          `Invalid patch value  '${value}' specified for op '${patch.op}'. Must be one of: [${oneOf.join(', ')}]`,
        );
      }
      return value;
    },
    options,
  );
}

export function flag(path: string, options: ValueOptions = {}): PatchRule {
  return valueRule(
    path,
    (value, patch) => {
      const lower = value.toLowerCase();
      if (lower === 'true' || lower === 'false') return lower === 'true';
      throw new PatchFault(
        `Invalid patch value  '${value}' specified for op '${patch.op}'. Must be one of: [true, false]`,
      );
    },
    options,
  );
}

export function count(path: string, options: ValueOptions = {}): PatchRule {
  return valueRule(
    path,
    (value, patch) => {
      const number = Number(value);
      const { min = 0, max = Number.MAX_SAFE_INTEGER } = options;
      if (/^\d+(\.\d+)?$/.test(value) && number >= min && number <= max) return number;
      throw new PatchFault(
        `Invalid patch value  '${value}' specified for op '${patch.op}'. Must be a number`,
      );
    },
    options,
  );
}

/** `/variables/{}`: an entry of a map. */
export function entry(
  path: string,
  read: (text: string) => JsonValue = (value) => value,
): PatchRule {
  return {
    path,
    ops: ['add', 'remove', 'replace'],
    apply: (document, { op, path: given, segments, value }) => {
      if (op === 'remove') {
        if (at(document, segments) === undefined) {
          throw new PatchFault(
            `Invalid patch path  '${given}' specified for op 'remove'. Not found`,
          );
        }
        return placed(document, segments, undefined);
      }
      if (value === undefined) throw new PatchFault(`Invalid null or empty value in ${given}`);
      return placed(document, segments, read(value));
    },
  };
}

/** `/binaryMediaTypes/{}`: an element of a list. */
export function element(path: string): PatchRule {
  return {
    path,
    ops: ['add', 'remove', 'replace'],
    apply: (document, { op, keys: [key = ''], segments, value }) => {
      const place = segments.slice(0, -1);
      const others = textsAt(document, place).filter((one) => one !== key);
      if (op === 'remove') return placed(document, place, others);
      const added = op === 'replace' && value !== undefined && value !== '' ? value : key;
      return placed(document, place, [...others.filter((one) => one !== added), added]);
    },
  };
}

/** `/cacheKeyParameters`, added or taken away by its value. */
export function member(path: string): PatchRule {
  return {
    path,
    ops: ['add', 'remove'],
    apply: (document, { op, segments, value = '' }) => {
      if (value === '') throw new PatchFault(`Invalid null or empty value in ${path}`);
      const others = textsAt(document, segments).filter((one) => one !== value);
      return placed(document, segments, op === 'add' ? [...others, value] : others);
    },
  };
}

export function textsAt(document: JsonObject, place: readonly string[]): readonly string[] {
  const value = at(document, place);
  if (!Array.isArray(value)) return [];
  return value.filter((one: JsonValue) => typeof one === 'string');
}
