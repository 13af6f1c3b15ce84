import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { hubResource } from './arns.ts';
import { conflict, invalidInput, limitExceeded, notFound } from './errors.ts';
import { onHub } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type ActionTargetDocument, actionTargets } from './state.ts';

const TARGET_ID = /^[A-Za-z0-9]{1,20}$/;
const TARGETS_MAX = 50;

function arnOf(scope: Scope, { id }: Pick<ActionTargetDocument, 'id'>): string {
  return hubResource(scope, `action/custom/${id}`);
}

async function targetAt(view: View, scope: Scope, arn: string): Promise<ActionTargetDocument> {
  const id = arn.split('/').at(-1) ?? '';
  const target = arn === arnOf(scope, { id }) ? await view.get(actionTargets, id) : undefined;
  if (target === undefined) throw notFound(`Action target ${arn} was not found.`);
  return target;
}

const on = ({ ActionTargetArn }: { readonly ActionTargetArn: string }): string => ActionTargetArn;

/** Custom actions. Only AWS's console sends findings to one; no API does. */
export const actionTargetOperations: readonly AnyOperation[] = [
  onHub({
    name: 'CreateActionTarget',
    access: 'write',
    handle: async ({ Id: id, Name: name, Description: description }, { view, scope }) => {
      if (!TARGET_ID.test(id)) {
        throw invalidInput('The ID of an action target has up to 20 alphanumeric characters.');
      }
      if ((await view.get(actionTargets, id)) !== undefined) {
        throw conflict(`Action target with the ID ${id} already exists.`);
      }
      if ((await everyOf(view, actionTargets)).length >= TARGETS_MAX) {
        throw limitExceeded(`The limit of ${TARGETS_MAX} custom actions is reached.`);
      }
      view.put(actionTargets, id, { id, name, description });
      return { ActionTargetArn: arnOf(scope, { id }) };
    },
  }),
  onHub({
    name: 'DescribeActionTargets',
    access: 'read',
    handle: async (input, { view, scope }, { call }) => {
      const { ActionTargetArns: arns } = input;
      const wanted: ActionTargetDocument[] = [];
      for (const arn of arns ?? []) wanted.push(await targetAt(view, scope, arn));
      const all = arns === undefined ? await everyOf(view, actionTargets) : wanted;
      const page = pageOfList(call, input, JSON.stringify(arns ?? []), all);
      const ActionTargets = page.items.map(({ id, name, description }) => ({
        ActionTargetArn: arnOf(scope, { id }),
        Name: name,
        Description: description,
      }));
      return { ActionTargets, ...page.answer };
    },
  }),
  onHub({
    name: 'UpdateActionTarget',
    access: 'write',
    on,
    handle: async ({ ActionTargetArn, Name, Description }, { view, scope }) => {
      const target = await targetAt(view, scope, ActionTargetArn);
      const description = Description ?? target.description;
      view.put(actionTargets, target.id, { ...target, name: Name ?? target.name, description });
      return {};
    },
  }),
  onHub({
    name: 'DeleteActionTarget',
    access: 'write',
    on,
    handle: async ({ ActionTargetArn }, { view, scope }) => {
      const { id } = await targetAt(view, scope, ActionTargetArn);
      view.delete(actionTargets, id);
      return { ActionTargetArn };
    },
  }),
];
