import type { ResolveContext } from '../../contract/operation.ts';
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

/** Undefined: there is none, and there never was. */
export async function findStack(
  { unit, call }: Pick<ResolveContext, 'unit' | 'call'>,
  reference: string,
): Promise<StackDocument | undefined> {
  const { place, named, byId } = placeOf(call.scope, reference);
  const view = unit.view(place);
  const id = byId ?? (await view.get(stackNames, named))?.id;
  return id === undefined ? undefined : view.get(stacks, id);
}

function placeOf(scope: Scope, reference: string) {
  const arn = parseArn(reference);
  const [, named = reference, byId] = arn?.resource.split('/') ?? [];
  const place = arn === undefined ? scope : { account: arn.account, region: arn.region };
  return { place, named, byId };
}

/** A stack by its name, or by its ARN, which finds it also when it is gone. */
export const stackKind: ResourceKind<StackDocument> = {
  name: 'cloudformation:stack',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const { place, named, byId } = placeOf(scope, reference);
    const view = unit.view(place);
    const id = byId ?? (await view.get(stackNames, named))?.id;
    const document = id === undefined ? undefined : await view.get(stacks, id);
    return {
      arn: document?.arn ?? stackArn(place, named, byId ?? '*'),
      scope: place,
      id: id ?? '',
      document,
      missing: stackDoesNotExist(reference),
    };
  },
  tags: ({ document }) => document?.definition?.tags ?? {},
};
