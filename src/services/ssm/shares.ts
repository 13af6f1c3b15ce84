import type { Collection } from '../../contract/collection.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { ParameterDocument } from './state.ts';

/** A parameter that another account may see among those shared with it. */
export interface ShareDocument {
  readonly owner: Scope;
  readonly id: string;
}

/** By consumer, Region, owner and id: `444455556666/us-east-1/111122223333/a/b`. */
export const shares: Collection<ShareDocument> = {
  name: 'ssm.shares',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export function sharesView(unit: Unit): View {
  return unit.view({ account: '', region: '' });
}

export function sharesPrefix({ account, region }: Scope): string {
  return `${account}/${region}/`;
}

function shareId(consumer: string, { scope, id }: ParameterDocument): string {
  return `${sharesPrefix({ account: consumer, region: scope.region })}${scope.account}/${id}`;
}

export function unshare(unit: Unit, parameter: ParameterDocument): void {
  const view = sharesView(unit);
  for (const consumer of parameter.resourcePolicy?.sharedWith ?? []) {
    view.delete(shares, shareId(consumer, parameter));
  }
}

/** The consumers that the parameter's policy names see it; call `unshare` for the policy before. */
export function share(unit: Unit, parameter: ParameterDocument): void {
  const view = sharesView(unit);
  for (const consumer of parameter.resourcePolicy?.sharedWith ?? []) {
    const { scope: owner, id } = parameter;
    view.put(shares, shareId(consumer, parameter), { owner, id });
  }
}
