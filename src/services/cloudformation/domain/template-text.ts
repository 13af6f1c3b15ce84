import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { validation } from '../errors.ts';

/** AWS's limit of a template that an object holds, in bytes. */
export const TEMPLATE_BYTES_MAX = 1_048_576;
/** Aliases repeat what they name: a small text must not become a large template. */
const NODES_MAX = 250_000;
const DEPTH_MAX = 100;

/** The template that a text in JSON or YAML is, short forms written out. Errors: ValidationError with AWS's text. */
export function templateOf(text: string): JsonObject {
  const value = text.trimStart().startsWith('{') ? fromJson(text) : fromYaml(text);
  if (!isJsonObject(value)) throw validation('Template format error: unsupported structure.');
  return value;
}

function fromJson(text: string): JsonValue {
  try {
    const value: JsonValue = JSON.parse(text);
    assertSize(value);
    return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // Flow mappings of YAML begin with a brace too.
    try {
      return fromYaml(text);
    } catch {
      throw validation('Template format error: JSON not well-formed.');
    }
  }
}

function assertSize(value: JsonValue): void {
  let nodes = 0;
  const visit = (inner: JsonValue | undefined, depth: number): void => {
    nodes += 1;
    if (nodes > NODES_MAX || depth > DEPTH_MAX) throw tooLarge();
    if (typeof inner !== 'object' || inner === null) return;
    for (const below of Object.values(inner)) visit(below, depth + 1);
  };
  visit(value, 0);
}

function tooLarge() {
  return validation(
    'Template format error: the template is nested too deep, or has too many parts.',
  );
}

function fromYaml(text: string): JsonValue {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter,
    schema: 'core',
    logLevel: 'silent',
    intAsBigInt: true,
  });
  const [fault] = document.errors;
  if (fault !== undefined) {
    const { line, col } = lineCounter.linePos(fault.pos[0]);
    throw validation(`Template format error: YAML not well-formed. (line ${line}, column ${col})`);
  }
  let nodes = 0;
  const walk = (node: unknown, depth: number): JsonValue => {
    nodes += 1;
    if (nodes > NODES_MAX || depth > DEPTH_MAX) throw tooLarge();
    if (isAlias(node)) return walk(node.resolve(document), depth + 1);
    if (isScalar(node)) return longForm(node, scalar(node.value, node.source));
    if (isSeq(node))
      return longForm(
        node,
        node.items.map((item) => walk(item, depth + 1)),
      );
    if (isMap(node)) {
      const entries = node.items.map(
        ({ key, value }) => [String(walk(key, depth + 1)), walk(value, depth + 1)] as const,
      );
      return longForm(node, Object.fromEntries(entries));
    }
    return null;
  };
  return walk(document.contents, 0);
}

function scalar(value: unknown, source: string | undefined): JsonValue {
  if (typeof value === 'bigint') {
    const number = Number(value);
    // Account numbers and the like keep all their digits, leading zeros too.
    return Number.isSafeInteger(number) && String(number) === source ? number : (source ?? '');
  }
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : (source ?? '');
  return source ?? '';
}

/** `!Ref X` is `{"Ref": "X"}`, `!Sub` is `Fn::Sub`. */
function longForm(node: Node, value: JsonValue): JsonValue {
  const tag = node.tag;
  if (tag === undefined || !tag.startsWith('!') || tag.startsWith('!!')) return value;
  const name = tag.slice(1);
  if (name === 'Ref' || name === 'Condition') return { [name]: value };
  if (name === 'GetAtt' && typeof value === 'string') {
    const dot = value.indexOf('.');
    return { 'Fn::GetAtt': dot < 0 ? [value] : [value.slice(0, dot), value.slice(dot + 1)] };
  }
  return { [`Fn::${name}`]: value };
}
