import { everyOf } from '../../listing/every-document.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { keepLife } from './advanced-lives.ts';
import { tellChange } from './events.ts';
import { policyJobId } from './policy-job-id.ts';
import { unshare } from './shares.ts';
import { type ParameterDocument, parameters, versionId, versions } from './state.ts';
import { countTier } from './tiers.ts';

/** Takes a parameter away with all that belongs to it, and tells of it. */
export async function removeParameter(
  unit: Unit,
  parameter: ParameterDocument,
  now: Instant,
): Promise<void> {
  const { id, scope, tier } = parameter;
  const view = unit.view(scope);
  for (const { version } of await everyOf(view, versions, { prefix: `${id}:` })) {
    view.delete(versions, versionId(id, version));
  }
  view.delete(parameters, id);
  await countTier(view, tier, undefined);
  unit.cancel(policyJobId(scope, id));
  unshare(unit, parameter);
  await keepLife(unit, parameter, now);
  tellChange(unit, parameter, 'Delete', now);
}
