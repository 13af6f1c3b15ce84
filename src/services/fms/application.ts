import type { JobContext, JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { accountsOf, isWithin } from './admins.ts';
import {
  applyFirewall,
  clearFirewall,
  type FirewallParts,
  releaseFirewall,
} from './firewall-policies.ts';
import { coversAccount } from './policy-scope.ts';
import type { ManagedOrganizations } from './port.ts';
import {
  admins,
  compliances,
  managedAcls,
  placeKey,
  policies,
  type PolicyDocument,
  policyPlaces,
  SHARED_SCOPE,
} from './state.ts';

const SPREAD = 'fms.spread';
const APPLY = 'fms.apply';

/** Has a policy looked at in every account that it is, or was, about. */
export function orderSpread(unit: Unit, scope: Scope, policy: string, due: Instant): void {
  unit.order({
    id: `${SPREAD}/${scope.account}/${scope.region}/${policy}`,
    kind: SPREAD,
    scope,
    due,
    payload: JSON.stringify({ policy }),
  });
}

/** Has a policy looked at in one account. */
export function orderApplication(
  unit: Unit,
  scope: Scope,
  { policy, account, due }: { policy: string; account: string; due: Instant },
): void {
  unit.order({
    id: `${APPLY}/${scope.account}/${scope.region}/${policy}/${account}`,
    kind: APPLY,
    scope,
    due,
    payload: JSON.stringify({ policy, account }),
  });
}

export interface ApplicationParts extends FirewallParts {
  readonly organizations: ManagedOrganizations;
}

export function applicationJobs(parts: ApplicationParts): readonly JobKind[] {
  return [
    {
      kind: SPREAD,
      run: async (payload, context) => {
        const { unit, scope, now } = context;
        const id = textIn(payload, 'policy');
        const document = await unit.view(scope).get(policies, id);
        if (document === undefined) return;
        for (const account of await concerned(parts, context, document)) {
          orderApplication(unit, scope, { policy: id, account, due: now });
        }
        if (!document.isDeleted) orderSpread(unit, scope, id, now + DAY_MS);
        else await forgetWhenDone(context, document);
      },
    },
    {
      kind: APPLY,
      run: async (payload, context) => {
        const { unit, scope } = context;
        const document = await unit.view(scope).get(policies, textIn(payload, 'policy'));
        if (document === undefined) return;
        const account = textIn(payload, 'account');
        const standing = await standingOf(parts, context, document, account);
        if (standing === 'inScope') await applyFirewall(parts, context, document, account);
        else await leave(parts, context, { document, account, isGone: standing === 'gone' });
      },
    },
  ];
}

function textIn(payload: string, name: string): string {
  const value: JsonValue = JSON.parse(payload);
  const text = isJsonObject(value) ? value[name] : undefined;
  if (typeof text !== 'string') throw new Error(`the job names no ${name}`);
  return text;
}

/** Accounts in scope, and those where the policy has left something. */
async function concerned(
  { organizations }: ApplicationParts,
  { unit, scope }: JobContext,
  { id }: PolicyDocument,
): Promise<readonly string[]> {
  const organization = await organizations.organizationOf(unit, scope.account);
  const view = unit.view(scope);
  const known = [
    ...(await everyOf(view, compliances, { prefix: `${id}/` })),
    ...(await everyOf(view, managedAcls, { prefix: `${id}/` })),
  ];
  const ids = [
    ...(organization?.accounts ?? []).map((one) => one.id),
    ...known.map((one) => one.account),
  ];
  return [...new Set(ids)];
}

/** `gone`: Firewall Manager has nothing to say in the account any more. */
async function standingOf(
  { organizations }: ApplicationParts,
  { unit, scope }: JobContext,
  { policy, type, isDeleted, managementAccount }: PolicyDocument,
  account: string,
): Promise<'inScope' | 'outside' | 'gone'> {
  const organization = await organizations.organizationOf(unit, scope.account);
  if (organization?.managementAccount !== managementAccount) return 'gone';
  if (!organization.accounts.some(({ id }) => id === account)) return 'gone';
  const view = unit.view({ account: managementAccount, region: 'us-east-1' });
  const admin = await view.get(admins, scope.account);
  if (isDeleted || admin === undefined) return 'outside';
  const member = accountsOf(organization, admin).find(({ id }) => id === account);
  const isCovered = member !== undefined && coversAccount(policy, member);
  return isCovered && isWithin(admin, type, scope.region) ? 'inScope' : 'outside';
}

interface Leaving {
  readonly document: PolicyDocument;
  readonly account: string;
  readonly isGone: boolean;
}

/** An account that the policy is about no more keeps what protects it, unless the policy cleans up. */
async function leave(
  parts: ApplicationParts,
  context: JobContext,
  { document, account, isGone }: Leaving,
): Promise<void> {
  const { unit, scope } = context;
  unit.view(scope).delete(compliances, `${document.id}/${account}`);
  const isKeeping = isGone || document.keepsResources === true;
  const isCleaning = document.isDeleted || document.policy.DeleteUnusedFMManagedResources === true;
  if (isKeeping) await releaseFirewall(parts, context, document, account);
  else if (isCleaning) await clearFirewall(parts, context, document, account);
  if (document.isDeleted) await forgetWhenDone(context, document);
}

/** A deleted policy goes when nothing of it is left. */
async function forgetWhenDone(
  { unit, scope }: JobContext,
  { id, managementAccount }: PolicyDocument,
): Promise<void> {
  const view = unit.view(scope);
  const left = await view.list(managedAcls, { prefix: `${id}/`, limit: 1 });
  if (left.items.length > 0) return;
  view.delete(policies, id);
  const place = placeKey(managementAccount, scope.region, scope.account, id);
  unit.view(SHARED_SCOPE).delete(policyPlaces, place);
}
