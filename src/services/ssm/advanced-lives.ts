import { randomBytes } from 'node:crypto';
import type { Collection } from '../../contract/collection.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { ParameterDocument } from './state.ts';

/** How long a deleted parameter was an advanced one. Of a live one its document tells it. */
export interface AdvancedLife {
  readonly region: string;
  /** The parameter's. */
  readonly id: string;
  readonly began: Instant;
  readonly ended: Instant;
}

/** Lives that are over, in order of their end. */
export const advancedLives: Collection<AdvancedLife> = {
  name: 'ssm.advancedLives',
  scope: 'account',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: { parameter: ({ region, id, ended }) => [`${lifeKey(region, id)}${endKey(ended)}`] },
};

/** Bars are in no name. */
export function lifeKey(region: string, id: string): string {
  return `${region}|${id}|`;
}

export function endKey(ended: Instant): string {
  return String(ended).padStart(15, '0');
}

/** Keeps what a deleted parameter is billed by. */
export async function keepLife(
  unit: Unit,
  { advancedSince, scope, id }: ParameterDocument,
  now: Instant,
): Promise<void> {
  if (advancedSince === undefined) return;
  const suffix = await unit.once(() => randomBytes(8).toString('hex'));
  const life = { region: scope.region, id, began: advancedSince, ended: now };
  unit.view(scope).put(advancedLives, `${endKey(now)}/${suffix}`, life);
}
