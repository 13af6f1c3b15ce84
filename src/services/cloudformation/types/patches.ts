import type { JsonObject, JsonValue } from '../../../core/json.ts';
import type { Changing } from './resource-type.ts';

/** A name within a patch's path. */
export function pathSegment(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function patchValue(value: JsonValue): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
}

/** The patch that puts a value at a path, or takes away what is there. */
export function patch(path: string, value: JsonValue | undefined): JsonObject {
  return value === undefined || value === null
    ? { op: 'remove', path }
    : { op: 'replace', path, value: patchValue(value) };
}

/** The patches of what differs, by the paths of properties. */
export function patchesOf(
  { properties, changed }: Pick<Changing, 'properties' | 'changed'>,
  paths: Readonly<Record<string, string>>,
): JsonObject[] {
  return Object.entries(paths)
    .filter(([name]) => changed.includes(name))
    .map(([name, path]) => patch(path, properties[name]));
}

/** The patches from one map to another, each entry at a path of its own. */
export function entryPatches(path: string, before: JsonObject, after: JsonObject): JsonObject[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => patch(`${path}/${pathSegment(name)}`, after[name]));
}

/** The patches from one list of names to another. */
export function elementPatches(
  path: string,
  before: readonly string[],
  after: readonly string[],
): JsonObject[] {
  const at = (name: string): string => `${path}/${pathSegment(name)}`;
  return [
    ...after.filter((one) => !before.includes(one)).map((one) => ({ op: 'add', path: at(one) })),
    ...before.filter((one) => !after.includes(one)).map((one) => ({ op: 'remove', path: at(one) })),
  ];
}
