import { listedTagConditions } from '../../../core/tags.ts';
import type { Ec2Operations, SecurityGroup } from '../../../../models/ec2/types.ts';
import type { OperationOf, Permission, ResolveContext } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import type { View } from '../../../contract/view.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { givenTags, newArn, permissionTo, taggingPermissions } from '../authorization.ts';
import { newId } from '../domain/ids.ts';
import { ec2Error, invalidParameterValue } from '../errors.ts';
import { filterOf, filterTable } from '../filters.ts';
import { instances } from '../instances/state.ts';
import { listerOf, listerOfAll, namedOf, pageOf } from '../pages.ts';
import { newTags, shownTags } from '../tagging.ts';
import { defaultVpc, everythingOut, foundNetwork } from './default-network.ts';
import { groupIdOf, groupNamed, groupOf, groupRules, removeGroup } from './group-store.ts';
import { groupNoun, vpcNoun } from './nouns.ts';
import { shownPermissions } from './rule-shapes.ts';
import { type GroupDocument, groups, type RuleDocument, rules } from './state.ts';

const GROUPS_MAX = 2_500;
const TEXT_MAX = 255;
const NAME = /^[a-zA-Z0-9._\-:/()#,@[\]+=&;{}!$* ]*$/;

interface GroupWithRules extends GroupDocument {
  readonly own: readonly RuleDocument[];
}

function shown(group: GroupWithRules): SecurityGroup {
  const { account } = group.scope;
  return {
    GroupId: group.id,
    GroupName: group.name,
    Description: group.description,
    OwnerId: account,
    VpcId: group.vpcId,
    SecurityGroupArn: groupNoun.arn(group.scope, group.id),
    IpPermissions: shownPermissions(group.own, false, account),
    IpPermissionsEgress: shownPermissions(group.own, true, account),
    Tags: shownTags(group.tags),
  };
}

function rulesIn({ own }: GroupWithRules, isEgress: boolean): readonly RuleDocument[] {
  return own.filter((rule) => rule.isEgress === isEgress);
}

function peersOf(group: GroupWithRules, isEgress: boolean, kind: string): readonly string[] {
  return rulesIn(group, isEgress)
    .filter(({ peer }) => peer.kind === kind)
    .map(({ peer }) => peer.value);
}

/** `ip-permission.…` and `egress.ip-permission.…` alike. */
function ruleFilters(prefix: string, isEgress: boolean) {
  return {
    [`${prefix}cidr`]: (group: GroupWithRules) => peersOf(group, isEgress, 'ipv4'),
    [`${prefix}ipv6-cidr`]: (group: GroupWithRules) => peersOf(group, isEgress, 'ipv6'),
    [`${prefix}group-id`]: (group: GroupWithRules) => peersOf(group, isEgress, 'group'),
    [`${prefix}protocol`]: (group: GroupWithRules) =>
      rulesIn(group, isEgress).map(({ protocol }) => protocol),
    [`${prefix}from-port`]: (group: GroupWithRules) =>
      rulesIn(group, isEgress).map(({ from }) => from),
    [`${prefix}to-port`]: (group: GroupWithRules) => rulesIn(group, isEgress).map(({ to }) => to),
  };
}

const FILTERS = filterTable<GroupWithRules>({
  description: ({ description }) => description,
  'group-id': ({ id }) => id,
  'group-name': ({ name }) => name,
  'owner-id': ({ scope }) => scope.account,
  'vpc-id': ({ vpcId }) => vpcId,
  ...ruleFilters('ip-permission.', false),
  ...ruleFilters('egress.ip-permission.', true),
});

async function withRules(view: View, group: GroupDocument): Promise<GroupWithRules> {
  return { ...group, own: await groupRules(view, group.id) };
}

const describeSecurityGroups: OperationOf<Ec2Operations, 'DescribeSecurityGroups'> = {
  name: 'DescribeSecurityGroups',
  access: 'read',
  authorize: async (_, context) => [permissionTo(context, 'DescribeSecurityGroups')],
  handle: async (input, context) => {
    const { call, view } = context;
    const wanted = filterOf(input.Filters, FILTERS);
    await foundNetwork(context);
    for (const id of input.GroupIds ?? []) groupNoun.requireId(id);
    const ids = [...(input.GroupIds ?? [])];
    for (const GroupName of input.GroupNames ?? [])
      ids.push(await groupIdOf(context, { GroupName }));
    const named = await namedOf(context, groups, ids, ([first = '']) => groupNoun.notFound(first));
    const list = named === undefined ? listerOf(view, groups) : listerOfAll(named);
    const page = await pageOf(
      call,
      input,
      async (query) => {
        const { items, last } = await list(query);
        const full = await Promise.all(
          items.map(async (item) => ({ ...item, document: await withRules(view, item.document) })),
        );
        return { items: full, last };
      },
      wanted,
    );
    return { SecurityGroups: page.items.map(shown), NextToken: page.NextToken };
  },
};

const createSecurityGroup: OperationOf<Ec2Operations, 'CreateSecurityGroup'> = {
  name: 'CreateSecurityGroup',
  access: 'write',
  authorize: async (input, context) => {
    const vpcId = input.VpcId ?? (await defaultVpc(context)).id;
    const conditions = listedTagConditions(givenTags(input.TagSpecifications, 'security-group'));
    return [
      permissionTo(context, 'CreateSecurityGroup', newArn(context, 'security-group'), conditions),
      permissionTo(context, 'CreateSecurityGroup', await context.resolve(vpcNoun.kind, vpcId)),
      ...taggingPermissions(context, input.TagSpecifications),
    ];
  },
  handle: async (input, context) => {
    const { call, view } = context;
    const vpcId = input.VpcId ?? (await defaultVpc(context)).id;
    await context.resolve(vpcNoun.kind, vpcId);
    requireTexts(input.GroupName, input.Description);
    if ((await groupNamed(view, vpcId, input.GroupName)) !== undefined) {
      const text = `The security group '${input.GroupName}' already exists for VPC '${vpcId}'`;
      throw ec2Error('InvalidGroup.Duplicate', text);
    }
    if ((await everyOf(view, groups)).length >= GROUPS_MAX) {
      const text = 'The maximum number of security groups has been reached.';
      throw ec2Error('SecurityGroupLimitExceeded', text);
    }
    const ids = await context.once(() => ({ group: newId('sg'), rule: newId('sgr') }));
    const group: GroupDocument = {
      id: ids.group,
      tags: newTags(input.TagSpecifications, 'security-group'),
      scope: call.scope,
      name: input.GroupName,
      description: input.Description,
      vpcId,
    };
    view.put(groups, group.id, group);
    view.put(rules, ids.rule, everythingOut(ids.rule, group.id));
    return {
      GroupId: group.id,
      SecurityGroupArn: groupNoun.arn(call.scope, group.id),
      Tags: shownTags(group.tags),
    };
  },
};

/** Errors: InvalidParameterValue. */
function requireTexts(name: string, description: string): void {
  if (name === 'default') {
    throw invalidParameterValue('Cannot use reserved security group name: default');
  }
  if (name.startsWith('sg-')) {
    throw invalidParameterValue(
      `Value (${name}) for parameter GroupName is invalid. Group names may not be in the format sg-*.`,
    );
  }
  for (const [what, text] of [
    ['GroupName', name],
    ['GroupDescription', description],
  ] as const) {
    if (text === '' || text.length > TEXT_MAX || !NAME.test(text)) {
      throw invalidParameterValue(
        `Value (${text}) for parameter ${what} is invalid. Character sets beyond ASCII are not supported.`,
      );
    }
  }
}

async function onGroup(
  context: ResolveContext,
  input: { readonly GroupId?: string | undefined; readonly GroupName?: string | undefined },
): Promise<readonly Permission[]> {
  const resource = await context.resolve(groupNoun.kind, await groupIdOf(context, input));
  return [permissionTo(context, context.call.operation, resource)];
}

const deleteSecurityGroup: OperationOf<Ec2Operations, 'DeleteSecurityGroup'> = {
  name: 'DeleteSecurityGroup',
  access: 'write',
  authorize: (input, context) => onGroup(context, input),
  handle: async (input, context) => {
    const { view } = context;
    const id = await groupIdOf(context, input);
    await context.resolve(groupNoun.kind, id);
    const group = await groupOf(view, id);
    if (group.name === 'default') {
      const text = `the specified group: "${id}" name: "default" cannot be deleted by a user`;
      throw ec2Error('CannotDelete', text);
    }
    const naming = await everyOf(view, rules, { index: 'peer', prefix: id });
    const users = await view.list(instances, { index: 'group', prefix: id, limit: 1 });
    if (users.items.length > 0 || naming.some(({ groupId }) => groupId !== id)) {
      throw ec2Error('DependencyViolation', `resource ${id} has a dependent object`);
    }
    removeGroup(view, group, await groupRules(view, id));
    return { Return: true, GroupId: id };
  },
};

export const groupOperations: readonly AnyOperation[] = [
  describeSecurityGroups,
  createSecurityGroup,
  deleteSecurityGroup,
];
