import { parseMatchExpression } from './match-expression.ts';
import { equalTo, type Matcher } from './matchers.ts';
import { PatternReader, PatternSyntaxError, type Token } from './pattern-reader.ts';

/** One way for an event to match: matchers by path, each of which must accept a leaf there. */
export type Branch = ReadonlyMap<string, readonly Matcher[]>;

type OpenBranch = Map<string, readonly Matcher[]>;

/** `$or` multiplies the branches of a pattern; AWS takes this many. */
const BRANCHES_MAX = 1_000;
const DEPTH_MAX = 256;

const RESERVED = new Set([
  'exactly',
  'prefix',
  'suffix',
  'anything-but',
  'cidr',
  'numeric',
  'exists',
  'equals-ignore-case',
  'wildcard',
]);

/**
 * The branches of a pattern, `$or` multiplied out. Paths join names with dots, as names with dots within do. Of a path
 * that is given twice the last counts. Throws PatternSyntaxError.
 */
export function parsePattern(text: string): readonly Branch[] {
  const reader = new PatternReader(text);
  if (reader.next().kind !== '{') reader.fail('Filter is not an object');
  return readObject({ reader, path: [], isInsideOr: false }, []);
}

interface Place {
  readonly reader: PatternReader;
  readonly path: readonly string[];
  readonly isInsideOr: boolean;
}

function readObject(place: Place, given: readonly OpenBranch[]): readonly OpenBranch[] {
  const { reader, path, isInsideOr } = place;
  if (path.length > DEPTH_MAX) reader.fail('Event pattern is nested too deep');
  let branches = given;
  let token = reader.next();
  if (token.kind === '}') reader.fail('Empty objects are not allowed');
  for (; token.kind === 'name'; token = reader.next()) {
    const name = token.text;
    if (name === '$or') {
      branches = readAlternatives(place, branches);
      continue;
    }
    if (isInsideOr && RESERVED.has(name)) {
      reader.fail(`${name} is Ruler reserved fieldName which cannot be used inside $or.`);
    }
    const value = reader.next();
    const inner = [...path, name];
    if (value.kind === '{') branches = readObject({ ...place, path: inner }, branches);
    else if (value.kind === '[') branches = withField(branches, inner, readMatchers(reader));
    else reader.fail(`"${name}" must be an object or an array`);
  }
  return branches;
}

function readAlternatives(place: Place, given: readonly OpenBranch[]): readonly OpenBranch[] {
  const { reader } = place;
  if (reader.next().kind !== '[') reader.fail('It must be an Array followed with $or.');
  const all: OpenBranch[] = [];
  let count = 0;
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    count += 1;
    if (token.kind !== '{') {
      reader.fail('Only JSON object is allowed in array of $or relationship.');
    }
    const copies = given.length === 0 ? [new Map()] : given.map((branch) => new Map(branch));
    all.push(...readObject({ ...place, isInsideOr: true }, copies));
    if (all.length > BRANCHES_MAX) {
      throw new PatternSyntaxError('Rule is too complex - try using fewer $or combinations');
    }
  }
  if (count < 2) reader.fail('There must have at least 2 Objects in $or relationship.');
  return all;
}

function withField(
  branches: readonly OpenBranch[],
  path: readonly string[],
  matchers: readonly Matcher[],
): readonly OpenBranch[] {
  const all = branches.length === 0 ? [new Map<string, readonly Matcher[]>()] : branches;
  for (const branch of all) branch.set(path.join('.'), matchers);
  return all;
}

function readMatchers(reader: PatternReader): readonly Matcher[] {
  const matchers: Matcher[] = [];
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    matchers.push(matcherOf(reader, token));
  }
  if (matchers.length === 0) reader.fail('Empty arrays are not allowed');
  return matchers;
}

function matcherOf(reader: PatternReader, token: Token): Matcher {
  switch (token.kind) {
    case '{':
      return parseMatchExpression(reader);
    case 'string':
      reader.finish();
      return equalTo(token.text);
    case 'number':
    case 'literal':
      return equalTo(token.value);
    default:
      return reader.fail('Match value must be String, number, true, false, or null');
  }
}
