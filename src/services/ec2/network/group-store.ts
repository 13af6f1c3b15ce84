import type { ResolveContext } from '../../../contract/operation.ts';
import type { View } from '../../../contract/view.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { ec2Error, missingParameter } from '../errors.ts';
import { defaultVpc } from './default-network.ts';
import { groupNoun } from './nouns.ts';
import { type GroupDocument, groups, type RuleDocument, rules } from './state.ts';

export function groupRules(view: View, groupId: string): Promise<readonly RuleDocument[]> {
  return everyOf(view, rules, { index: 'group', prefix: groupId });
}

export function removeGroup(view: View, group: GroupDocument, own: readonly RuleDocument[]): void {
  for (const { id } of own) view.delete(rules, id);
  view.delete(groups, group.id);
}

/** A group by its name in a VPC. */
export async function groupNamed(
  view: View,
  vpcId: string,
  name: string,
): Promise<GroupDocument | undefined> {
  // A name may begin another, so the page holds the exact one first.
  const page = await view.list(groups, { index: 'name', prefix: `${vpcId}/${name}`, limit: 1 });
  const group = page.items[0]?.document;
  return group?.name === name ? group : undefined;
}

interface GroupReference {
  readonly GroupId?: string | undefined;
  readonly GroupName?: string | undefined;
}

/** The id of a group that is named by its id, or by its name in the default VPC. Errors: InvalidGroup.NotFound. */
export async function groupIdOf(
  context: ResolveContext,
  { GroupId, GroupName }: GroupReference,
): Promise<string> {
  if (GroupId !== undefined) return GroupId;
  if (GroupName === undefined) throw missingParameter('groupName or groupId');
  const vpc = await defaultVpc(context);
  const group = await groupNamed(context.view, vpc.id, GroupName);
  if (group !== undefined) return group.id;
  const text = `The security group '${GroupName}' does not exist in default VPC '${vpc.id}'`;
  throw ec2Error('InvalidGroup.NotFound', text);
}

/** Errors: InvalidGroup.NotFound. */
export async function groupOf(view: View, id: string): Promise<GroupDocument> {
  const group = await view.get(groups, id);
  if (group === undefined) throw groupNoun.notFound(id);
  return group;
}
