import type { ParameterTier } from '../../../models/ssm/types.ts';
import type { View } from '../../contract/view.ts';
import { assertFits, fitsStandard } from './domain/parameter-value.ts';
import { parameterLimitExceeded, validation } from './errors.ts';
import { defaultTier } from './settings-state.ts';
import { ONLY, type ParameterDocument, tallies, type Tally, type Tier } from './state.ts';

/** Parameters of an account in a Region. Source: AWS General Reference, "Systems Manager endpoints and quotas". */
const MOST: Readonly<Record<Tier, number>> = { Standard: 10_000, Advanced: 100_000 };
const NONE: Tally = { Standard: 0, Advanced: 0 };

const DOWNGRADE =
  "This parameter uses the advanced-parameter tier. You can't downgrade a parameter from the " +
  'advanced-parameter tier to the standard-parameter tier. If necessary, you can delete the ' +
  'advanced parameter and recreate it as a standard parameter. Be aware that standard parameters ' +
  'have a value limit of 4096 characters.';

interface Wanted {
  readonly tier: ParameterTier | undefined;
  readonly value: string;
  readonly hasPolicies: boolean;
  readonly held: ParameterDocument | undefined;
}

/**
 * The tier a value is stored in: the one that was asked for, or the account's default. Intelligent-Tiering takes the
 * advanced one where it must. Errors: ValidationException for a value that is too long, policies on the standard tier
 * and a way back from the advanced one.
 */
export async function tierOf(view: View, wanted: Wanted): Promise<Tier> {
  const { value, hasPolicies, held } = wanted;
  if (held?.tier === 'Advanced') {
    if (wanted.tier === 'Standard') throw validation(DOWNGRADE);
    assertFits(value, 'Advanced');
    return 'Advanced';
  }
  const asked = wanted.tier ?? (await defaultTier(view));
  const tier = asked === 'Intelligent-Tiering' ? await chosen(view, wanted) : asked;
  assertFits(value, tier);
  if (tier === 'Standard' && hasPolicies) {
    throw validation("You can't assign parameter policies to a standard-parameter tier.");
  }
  return tier;
}

async function chosen(view: View, { value, hasPolicies, held }: Wanted): Promise<Tier> {
  if (!fitsStandard(value) || hasPolicies) return 'Advanced';
  if (held !== undefined) return 'Standard';
  const { Standard } = await tallyOf(view);
  return Standard < MOST.Standard ? 'Standard' : 'Advanced';
}

async function tallyOf(view: View): Promise<Tally> {
  return (await view.get(tallies, ONLY)) ?? NONE;
}

/** Counts a parameter that comes, goes or changes its tier. Errors: ParameterLimitExceeded. */
export async function countTier(
  view: View,
  from: Tier | undefined,
  to: Tier | undefined,
): Promise<void> {
  if (from === to) return;
  const tally: { -readonly [K in Tier]: number } = { ...(await tallyOf(view)) };
  if (to !== undefined) {
    if (tally[to] >= MOST[to]) throw parameterLimitExceeded(to, MOST[to]);
    tally[to] += 1;
  }
  if (from !== undefined) tally[from] -= 1;
  view.put(tallies, ONLY, tally);
}
