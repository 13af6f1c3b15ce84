import type { LogsOperations } from '../../../models/logs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { groupOf, onGroup } from './authorization.ts';
import { invalidParameter, unbuilt } from './errors.ts';
import { newGroupKey } from './group-keys.ts';
import { groups } from './state.ts';

interface KeyTarget {
  readonly logGroupName?: string | undefined;
  readonly resourceIdentifier?: string | undefined;
}

/** A log group by either of its two names; results of queries are not built. */
function groupNamed(operation: string, input: KeyTarget): { readonly logGroupIdentifier: string } {
  const { logGroupName: name, resourceIdentifier: identifier } = input;
  const named = name ?? identifier;
  if (named === undefined || (name !== undefined && identifier !== undefined)) {
    throw invalidParameter(
      'Exactly one of the parameters logGroupName and resourceIdentifier must be specified.',
    );
  }
  if (identifier?.endsWith(':query-result:*') === true) {
    throw unbuilt(operation, 'the results of queries');
  }
  return { logGroupIdentifier: named };
}

export const associateKmsKey: OperationOf<LogsOperations, 'AssociateKmsKey'> = {
  name: 'AssociateKmsKey',
  access: 'write',
  authorize: (input, context) =>
    onGroup('logs:AssociateKmsKey')(groupNamed('AssociateKmsKey', input), context),
  handle: async (input, context) => {
    const found = await groupOf(context, groupNamed('AssociateKmsKey', input));
    const { group, view, resource } = found;
    const place = { view, scope: resource.resolved.scope };
    const key = await newGroupKey(context, place, group, input.kmsKeyId);
    view.put(groups, group.name, { ...group, key });
    return {};
  },
};

/** What came under the key stays under it. */
export const disassociateKmsKey: OperationOf<LogsOperations, 'DisassociateKmsKey'> = {
  name: 'DisassociateKmsKey',
  access: 'write',
  authorize: (input, context) =>
    onGroup('logs:DisassociateKmsKey')(groupNamed('DisassociateKmsKey', input), context),
  handle: async (input, context) => {
    const { group, view } = await groupOf(context, groupNamed('DisassociateKmsKey', input));
    const { key: _over, ...kept } = group;
    view.put(groups, group.name, kept);
    return {};
  },
};
