import { tagConditions } from '../../core/tags.ts';
import type { LogGroup, LogsOperations } from '../../../models/logs/types.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { Cursor, Listed, View } from '../../contract/view.ts';
import { hexId } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import { groupOf, onGroup } from './authorization.ts';
import { deletionProtected, groupExists, invalidParameter, unbuilt } from './errors.ts';
import { newGroupKey } from './group-keys.ts';
import { afterOf, nextToken } from './pages.ts';
import { purgeOrder } from './purge-job.ts';
import { groupArn, groupKind, streamArn } from './resources.ts';
import { type GroupDocument, groups, metricFilters, streams } from './state.ts';
import { checkedTags } from './tags.ts';

const PAGE = 50;
/** Groups that one look for a pattern passes over. */
const SCAN = 1_000;
const GROUP_ID_DIGITS = 16;

export const createLogGroup: OperationOf<LogsOperations, 'CreateLogGroup'> = {
  name: 'CreateLogGroup',
  access: 'write',
  authorize: async (input, context) => {
    const resource = await context.resolve(groupKind, input.logGroupName);
    const conditions = tagConditions(input.tags);
    const own: Permission = { action: 'logs:CreateLogGroup', resource, conditions };
    if (input.tags === undefined) return [own];
    return [own, { action: 'logs:TagResource', resource, conditions }];
  },
  handle: async (input, context) => {
    const { call, view } = context;
    const name = input.logGroupName;
    const tags = checkedTags({}, input.tags ?? {});
    if ((await view.get(groups, name)) !== undefined) throw groupExists();
    const made: GroupDocument = {
      id: await context.once(() => hexId(GROUP_ID_DIGITS)),
      name,
      created: call.now,
      groupClass: input.logGroupClass ?? 'STANDARD',
      isProtected: input.deletionProtectionEnabled ?? false,
      tags,
    };
    const place = { view, scope: call.scope };
    const key =
      input.kmsKeyId === undefined
        ? {}
        : { key: await newGroupKey(context, place, made, input.kmsKeyId) };
    view.put(groups, name, { ...made, ...key });
    return {};
  },
};

export const deleteLogGroup: OperationOf<LogsOperations, 'DeleteLogGroup'> = {
  name: 'DeleteLogGroup',
  access: 'write',
  authorize: onGroup('logs:DeleteLogGroup'),
  handle: async (input, context) => {
    const { group, view } = await groupOf(context, input);
    if (group.isProtected) throw deletionProtected();
    view.delete(groups, group.name);
    context.unit.order(purgeOrder(context.call.scope, group.id, undefined, context.call.now));
    return {};
  },
};

export const putLogGroupDeletionProtection: OperationOf<
  LogsOperations,
  'PutLogGroupDeletionProtection'
> = {
  name: 'PutLogGroupDeletionProtection',
  access: 'write',
  authorize: onGroup('logs:PutLogGroupDeletionProtection'),
  handle: async (input, context) => {
    const { group, view } = await groupOf(context, input);
    view.put(groups, group.name, { ...group, isProtected: input.deletionProtectionEnabled });
    return {};
  },
};

/** Listings act on no group: AWS names one without a name. */
export function onEveryGroup(action: string) {
  return (_input: object, { call }: ResolveContext): Promise<readonly Permission[]> =>
    Promise.resolve([{ action, resource: streamArn(call.scope, '', '') }]);
}

export const describeLogGroups: OperationOf<LogsOperations, 'DescribeLogGroups'> = {
  name: 'DescribeLogGroups',
  access: 'read',
  authorize: onEveryGroup('logs:DescribeLogGroups'),
  handle: async (input, { call, view }) => {
    const { logGroupNamePrefix: prefix = '', logGroupNamePattern: pattern } = input;
    if (prefix !== '' && pattern !== undefined) {
      throw invalidParameter(
        'LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.',
      );
    }
    if (input.accountIdentifiers !== undefined || input.includeLinkedAccounts === true) {
      throw unbuilt('DescribeLogGroups', 'groups of other accounts');
    }
    const named = input.logGroupIdentifiers?.map((one) => one.replace(/^.*:log-group:/, ''));
    const isWanted = ({ name, groupClass }: GroupDocument): boolean =>
      (pattern === undefined || name.includes(pattern)) &&
      (named === undefined || named.includes(name)) &&
      groupClass === (input.logGroupClass ?? groupClass);
    const about = JSON.stringify([prefix, pattern, input.logGroupClass, named]);
    const after = afterOf(call, input.nextToken, about);
    const limit = input.limit ?? PAGE;
    const { items, last } = await wantedGroups(view, { prefix, after, limit }, isWanted);
    const logGroups = await Promise.all(
      items.map(({ document }) => shownGroup(view, call.scope, document)),
    );
    return { logGroups, ...nextToken(call, last, about) };
  },
};

interface GroupPage {
  readonly items: readonly Listed<GroupDocument>[];
  readonly last: Cursor | undefined;
}

/** As many as fill a page. A search that finds little passes over at most `SCAN` groups, and goes on by its token. */
async function wantedGroups(
  view: View,
  page: { readonly prefix: string; readonly after: Cursor | undefined; readonly limit: number },
  isWanted: (group: GroupDocument) => boolean,
): Promise<GroupPage> {
  const { prefix, after, limit } = page;
  const looked = await view.list(groups, {
    prefix,
    limit: SCAN,
    ...(after === undefined ? {} : { after }),
  });
  const wanted = looked.items.filter(({ document }) => isWanted(document));
  if (wanted.length <= limit) return { items: wanted, last: looked.last };
  const items = wanted.slice(0, limit);
  const end = items.at(-1);
  return { items, last: end === undefined ? undefined : { key: end.key, id: end.id } };
}

async function shownGroup(view: View, scope: Scope, group: GroupDocument): Promise<LogGroup> {
  const { name, key, retentionDays } = group;
  const arn = groupArn(scope, name);
  const prefix = `${group.id}/`;
  const held = await everyOf(view, streams, { prefix });
  const filters = await everyOf(view, metricFilters, { prefix });
  return {
    logGroupName: name,
    creationTime: group.created,
    metricFilterCount: filters.length,
    arn: `${arn}:*`,
    storedBytes: held.reduce((sum, { bytes }) => sum + bytes, 0),
    logGroupClass: group.groupClass,
    logGroupArn: arn,
    deletionProtectionEnabled: group.isProtected,
    ...(retentionDays === undefined ? {} : { retentionInDays: retentionDays }),
    ...(key === undefined ? {} : { kmsKeyId: key.keyArn }),
  };
}
