import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { validation } from '../errors.ts';
import { cidrBlocks } from './cidr.ts';

/** What a template's functions are worked out with. */
export interface Surroundings {
  /** Parameters and pseudo-parameters; undefined: there is none of that name. */
  parameter(name: string): JsonValue | undefined;
  /** The physical id that `Ref` gives; undefined: there is no such resource. */
  resource(name: string): JsonValue | undefined;
  attribute(resource: string, attribute: string): JsonValue;
  readonly mappings: JsonObject;
  readonly conditions: ReadonlyMap<string, JsonValue>;
  /** The value of another stack's export. */
  exported(name: string): string;
  zones(region: string): readonly string[];
}

/** What `AWS::NoValue` is: the member or entry that has it goes. */
const NOTHING = Symbol('AWS::NoValue');
type Worked = JsonValue | typeof NOTHING;

const DEPTH_MAX = 100;

/** A value without functions. Errors: ValidationError with AWS's text. */
export function evaluate(value: JsonValue, surroundings: Surroundings): JsonValue {
  const worked = work(value, surroundings, 0);
  return worked === NOTHING ? null : worked;
}

/** An object without functions, and without the members that have no value. */
export function evaluateObject(value: JsonObject, surroundings: Surroundings): JsonObject {
  const worked = evaluate(value, surroundings);
  return isJsonObject(worked) ? worked : {};
}

/** Whether a condition holds. */
export function holds(name: string, surroundings: Surroundings): boolean {
  return condition({ Condition: name }, surroundings, 0);
}

function work(value: JsonValue, surroundings: Surroundings, depth: number): Worked {
  if (depth > DEPTH_MAX) throw validation('Template error: functions are nested too deep');
  if (Array.isArray(value)) {
    return value
      .map((inner: JsonValue) => work(inner, surroundings, depth + 1))
      .filter((inner) => inner !== NOTHING);
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (entries.length === 1 && first !== undefined) {
    const [name, argument] = first;
    const apply = name === 'Ref' ? ref : FUNCTIONS.get(name);
    if (apply !== undefined) return apply(argument ?? null, surroundings, depth + 1);
  }
  const made: Record<string, JsonValue> = {};
  for (const [name, inner] of entries) {
    const worked = work(inner ?? null, surroundings, depth + 1);
    if (worked !== NOTHING) made[name] = worked;
  }
  return made;
}

type Apply = (argument: JsonValue, surroundings: Surroundings, depth: number) => Worked;

const ref: Apply = (argument, surroundings) => {
  if (argument === 'AWS::NoValue') return NOTHING;
  if (typeof argument !== 'string') {
    throw validation('Template error: every Ref object must have a single String value.');
  }
  return named(argument, surroundings);
};

function named(name: string, surroundings: Surroundings): JsonValue {
  const value = surroundings.parameter(name) ?? surroundings.resource(name);
  if (value !== undefined) return value;
  throw validation(
    `Template format error: Unresolved resource dependencies [${name}] in the Resources block of the template`,
  );
}

const FUNCTIONS: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['Fn::GetAtt', getAtt],
  ['Fn::Sub', sub],
  ['Fn::Join', join],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::If', choose],
  ['Fn::Equals', condition],
  ['Fn::And', condition],
  ['Fn::Or', condition],
  ['Fn::Not', condition],
  ['Fn::FindInMap', findInMap],
  ['Fn::ImportValue', importValue],
  ['Fn::Base64', base64],
  ['Fn::GetAZs', getZones],
  ['Fn::Cidr', cidr],
  ['Fn::Length', length],
  ['Fn::ToJsonString', toJsonString],
]);

function wrong(name: string, rule: string) {
  return validation(`Template error: every ${name} object ${rule}`);
}

function textOf(value: Worked, name: string): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw validation(`Template error: every ${name} object must have a String value.`);
}

function listOf(argument: JsonValue): readonly JsonValue[] | undefined {
  return Array.isArray(argument) ? argument : undefined;
}

function getAtt(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const parts = typeof argument === 'string' ? splitAt(argument) : (listOf(argument) ?? []);
  const [resource, ...rest] = parts;
  if (typeof resource !== 'string' || rest.length === 0) {
    throw validation(
      'Template error: every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute',
    );
  }
  const attribute = rest
    .map((part) => textOf(work(part, surroundings, depth), 'Fn::GetAtt'))
    .join('.');
  return surroundings.attribute(resource, attribute);
}

function splitAt(text: string): readonly string[] {
  const dot = text.indexOf('.');
  return dot < 0 ? [text] : [text.slice(0, dot), text.slice(dot + 1)];
}

function sub(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const [text, own]: readonly (JsonValue | undefined)[] = listOf(argument) ?? [argument];
  if (typeof text !== 'string' || (own !== undefined && !isJsonObject(own))) {
    throw validation(
      "Template error: One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as first argument, and an optional second argument to specify a mapping of values to replace in the string",
    );
  }
  const variables = own ?? {};
  return text.replaceAll(/\$\{([^}]*)\}/g, (whole, inner: string) => {
    if (inner.startsWith('!')) return `\${${inner.slice(1)}}`;
    const name = inner.trim();
    if (name === '') return whole;
    const given = Object.hasOwn(variables, name) ? variables[name] : undefined;
    if (given !== undefined) return textOf(work(given, surroundings, depth), 'Fn::Sub');
    const [resource = '', attribute] = splitAt(name);
    const value =
      attribute === undefined
        ? named(resource, surroundings)
        : surroundings.attribute(resource, attribute);
    return Array.isArray(value) ? value.map(String).join(',') : textOf(value, 'Fn::Sub');
  });
}

