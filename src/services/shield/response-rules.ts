import type { Unit } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import type { MitigationGroups, WebAclAssociations } from '../wafv2/port.ts';
import { mitigationOf, sharersOf } from './mitigation.ts';
import { accountView, type Protection, protections } from './state.ts';

/** Where rules against attacks are put. */
export interface ResponseParts {
  readonly groups: MitigationGroups;
  readonly webAcls: WebAclAssociations;
}

/** Where a resource and its web ACL are. */
export function placeOf(account: string, resource: string): Scope {
  const region = parseArn(resource)?.region;
  return { account, region: region === undefined || region === '' ? 'us-east-1' : region };
}

/** Puts the group into the web ACL, with the rules of all that share it. Errors: WAFLimitsExceededException. */
export async function joinWebAcl(
  unit: Unit,
  account: string,
  webAcl: string,
  { groups }: ResponseParts,
): Promise<void> {
  const sharers = await sharersOf(unit, account, webAcl);
  await groups.add(unit, webAcl, await mitigationOf(unit, account, sharers));
}

/** Rewrites the rules of those that share the web ACL now; where nobody does, the group goes. */
export async function resettleWebAcl(
  unit: Unit,
  account: string,
  webAcl: string,
  { groups }: ResponseParts,
): Promise<void> {
  const sharers = await sharersOf(unit, account, webAcl);
  if (sharers.length === 0) await groups.remove(unit, webAcl);
  else await groups.change(unit, webAcl, await mitigationOf(unit, account, sharers));
}

/** Another web ACL may stand before the resource by now: the group goes with it, where there is room. */
export async function followWebAcl(
  unit: Unit,
  account: string,
  protection: Protection,
  parts: ResponseParts,
): Promise<Protection> {
  const { response, resource, id } = protection;
  if (response === undefined) return protection;
  const webAcl = await parts.webAcls.of(unit, placeOf(account, resource), resource);
  if (webAcl === undefined || webAcl === response.webAcl) return protection;
  const back = unit.savepoint();
  const moved = { ...protection, response: { ...response, webAcl } };
  accountView(unit, account).put(protections, id, moved);
  try {
    await joinWebAcl(unit, account, webAcl, parts);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    back();
    return protection;
  }
  await resettleWebAcl(unit, account, response.webAcl, parts);
  return moved;
}
