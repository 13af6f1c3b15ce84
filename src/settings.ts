import type { Collection } from './contract/collection.ts';
import type { Store, Unit } from './contract/view.ts';

/** What the installation remembers of itself. */
export interface Settings {
  /** Service time minus real time. */
  readonly clockOffsetMs: number;
}

export const settings: Collection<Settings> = {
  name: 'installation.settings',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

const ID = 'settings';
const GLOBAL = { account: '', region: '' };

export function readSettings(store: Store): Promise<Settings> {
  return store.run(async (unit: Unit) => {
    const kept = await unit.view(GLOBAL).get(settings, ID);
    return kept ?? { clockOffsetMs: 0 };
  });
}

export function keepClockOffset(store: Store, clockOffsetMs: number): Promise<void> {
  return store.run(async (unit: Unit) => {
    unit.view(GLOBAL).put(settings, ID, { clockOffsetMs });
  });
}
