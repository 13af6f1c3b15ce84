import type { Collection } from '../../contract/collection.ts';
import type { View } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { type SecretDocument, timeKey } from './state.ts';

/** When a secret that has gone cost something. Of a secret that is there its document tells it. */
export interface SecretLife {
  readonly region: string;
  readonly created: Instant;
  readonly ended: Instant;
}

/** Lives that are over, in order of their end. */
export const secretLives: Collection<SecretLife> = {
  name: 'secretsmanager.lives',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

/** Keeps what a removed secret is billed by: from its deletion on it cost nothing. */
export function keepLife(view: View, secret: SecretDocument, now: Instant): void {
  const { name, suffix, scope, created, deletion } = secret;
  const ended = deletion?.asked ?? now;
  const id = `${timeKey(ended)}/${scope.region}/${name}-${suffix}`;
  view.put(secretLives, id, { region: scope.region, created, ended });
}
