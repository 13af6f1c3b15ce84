import { type Item, itemOf, type Value } from '../values.ts';
import { memberOf, type Path } from './paths.ts';

/** The paths of an item that an answer holds. */
export type Projection = readonly Path[];

/**
 * What an item has at the paths, in maps and lists as it was; the elements of a list move together. Paths that lead to
 * nothing leave nothing.
 */
export function projected(item: Item, projection: Projection): Item {
  const root = branchOf(projection.map(({ attribute, steps }) => [attribute, ...steps]));
  return membersOf(item, root);
}

/** What is wanted of a value: all of it, or something of its members. */
type Wanted = 'all' | Branch;
type Branch = ReadonlyMap<string | number, Wanted>;

function branchOf(paths: readonly (readonly (string | number)[])[]): Branch {
  const below = new Map<string | number, (readonly (string | number)[])[]>();
  for (const [step, ...rest] of paths) {
    if (step !== undefined) below.set(step, [...(below.get(step) ?? []), rest]);
  }
  return new Map(
    [...below].map(([step, rests]) => [
      step,
      rests.some((rest) => rest.length === 0) ? 'all' : branchOf(rests),
    ]),
  );
}

function membersOf(item: Item, branch: Branch): Item {
  const members: [string, Value][] = [];
  for (const [step, wanted] of branch) {
    const value = memberOf({ M: item }, step);
    const part = value === undefined ? undefined : partOf(value, wanted);
    if (typeof step === 'string' && part !== undefined) members.push([step, part]);
  }
  return itemOf(members);
}

function partOf(value: Value, wanted: Wanted): Value | undefined {
  if (wanted === 'all') return value;
  if ('M' in value) {
    const M = membersOf(value.M, wanted);
    return Object.keys(M).length === 0 ? undefined : { M };
  }
  if (!('L' in value)) return undefined;
  const L = value.L.flatMap((element, index) => {
    const below = wanted.get(index);
    const part = below === undefined ? undefined : partOf(element, below);
    return part === undefined ? [] : [part];
  });
  return L.length === 0 ? undefined : { L };
}
