import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { readTable } from '../../../model/load.ts';

/** What the specification of a resource type says of it. */
export interface ResourceSpecification {
  readonly properties: ReadonlySet<string>;
  readonly required: readonly string[];
  /** Properties that can't be changed: another value makes another resource. */
  readonly replacing: ReadonlySet<string>;
  readonly attributes: ReadonlySet<string>;
}

let table: ReadonlyMap<string, ResourceSpecification> | undefined;

export function specificationOf(type: string): ResourceSpecification | undefined {
  table ??= read();
  return table.get(type);
}

function read(): ReadonlyMap<string, ResourceSpecification> {
  const json: JsonObject = JSON.parse(readTable('cloudformation', 'resource-types'));
  return new Map(
    Object.entries(json).map(([type, row]) => [type, specification(isJsonObject(row) ? row : {})]),
  );
}

function specification(row: JsonObject): ResourceSpecification {
  const marks = Object.entries(isJsonObject(row['properties']) ? row['properties'] : {});
  const marked = (mark: string): readonly string[] =>
    marks.filter(([, text]) => String(text).includes(mark)).map(([name]) => name);
  const attributes: readonly JsonValue[] = Array.isArray(row['attributes'])
    ? row['attributes']
    : [];
  return {
    properties: new Set(marks.map(([name]) => name)),
    required: marked('!'),
    replacing: new Set(marked('R')),
    attributes: new Set(attributes.map(String)),
  };
}

/** What is wrong with the properties of a resource, with AWS's text. Undefined: nothing. */
export function propertyFault(
  type: string,
  logicalId: string,
  properties: JsonObject,
): string | undefined {
  const known = specificationOf(type);
  if (known === undefined) return undefined;
  const faults = [
    ...known.required
      .filter((name) => properties[name] === undefined || properties[name] === null)
      .map((name) => `#: required key [${name}] not found`),
    ...Object.keys(properties)
      .filter((name) => !known.properties.has(name))
      .map((name) => `#: extraneous key [${name}] is not permitted`),
  ];
  if (faults.length === 0) return undefined;
  return `Properties validation failed for resource ${logicalId} with message:\n${faults.join('\n')}`;
}

/** Names of properties that differ. */
export function changedProperties(before: JsonObject, after: JsonObject): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !isDeepStrictEqual(plain(before[name]), plain(after[name])));
}

/** Stored documents and fresh ones may differ in members without a value. */
function plain(value: JsonValue | undefined): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
