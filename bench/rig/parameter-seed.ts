import type { Scope } from '../../src/core/scope.ts';
import { parameters } from '../../src/services/ssm/state.ts';
import { openSeedStore } from './seed-store.ts';

/** Parameters of one unit. */
const BATCH = 1_000;
/** Parameters of one level of the tree. */
const LEVEL = 100;

/** The level that parameter `n` stands on: `/seed/0007`. */
export function levelOf(n: number): string {
  return `/seed/${String(Math.floor(n / LEVEL)).padStart(5, '0')}`;
}

/** Fills an empty data directory with a tree of parameters, a hundred on each level, through the store's own units. */
export async function seedParameters(
  directory: string,
  scope: Scope,
  count: number,
): Promise<void> {
  const { store, close } = await openSeedStore(directory, [parameters]);
  const now = Date.now();
  for (let done = 0; done < count; done += BATCH) {
    await store.run(async (unit) => {
      const view = unit.view(scope);
      for (let n = done; n < Math.min(done + BATCH, count); n += 1) {
        const name = `${levelOf(n)}/p${String(n).padStart(7, '0')}`;
        view.put(parameters, name.slice(1), {
          id: name.slice(1),
          name,
          scope,
          version: 1,
          type: 'String',
          value: `value of ${name}`,
          tier: 'Advanced',
          dataType: 'text',
          modified: now,
          modifiedBy: `arn:aws:iam::${scope.account}:root`,
          policies: [],
          labels: {},
          tags: {},
          advancedSince: now,
        });
      }
    });
  }
  await close();
}
