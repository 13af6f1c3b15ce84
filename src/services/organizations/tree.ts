import type { View } from '../../contract/view.ts';
import { childKey, entities, type Entity, type Organization } from './state.ts';

/** From the root down to the entity, both included. Units nest five deep at most. */
export async function lineageOf(view: View, entity: Entity): Promise<readonly Entity[]> {
  const line: Entity[] = [entity];
  let current = entity;
  while (current.kind !== 'root') {
    const parent = await view.get(entities, current.parent);
    if (parent === undefined) throw new Error(`${current.id} lost its parent`);
    line.unshift(parent);
    current = parent;
  }
  return line;
}

/** `o-…/r-…/ou-…/`: the entities of a line as policies and answers name their path. */
export function pathOf({ id }: Organization, line: readonly Entity[]): string {
  return `${[id, ...line.map((entity) => entity.id)].join('/')}/`;
}

/** The unit of a name below a parent: names are unique there. */
export async function unitNamed(view: View, parent: string, name: string) {
  const key = childKey(parent, { kind: 'ou', id: '', name });
  const { items } = await view.list(entities, { index: 'parent', prefix: key, limit: 1 });
  return items.find((item) => item.key === key)?.document;
}
