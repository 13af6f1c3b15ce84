import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { hubs, ONLY, subscriptions } from './state.ts';

/** Whether an account has Security Hub, and lets a product's findings in. */
export async function isSubscribed(unit: Unit, scope: Scope, product: string): Promise<boolean> {
  const view = unit.view(scope);
  if ((await view.get(hubs, ONLY)) === undefined) return false;
  return (await view.get(subscriptions, product)) !== undefined;
}
