import type { Collection } from '../contract/collection.ts';
import type { Unit, View } from '../contract/view.ts';

/** How far a follower has read. */
export interface FollowerPosition {
  /** The last position it has passed; 0 at the beginning. */
  readonly position: number;
}

/** By the follower's name. Belongs to the whole installation. */
export const followerPositions: Collection<FollowerPosition> = {
  name: 'followers.position',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Global collections have no scope, but a view asks for one. */
export function globalView(unit: Unit): View {
  return unit.view({ account: '', region: '' });
}
