import { randomInt } from 'node:crypto';
import type { Unit } from '../../contract/view.ts';
import { type FunctionPlace, versionOf } from './resources.ts';

const PARTS = 1_000_000;

/** The place with the version that this invocation gets: an alias may give another one a share of them. */
export async function routed(unit: Unit, place: FunctionPlace): Promise<FunctionPlace> {
  const second = place.alias?.second;
  if (second === undefined) return place;
  const drawn = await unit.once(() => randomInt(PARTS));
  if (drawn >= second.weight * PARTS) return place;
  const { document } = place;
  const version = await versionOf(unit.view(document.scope), document, second.version);
  return version === undefined ? place : { ...place, version };
}
