import type { Policy } from '../../../models/fms/types.ts';
import type { JobContext } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { ManagedWebAcls, WebAclAssociations } from '../wafv2/port.ts';
import { type FirewallData, firewallData } from './firewall-data.ts';
import { orderNote } from './notes.ts';
import { coversResource, typesOf } from './policy-scope.ts';
import type { RecordedResource, RecordedResources } from './port.ts';
import { compliances, managedAcls, type PolicyDocument, type Violator } from './state.ts';

export interface FirewallParts {
  readonly resources: RecordedResources;
  readonly webAcls: ManagedWebAcls;
  readonly associations: WebAclAssociations;
}

interface Found {
  readonly type: string;
  readonly resource: RecordedResource;
}

/** A policy of the type WAFV2 in one account: its web ACL is there, and stands before every resource in scope. */
export async function applyFirewall(
  parts: FirewallParts,
  context: JobContext,
  document: PolicyDocument,
  account: string,
): Promise<void> {
  const { unit, scope: own, now } = context;
  const scope = { account, region: own.region };
  const { policy, id } = document;
  const view = unit.view(own);
  const { found, skipped, issues } = await recordedFor(parts, unit, { policy, scope });
  const inScope = found.filter(({ resource }) => coversResource(policy, resource));
  const data = firewallData(policy.SecurityServicePolicyData.ManagedServiceData, id);
  const violators: Violator[] = [];
  try {
    const acl = await ensuredAcl(parts, context, {
      document,
      scope,
      data,
      isUsed: inScope.length > 0,
    });
    for (const one of inScope) {
      const violator = await judged(parts, context, { scope, document, data, acl }, one);
      if (violator !== undefined) violators.push(violator);
    }
    if (policy.DeleteUnusedFMManagedResources === true && acl !== undefined) {
      const outside = found.filter((one) => !inScope.includes(one));
      await withdrawn(parts, context, { scope, acl, found: outside });
    }
  } catch (error) {
    // What WAF refuses in an account is told of that account; others go on.
    if (!(error instanceof ServiceError)) throw error;
    issues['AWSWAF'] = `${error.code}: ${error.message}`;
    violators.push(
      ...inScope.map(({ type, resource }) => ({
        type,
        resource: resource.arn,
        reason: 'RESOURCE_MISSING_WEB_ACL' as const,
      })),
    );
  }
  view.put(compliances, `${id}/${account}`, {
    account,
    violators,
    evaluated: inScope.length,
    skipped,
    updated: now,
    issues,
  });
}

/** The resources of a policy's types that Config tells of in an account. */
async function recordedFor(
  { resources, webAcls }: FirewallParts,
  unit: Unit,
  { policy, scope }: { readonly policy: Policy; readonly scope: Scope },
) {
  const found: Found[] = [];
  const skipped: string[] = [];
  const issues: Record<string, string> = {};
  for (const type of typesOf(policy)) {
    if (!(await resources.isRecording(unit, scope, type))) {
      issues['AWSCONFIG'] = `AWS Config is not recording ${type} in the account.`;
      continue;
    }
    for (const resource of await resources.list(unit, scope, type)) {
      if (webAcls.canProtect(resource.arn)) found.push({ type, resource });
      else if (coversResource(policy, resource)) skipped.push(resource.arn);
    }
  }
  return { found, skipped, issues };
}

interface Wanted {
  readonly document: PolicyDocument;
  readonly scope: Scope;
  readonly data: FirewallData;
  readonly isUsed: boolean;
}

