import type { Unit } from '../../contract/view.ts';
import { clusters, type InstanceDocument, type ServerFacts } from './state.ts';

/** The server behind an instance: its own, or its cluster's. */
export async function serverOf(unit: Unit, instance: InstanceDocument): Promise<ServerFacts> {
  const { server, cluster = '', scope, id } = instance;
  const found = server ?? (await unit.view(scope).get(clusters, cluster))?.server;
  // A cluster is not deleted while it has members.
  if (found === undefined) throw new Error(`the DB instance ${id} has no server`);
  return found;
}
