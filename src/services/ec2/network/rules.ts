import { listedTagConditions } from '../../../core/tags.ts';
import type {
  Ec2Operations,
  IpPermission,
  RevokedSecurityGroupRule,
  TagSpecification,
} from '../../../../models/ec2/types.ts';
import type {
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import type { View } from '../../../contract/view.ts';
import { givenTags, permissionTo, taggingPermissions } from '../authorization.ts';
import { describing } from '../describing.ts';
import { newId } from '../domain/ids.ts';
import { ec2Error, invalidParameterValue, missingParameter, unbuilt } from '../errors.ts';
import { filterTable } from '../filters.ts';
import { newTags } from '../tagging.ts';
import { foundNetwork } from './default-network.ts';
import { groupIdOf, groupOf, groupRules } from './group-store.ts';
import { groupNoun, ruleNoun } from './nouns.ts';
import { type AskedRule, askedRules, isSameTraffic, ruleText, shownRule } from './rule-shapes.ts';
import { type RuleDocument, rules } from './state.ts';

/** Of each direction. */
const RULES_MAX = 60;

interface RuleInput {
  readonly GroupId?: string | undefined;
  readonly GroupName?: string | undefined;
  readonly IpPermissions?: readonly IpPermission[] | undefined;
  readonly CidrIp?: string | undefined;
  readonly IpProtocol?: string | undefined;
  readonly FromPort?: number | undefined;
  readonly ToPort?: number | undefined;
  readonly SourceSecurityGroupName?: string | undefined;
  readonly TagSpecifications?: readonly TagSpecification[] | undefined;
  readonly SecurityGroupRuleIds?: readonly string[] | undefined;
}

/** Permissions as a list, or one in the members of old. */
function permissionsOf(operation: string, input: RuleInput): readonly IpPermission[] {
  if (input.SourceSecurityGroupName !== undefined) {
    throw unbuilt(operation, 'SourceSecurityGroupName: name a source group in IpPermissions');
  }
  if (input.IpPermissions !== undefined) return input.IpPermissions;
  const { CidrIp, IpProtocol, FromPort, ToPort } = input;
  if (CidrIp === undefined && IpProtocol === undefined) return [];
  const IpRanges = CidrIp === undefined ? [] : [{ CidrIp }];
  return [{ IpProtocol, FromPort, ToPort, IpRanges }];
}

async function onGroup(context: ResolveContext, input: RuleInput): Promise<readonly Permission[]> {
  const resource = await context.resolve(groupNoun.kind, await groupIdOf(context, input));
  const conditions = listedTagConditions(givenTags(input.TagSpecifications, 'security-group-rule'));
  return [
    permissionTo(context, context.call.operation, resource, conditions),
    ...taggingPermissions(context, input.TagSpecifications),
  ];
}

async function authorizeRules(input: RuleInput, context: Context, isEgress: boolean) {
  const { call, view } = context;
  const groupId = await groupIdOf(context, input);
  await context.resolve(groupNoun.kind, groupId);
  const permissions = permissionsOf(call.operation, input);
  if (permissions.length === 0) throw missingParameter('ipPermissions');
  const asked = askedRules(call.operation, permissions, isEgress);
  const held = await groupRules(view, groupId);
  await requireNew(view, asked, held);
  const tags = newTags(input.TagSpecifications, 'security-group-rule');
  const ids = await context.once(() => asked.map(() => newId('sgr')));
  const made = asked.map(({ description, ...traffic }, index): RuleDocument => {
    const id = ids[index] ?? '';
    return { id, tags, groupId, ...traffic, ...(description === undefined ? {} : { description }) };
  });
  for (const rule of made) view.put(rules, rule.id, rule);
  return { Return: true, SecurityGroupRules: made.map((rule) => shownRule(rule, call.scope)) };
}

/** Errors: InvalidPermission.Duplicate, InvalidGroup.NotFound, RulesPerSecurityGroupLimitExceeded. */
async function requireNew(
  view: View,
  asked: readonly AskedRule[],
  held: readonly RuleDocument[],
): Promise<void> {
  for (const [index, rule] of asked.entries()) {
    if (asked.slice(0, index).some((other) => isSameTraffic(other, rule))) {
      throw invalidParameterValue('The same permission must not appear multiple times');
    }
    if (held.some((other) => isSameTraffic(other, rule))) {
      const text = `the specified rule "${ruleText(rule)}" already exists`;
      throw ec2Error('InvalidPermission.Duplicate', text);
    }
    if (rule.peer.kind === 'group') await groupOf(view, rule.peer.value);
  }
  const isEgress = asked[0]?.isEgress === true;
  const count = held.filter((rule) => rule.isEgress === isEgress).length + asked.length;
  if (count > RULES_MAX) {
    const text = 'The maximum number of rules per security group has been reached.';
    throw ec2Error('RulesPerSecurityGroupLimitExceeded', text);
  }
}

async function revokeRules(input: RuleInput, context: Context, isEgress: boolean) {
  const { call, view } = context;
  const groupId = await groupIdOf(context, input);
  await context.resolve(groupNoun.kind, groupId);
  const held = await groupRules(view, groupId);
  const going = goingRules(call.operation, input, held, isEgress);
  for (const { id } of going) view.delete(rules, id);
  return { Return: true, RevokedSecurityGroupRules: going.map(shownRevoked) };
}

/** Errors: InvalidPermission.NotFound, InvalidSecurityGroupRuleId.NotFound, MissingParameter. */
function goingRules(
  operation: string,
  input: RuleInput,
  held: readonly RuleDocument[],
  isEgress: boolean,
): readonly RuleDocument[] {
  const ids = input.SecurityGroupRuleIds ?? [];
  const byId = [...new Set(ids)].map((id) => {
    const rule = held.find((one) => one.id === id && one.isEgress === isEgress);
    if (rule === undefined) throw ruleNoun.notFound(id);
    return rule;
  });
  const permissions = permissionsOf(operation, input);
  if (permissions.length === 0 && byId.length === 0) throw missingParameter('ipPermissions');
  const byTraffic = askedRules(operation, permissions, isEgress).map((asked) => {
    const rule = held.find((one) => isSameTraffic(one, asked));
    if (rule === undefined) {
      const text = 'The specified rule does not exist in this security group.';
      throw ec2Error('InvalidPermission.NotFound', text);
    }
    return rule;
  });
  return [...byId, ...byTraffic];
}

function shownRevoked(rule: RuleDocument): RevokedSecurityGroupRule {
  const { peer } = rule;
  return {
    SecurityGroupRuleId: rule.id,
    GroupId: rule.groupId,
    IsEgress: rule.isEgress,
    IpProtocol: rule.protocol,
    FromPort: rule.from,
    ToPort: rule.to,
    ...(peer.kind === 'ipv4' ? { CidrIpv4: peer.value } : {}),
    ...(peer.kind === 'ipv6' ? { CidrIpv6: peer.value } : {}),
    ...(peer.kind === 'group' ? { ReferencedGroupId: peer.value } : {}),
    Description: rule.description,
  };
}

const authorizeSecurityGroupIngress: OperationOf<Ec2Operations, 'AuthorizeSecurityGroupIngress'> = {
  name: 'AuthorizeSecurityGroupIngress',
  access: 'write',
  authorize: (input, context) => onGroup(context, input),
  handle: (input, context) => authorizeRules(input, context, false),
};

const authorizeSecurityGroupEgress: OperationOf<Ec2Operations, 'AuthorizeSecurityGroupEgress'> = {
  name: 'AuthorizeSecurityGroupEgress',
  access: 'write',
  authorize: (input, context) => onGroup(context, input),
  handle: (input, context) => authorizeRules(input, context, true),
};

const revokeSecurityGroupIngress: OperationOf<Ec2Operations, 'RevokeSecurityGroupIngress'> = {
  name: 'RevokeSecurityGroupIngress',
  access: 'write',
  authorize: (input, context) => onGroup(context, input),
  handle: (input, context) => revokeRules(input, context, false),
};

const revokeSecurityGroupEgress: OperationOf<Ec2Operations, 'RevokeSecurityGroupEgress'> = {
  name: 'RevokeSecurityGroupEgress',
  access: 'write',
  authorize: (input, context) => onGroup(context, input),
  handle: (input, context) => revokeRules(input, context, true),
};

const describeSecurityGroupRules = describing({
  name: 'DescribeSecurityGroupRules',
  noun: ruleNoun,
  asked: (input) => ({ ids: input.SecurityGroupRuleIds, ...input }),
  filters: filterTable<RuleDocument>({
    'group-id': ({ groupId }) => groupId,
    'security-group-rule-id': ({ id }) => id,
  }),
  before: foundNetwork,
  answer: async (items, { call }) => ({
    SecurityGroupRules: items.map((rule) => shownRule(rule, call.scope)),
  }),
});

export const ruleOperations: readonly AnyOperation[] = [
  authorizeSecurityGroupIngress,
  authorizeSecurityGroupEgress,
  revokeSecurityGroupIngress,
  revokeSecurityGroupEgress,
  describeSecurityGroupRules,
];
