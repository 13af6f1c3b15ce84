import type { PolicyType } from '../../../models/organizations/types.ts';
import type { Unit, View } from '../../contract/view.ts';
import { awsPolicyById } from './aws-policies.ts';
import { everyOf } from '../../listing/every-document.ts';
import {
  type Account,
  accountScope,
  entities,
  type Entity,
  memberships,
  type MembershipDocument,
  ONLY,
  type Organization,
  policies,
  type PolicyDocument,
} from './state.ts';
import { pathOf } from './tree.ts';

/**
 * Writes down anew what binds each account of the organization. Every unit that changes the tree, the policies that
 * control access or their attachments ends with it, so that a decision needs one document.
 */
export async function compileMemberships(unit: Unit, organization: Organization): Promise<void> {
  const view = unit.view(accountScope(organization.managementAccount));
  const all = new Map((await everyOf(view, entities)).map((entity) => [entity.id, entity]));
  const known = new Map<string, PolicyDocument>();
  for (const entity of all.values()) {
    if (entity.kind !== 'account') continue;
    const line = lineIn(all, entity);
    const made = await membershipOf(view, organization, line, known);
    const place = unit.view(accountScope(entity.id));
    const before = await place.get(memberships, ONLY);
    if (JSON.stringify(before) !== JSON.stringify(made)) place.put(memberships, ONLY, made);
  }
}

function lineIn(
  all: ReadonlyMap<string, Entity>,
  account: Account,
): readonly [...Entity[], Account] {
  const above: Entity[] = [];
  let parent: string | undefined = account.parent;
  while (parent !== undefined) {
    const entity: Entity | undefined = all.get(parent);
    if (entity === undefined) throw new Error(`${account.id} lost its parent`);
    above.unshift(entity);
    parent = entity.kind === 'root' ? undefined : entity.parent;
  }
  return [...above, account];
}

async function membershipOf(
  view: View,
  organization: Organization,
  line: readonly [...Entity[], Account],
  known: Map<string, PolicyDocument>,
): Promise<MembershipDocument> {
  const account = line[line.length - 1];
  const scps = levelsOf(organization, line, 'SERVICE_CONTROL_POLICY');
  const rcps = levelsOf(organization, line, 'RESOURCE_CONTROL_POLICY');
  const texts: Record<string, { arn: string; text: string }> = {};
  for (const id of new Set([...scps, ...rcps].flat())) {
    const policy = known.get(id) ?? (await policyById(view, id));
    if (policy === undefined) throw new Error(`${id} is attached and gone`);
    known.set(id, policy);
    texts[id] = { arn: policy.arn, text: policy.content };
  }
  return {
    organizationId: organization.id,
    managementAccount: organization.managementAccount,
    path: pathOf(organization, line.slice(0, -1)),
    closed: account?.kind === 'account' && account.state === 'CLOSED',
    policies: texts,
    scps,
    rcps,
  };
}

/** The management account is bound by none. */
function levelsOf(
  { managementAccount, policyTypes }: Organization,
  line: readonly Entity[],
  type: PolicyType,
): readonly (readonly string[])[] {
  if (line.at(-1)?.id === managementAccount || !policyTypes.includes(type)) return [];
  return line.map((entity) =>
    entity.policies.filter((attachment) => attachment.type === type).map(({ id }) => id),
  );
}

export async function policyById(view: View, id: string): Promise<PolicyDocument | undefined> {
  return awsPolicyById(id) ?? (await view.get(policies, id));
}
