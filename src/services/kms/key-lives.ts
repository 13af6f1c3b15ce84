import type { KeySpec } from '../../../models/kms/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { ROTATIONS_BILLED_MAX } from './domain/prices.ts';
import type { KeyDocument } from './state.ts';

/** What a key is billed by. Of a live key its document tells it; of a deleted one this is kept. */
export interface KeyLife {
  readonly region: string;
  readonly keyId: string;
  readonly spec: KeySpec;
  readonly created: Instant;
  /** When its deletion was scheduled; absent of a key that is kept. */
  readonly ended?: Instant;
  /** The first rotations; later ones are not billed. */
  readonly rotations: readonly Instant[];
}

/** Lives that are over, in order of their end. */
export const keyLives: Collection<KeyLife> = {
  name: 'kms.keyLives',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { key: (life) => [lifeKey(life.region, life.keyId)] },
};

/** Undefined: the key costs nothing, for it is AWS's. */
export function lifeOf(key: KeyDocument): KeyLife | undefined {
  if (key.manager === 'AWS') return undefined;
  const ended = key.deletion?.scheduled;
  return {
    region: key.scope.region,
    keyId: key.id,
    spec: key.spec,
    created: key.created,
    ...(ended === undefined ? {} : { ended }),
    rotations: key.materials
      .filter(({ rotation }) => rotation !== undefined)
      .slice(0, ROTATIONS_BILLED_MAX)
      .map(({ created }) => created),
  };
}

/** Keeps what a deleted key is billed by. */
export function keepLife(view: View, key: KeyDocument): void {
  const life = lifeOf(key);
  if (life === undefined) return;
  const { region, keyId, ended = life.created } = life;
  view.put(keyLives, `${endKey(ended)}/${lifeKey(region, keyId)}`, life);
}

export function endKey(ended: Instant): string {
  return String(ended).padStart(15, '0');
}

export function lifeKey(region: string, keyId: string): string {
  return `${region}/${keyId}`;
}
