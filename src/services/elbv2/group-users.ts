import type { View } from '../../contract/view.ts';
import { listeners } from './state.ts';

/** ARNs of the load balancers that forward to a group. */
export async function loadBalancersOf(view: View, groupArn: string): Promise<readonly string[]> {
  const page = await view.list(listeners, { index: 'targetGroup', prefix: groupArn, limit: 1_000 });
  return [...new Set(page.items.map(({ document }) => document.loadBalancerArn))];
}
