import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { RecencyCache } from '../../../core/recency-cache.ts';
import type { Leaf, Matcher } from './matchers.ts';
import { type Branch, parsePattern } from './pattern-parser.ts';

/** A field that accepts certain texts alone: events are led to rules by it. */
export interface Anchor {
  readonly path: readonly string[];
  readonly values: readonly string[];
}

/** A field that must accept a leaf: events without one are told apart by it, without a look at the rest. */
export interface Gate {
  readonly path: readonly string[];
  readonly matchers: readonly Matcher[];
}

/** One way to match: all of its fields, and nothing at the paths that must be empty. */
export interface Way {
  readonly root: Fields;
  readonly absences: readonly (readonly string[])[];
  readonly anchors: readonly Anchor[];
  /** Undefined: it asks for no field at all. */
  readonly gate: Gate | undefined;
}

export interface Pattern {
  /** An event matches when one of them does. */
  readonly ways: readonly Way[];
  readonly hasWildcards: boolean;
}

/** Names with what must be found below them. */
interface Fields {
  readonly matchers: readonly Matcher[] | undefined;
  readonly children: readonly (readonly [name: string, fields: Fields])[];
}

const CACHED_CHARACTERS = 8 * 1024 * 1024;
const compiled = new RecencyCache<Pattern>(CACHED_CHARACTERS, (text) => text.length + 256);

/** Compiles once: what was compiled lately is kept by its text. Throws PatternSyntaxError. */
export function compilePattern(text: string): Pattern {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const branches = parsePattern(text);
  const pattern: Pattern = {
    ways: branches.flatMap(waysOf),
    hasWildcards: branches.some((branch) =>
      [...branch.values()].some((matchers) => matchers.some((one) => one.isWildcard === true)),
    ),
  };
  compiled.set(text, pattern);
  return pattern;
}

export function matchesPattern(pattern: Pattern, event: JsonObject): boolean {
  return pattern.ways.some((way) => matchesWay(way, event));
}

export function matchesWay({ root, absences }: Way, event: JsonObject): boolean {
  return matchesFields(root, event) && absences.every((path) => !hasLeaf(event, path, 0));
}

/** Whether some event with these texts at its top may match; what else it holds is not looked at. */
export function mayMatch(pattern: Pattern, known: Readonly<Record<string, string>>): boolean {
  return pattern.ways.some(
    ({ root, absences }) =>
      root.children.every(([name, fields]) => {
        const text = Object.hasOwn(known, name) ? known[name] : undefined;
        return text === undefined || (fields.matchers?.some((one) => one.test(text)) ?? false);
      }) &&
      absences.every(([name = '', ...deeper]) => deeper.length > 0 || !Object.hasOwn(known, name)),
  );
}

/** A field that may be missing makes two ways of one. */
function waysOf(branch: Branch): readonly Way[] {
  let parts: { readonly fields: Map<string, readonly Matcher[]>; readonly absences: string[] }[] = [
    { fields: new Map(), absences: [] },
  ];
  for (const [path, matchers] of branch) {
    const others = matchers.filter((one) => one.isAbsence !== true);
    const maybeAbsent = others.length < matchers.length;
    parts = parts.flatMap(({ fields, absences }) => [
      ...(others.length > 0 ? [{ fields: new Map(fields).set(path, others), absences }] : []),
      ...(maybeAbsent ? [{ fields, absences: [...absences, path] }] : []),
    ]);
  }
  return parts.map(({ fields, absences }) => ({
    root: fieldsOf([...fields].map(([path, matchers]) => [path.split('.'), matchers])),
    absences: absences.map((path) => path.split('.')),
    anchors: [...fields].flatMap(anchorOf),
    gate: [...fields].map(([path, matchers]) => ({ path: path.split('.'), matchers }))[0],
  }));
}

function anchorOf([path, matchers]: readonly [string, readonly Matcher[]]): readonly Anchor[] {
  const values = matchers.flatMap(({ exact }) => (exact === undefined ? [] : [exact]));
  return values.length < matchers.length ? [] : [{ path: path.split('.'), values }];
}

function fieldsOf(entries: readonly (readonly [readonly string[], readonly Matcher[]])[]): Fields {
  const below = new Map<string, (readonly [readonly string[], readonly Matcher[]])[]>();
  let matchers: readonly Matcher[] | undefined;
  for (const [[name, ...rest], own] of entries) {
    if (name === undefined) matchers = own;
    else below.set(name, [...(below.get(name) ?? []), [rest, own]]);
  }
  return { matchers, children: [...below].map(([name, inner]) => [name, fieldsOf(inner)]) };
}

/** Of a list, one entry must satisfy all that is asked below it. */
function matchesFields({ matchers, children }: Fields, value: JsonValue): boolean {
  if (matchers !== undefined && !someLeaf(value, matchers)) return false;
  if (children.length === 0) return true;
  return someObject(value, (object) =>
    children.every(([name, fields]) => {
      const inner = memberOf(object, name);
      return inner !== undefined && matchesFields(fields, inner);
    }),
  );
}

function memberOf(object: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function someObject(value: JsonValue, test: (object: JsonObject) => boolean): boolean {
  if (isList(value)) return value.some((entry) => someObject(entry, test));
  return isJsonObject(value) && test(value);
}

function someLeaf(value: JsonValue, matchers: readonly Matcher[]): boolean {
  if (isList(value)) return value.some((entry) => someLeaf(entry, matchers));
  return isLeaf(value) && matchers.some(({ test }) => test(value));
}

function hasLeaf(value: JsonValue, path: readonly string[], at: number): boolean {
  if (isList(value)) return value.some((entry) => hasLeaf(entry, path, at));
  const name = path[at];
  if (name === undefined) return isLeaf(value);
  if (!isJsonObject(value)) return false;
  const inner = memberOf(value, name);
  return inner !== undefined && hasLeaf(inner, path, at + 1);
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isLeaf(value: JsonValue): value is Leaf {
  return typeof value !== 'object' || value === null;
}

/** The leaves at a path, of every entry where there are lists. */
export function leavesAt(value: JsonValue, path: readonly string[], found: Leaf[], at = 0): void {
  if (isList(value)) {
    for (const entry of value) leavesAt(entry, path, found, at);
    return;
  }
  const name = path[at];
  if (name === undefined) {
    if (isLeaf(value)) found.push(value);
  } else if (isJsonObject(value)) {
    const inner = memberOf(value, name);
    if (inner !== undefined) leavesAt(inner, path, found, at + 1);
  }
}
