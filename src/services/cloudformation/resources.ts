import type { ResolveContext } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { stackDoesNotExist } from './errors.ts';
import { type StackDocument, stackNames, stacks } from './state.ts';

function cloudFormationArn({ account, region }: Scope, resource: string): string {
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'cloudformation', region, account, resource });
}

export function stackArn(scope: Scope, name: string, id: string): string {
  return cloudFormationArn(scope, `stack/${name}/${id}`);
}

export function changeSetArn(scope: Scope, name: string, id: string): string {
  return cloudFormationArn(scope, `changeSet/${name}/${id}`);
}

/** Where a call looks for stacks. */
export function placeOf({ unit, call }: Pick<ResolveContext, 'unit' | 'call'>) {
  return { unit, scope: call.scope };
}

/** Undefined: there is none, and there never was. */
export async function findStack(
  { unit, scope }: { readonly unit: Unit; readonly scope: Scope },
  reference: string,
): Promise<StackDocument | undefined> {
  const view = unit.view(scope);
  if (reference.startsWith('arn:')) {
    const [, , byId = ''] = parseArn(reference)?.resource.split('/') ?? [];
    const found = await view.get(stacks, byId);
    // The whole ARN must be the stack's: one of another Region, account or name is no name of it.
    return found?.arn === reference ? found : undefined;
  }
  const named = await view.get(stackNames, reference);
  return named === undefined ? undefined : view.get(stacks, named.id);
}

/** A stack of the caller's account and Region by its name, or by its ARN, which finds it also when it is gone. */
export const stackKind: ResourceKind<StackDocument> = {
  name: 'cloudformation:stack',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const document = await findStack({ unit, scope }, reference);
    const arn = parseArn(reference);
    return {
      arn: document?.arn ?? (arn === undefined ? stackArn(scope, reference, '*') : reference),
      // What lies with another account is refused like every resource of others that has no policy.
      scope: { account: arn?.account ?? scope.account, region: scope.region },
      id: document?.id ?? '',
      document,
      missing: stackDoesNotExist(reference),
    };
  },
  tags: ({ document }) => document?.definition?.tags ?? {},
};