/** The ARN of the policy's web ACL in the account, made or brought up to date. */
async function ensuredAcl(
  { webAcls }: FirewallParts,
  { unit, scope: own, now }: JobContext,
  { document, scope, data, isUsed }: Wanted,
): Promise<string | undefined> {
  const view = unit.view(own);
  const key = `${document.id}/${scope.account}`;
  const text = document.policy.SecurityServicePolicyData.ManagedServiceData ?? '';
  const before = await view.get(managedAcls, key);
  if (before !== undefined) {
    if (before.data === text) return before.arn;
    if (await webAcls.change(unit, before.arn, data.groups, data.settings)) {
      view.put(managedAcls, key, { ...before, data: text });
      return before.arn;
    }
  }
  if (data.isOptimized && !isUsed) return undefined;
  const name = `FMManagedWebACLV2-${document.policy.PolicyName}-${now}`;
  const arn = await webAcls.create(unit, scope, {
    name,
    wafScope: 'REGIONAL',
    ...data.groups,
    settings: data.settings,
  });
  view.put(managedAcls, key, { account: scope.account, arn, data: text });
  return arn;
}

interface Judging {
  readonly scope: Scope;
  readonly document: PolicyDocument;
  readonly data: FirewallData;
  readonly acl: string | undefined;
}

/** What is wrong with a resource, if that is not put right. */
async function judged(
  { associations, webAcls }: FirewallParts,
  { unit, scope: own, now }: JobContext,
  { scope, document, data, acl }: Judging,
  { type, resource }: Found,
): Promise<Violator | undefined> {
  const there = await associations.of(unit, scope, resource.arn);
  if (there === acl && acl !== undefined) return undefined;
  const mayPut =
    there === undefined || (data.isOverriding && !(await isManaged(unit.view(own), there)));
  if (document.policy.RemediationEnabled && mayPut && acl !== undefined) {
    webAcls.associate(unit, scope, resource.arn, acl);
    const name = 'AssociateWebACL';
    orderNote(unit, { scope, name, resource: resource.arn, webAcl: acl }, now);
    return undefined;
  }
  const reason = there === undefined ? 'RESOURCE_MISSING_WEB_ACL' : 'RESOURCE_INCORRECT_WEB_ACL';
  return { type, resource: resource.arn, reason };
}

/** Whether a web ACL is one of the administrator's policies: none takes the place of another's. */
async function isManaged(view: View, webAcl: string): Promise<boolean> {
  return (await everyOf(view, managedAcls)).some(({ arn }) => arn === webAcl);
}

async function withdrawn(
  { associations }: FirewallParts,
  { unit, now }: JobContext,
  { scope, acl, found }: Withdrawal,
): Promise<void> {
  for (const { resource } of found) {
    if ((await associations.of(unit, scope, resource.arn)) !== acl) continue;
    associations.resourceDeleted(unit, scope, resource.arn);
    const name = 'DisassociateWebACL';
    orderNote(unit, { scope, name, resource: resource.arn, webAcl: acl }, now);
  }
}

interface Withdrawal {
  readonly scope: Scope;
  readonly acl: string;
  readonly found: readonly Found[];
}

/** Leaves the policy's web ACL, with its groups, to the account. */
export async function releaseFirewall(
  { webAcls }: FirewallParts,
  { unit, scope }: JobContext,
  { id }: PolicyDocument,
  account: string,
): Promise<void> {
  const view = unit.view(scope);
  const acl = await view.get(managedAcls, `${id}/${account}`);
  if (acl === undefined) return;
  await webAcls.release(unit, acl.arn);
  view.delete(managedAcls, `${id}/${account}`);
}

/**
 * Takes the policy's web ACL away from an account's resources, and deletes it. Where it still stands before something that
 * Config does not tell of, it is the account's from then on, without the policy's groups.
 */
export async function clearFirewall(
  parts: FirewallParts,
  context: JobContext,
  { id, policy }: PolicyDocument,
  account: string,
): Promise<void> {
  const { unit, scope: own } = context;
  const view = unit.view(own);
  const acl = await view.get(managedAcls, `${id}/${account}`);
  if (acl === undefined) return;
  const scope = { account, region: own.region };
  for (const type of typesOf(policy)) {
    const all = await parts.resources.list(unit, scope, type);
    const found = all.map((resource) => ({ type, resource }));
    await withdrawn(parts, context, { scope, acl: acl.arn, found });
  }
  if (!(await parts.webAcls.remove(unit, acl.arn))) await parts.webAcls.withdraw(unit, acl.arn);
  view.delete(managedAcls, `${id}/${account}`);
}