function join(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const [separator, values]: readonly (JsonValue | undefined)[] = listOf(argument) ?? [];
  const parts = values === undefined ? undefined : work(values, surroundings, depth);
  if (typeof separator !== 'string' || !Array.isArray(parts)) {
    throw wrong(
      'Fn::Join',
      'requires two parameters, (1) a string delimiter and (2) a list of strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.',
    );
  }
  return parts.map((part: JsonValue) => textOf(part, 'Fn::Join')).join(separator);
}

function select(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const [at, values]: readonly (JsonValue | undefined)[] = listOf(argument) ?? [];
  const index = Number(work(at ?? null, surroundings, depth));
  const list = work(values ?? null, surroundings, depth);
  if (!Array.isArray(list) || !Number.isInteger(index)) {
    throw wrong(
      'Fn::Select',
      'requires two non-empty parameters, the first should be an integer index and the second should be an array',
    );
  }
  const chosen: JsonValue | undefined = list[index];
  if (chosen === undefined || index < 0) {
    throw validation(
      `Template error: Fn::Select cannot select nonexistent value at index ${index}`,
    );
  }
  return chosen;
}

function split(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const [separator, text]: readonly (JsonValue | undefined)[] = listOf(argument) ?? [];
  const whole = text === undefined ? undefined : work(text, surroundings, depth);
  if (typeof separator !== 'string' || typeof whole !== 'string') {
    throw wrong(
      'Fn::Split',
      'requires two parameters, (1) a string delimiter and (2) a string to be split or a function that returns a string to be split.',
    );
  }
  return whole.split(separator);
}

function choose(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const parts = listOf(argument);
  const name = parts?.[0];
  if (parts?.length !== 3 || typeof name !== 'string') {
    throw wrong('Fn::If', 'requires a list argument of size 3, the first a condition name.');
  }
  const chosen = condition({ Condition: name }, surroundings, depth) ? parts[1] : parts[2];
  return work(chosen ?? null, surroundings, depth);
}

function condition(argument: JsonValue, surroundings: Surroundings, depth: number): boolean {
  if (depth > DEPTH_MAX) throw validation('Template error: conditions are nested too deep');
  if (!isJsonObject(argument)) return String(argument) === 'true';
  const [[name, inner] = ['', null]] = Object.entries(argument);
  const all = listOf(inner ?? null) ?? [];
  const each = (part: JsonValue): boolean => condition(part, surroundings, depth + 1);
  switch (name) {
    case 'Condition': {
      const declared = surroundings.conditions.get(String(inner));
      if (declared === undefined) {
        throw validation(
          `Template error: unresolved condition dependency ${String(inner)} in the Conditions block of the template`,
        );
      }
      return condition(declared, surroundings, depth + 1);
    }
    case 'Fn::And':
    case 'Fn::Or':
      if (all.length < 2 || all.length > 10) {
        throw wrong(name, 'requires a list of at least 2 and at most 10 boolean parameters.');
      }
      return name === 'Fn::And' ? all.every(each) : all.some(each);
    case 'Fn::Not':
      if (all.length !== 1) throw wrong(name, 'requires a list of exactly one boolean parameter.');
      return !all.every(each);
    case 'Fn::Equals': {
      if (all.length !== 2) throw wrong(name, 'requires a list of 2 string parameters.');
      const [one, other] = all.map((part) => comparable(work(part, surroundings, depth + 1)));
      return one === other;
    }
    default:
      return work(argument, surroundings, depth + 1) === 'true';
  }
}

function comparable(value: Worked): string {
  return typeof value === 'object' || value === NOTHING ? JSON.stringify(value) : String(value);
}

function findInMap(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const parts = listOf(argument) ?? [];
  const [map, top, second] = parts.slice(0, 3).map((part) => work(part, surroundings, depth));
  const fallback: JsonValue | undefined = parts[3];
  if (typeof map !== 'string' || top === undefined || second === undefined) {
    throw wrong(
      'Fn::FindInMap',
      'requires three parameters, the map name, the map key, and the map key',
    );
  }
  const keys = [map, String(top), String(second)] as const;
  let found: JsonValue | undefined = surroundings.mappings;
  for (const key of keys) {
    found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  if (found !== undefined) return work(found, surroundings, depth);
  if (isJsonObject(fallback) && fallback['DefaultValue'] !== undefined) {
    return work(fallback['DefaultValue'], surroundings, depth);
  }
  throw validation(`Template error: Unable to get mapping for ${keys[0]}::${keys[1]}::${keys[2]}`);
}

function importValue(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  return surroundings.exported(textOf(work(argument, surroundings, depth), 'Fn::ImportValue'));
}

function base64(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const text = textOf(work(argument, surroundings, depth), 'Fn::Base64');
  return Buffer.from(text, 'utf8').toString('base64');
}

function getZones(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const region = textOf(work(argument, surroundings, depth), 'Fn::GetAZs');
  return [...surroundings.zones(region)];
}

function cidr(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const [block, count, bits] = (listOf(argument) ?? []).map((part) =>
    work(part, surroundings, depth),
  );
  const blocks = cidrBlocks(String(block), Number(count), bits === undefined ? 8 : Number(bits));
  if (blocks === undefined) {
    throw validation('Template error: Fn::Cidr can not make these blocks of its address range');
  }
  return [...blocks];
}

function length(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  const list = work(argument, surroundings, depth);
  if (Array.isArray(list)) return list.length;
  throw wrong('Fn::Length', 'requires an array, or a function that returns one');
}

function toJsonString(argument: JsonValue, surroundings: Surroundings, depth: number): Worked {
  return JSON.stringify(work(argument, surroundings, depth));
}
