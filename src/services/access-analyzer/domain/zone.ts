import { parseArn } from '../../../core/arn.ts';
import type { ConditionDocument } from '../../../policy/document.ts';

/** Who is trusted: an account, or all accounts of an organization. */
export interface Zone {
  readonly accounts: ReadonlySet<string>;
  /** Set when the whole organization is trusted. */
  readonly organizationId?: string;
}

type Kind = 'account' | 'organization' | 'path' | 'arn';

/** Keys that say who asks, or for whom a service does. Source: IAM User Guide, global condition keys. */
const KEYS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['aws:principalaccount', 'account'],
  ['aws:sourceaccount', 'account'],
  ['aws:sourceowner', 'account'],
  ['kms:calleraccount', 'account'],
  ['aws:principalorgid', 'organization'],
  ['aws:sourceorgid', 'organization'],
  ['aws:principalorgpaths', 'path'],
  ['aws:sourceorgpaths', 'path'],
  ['aws:principalarn', 'arn'],
  ['aws:sourcearn', 'arn'],
]);

const EQUAL = /^(?:ForAnyValue:)?(?:StringEquals(?:IgnoreCase)?|StringLike|ArnEquals|ArnLike)$/i;
const UNEQUAL =
  /^(?:ForAnyValue:)?(?:StringNotEquals(?:IgnoreCase)?|StringNotLike|ArnNotEquals|ArnNotLike)(?:IfExists)?$/i;

/** True when the condition lets only principals of the zone pass. */
export function confines(zone: Zone, condition: ConditionDocument): boolean {
  return EQUAL.test(condition.operator) && namesOnlyInsiders(zone, condition);
}

/** True when the condition holds for everybody outside the zone: with it, a Deny is meant for them. */
export function singlesOutOutsiders(zone: Zone, condition: ConditionDocument): boolean {
  return UNEQUAL.test(condition.operator) && namesOnlyInsiders(zone, condition);
}

function namesOnlyInsiders(zone: Zone, { key, values }: ConditionDocument): boolean {
  const kind = KEYS.get(key.toLowerCase());
  return kind !== undefined && values.length > 0 && values.every((v) => isInside(zone, kind, v));
}

function isInside(zone: Zone, kind: Kind, value: string): boolean {
  switch (kind) {
    case 'account':
      return zone.accounts.has(value);
    case 'organization':
      return zone.organizationId !== undefined && value === zone.organizationId;
    case 'path':
      return zone.organizationId !== undefined && value.startsWith(`${zone.organizationId}/`);
    case 'arn':
      return zone.accounts.has(parseArn(value)?.account ?? '');
  }
}

/** The account that a policy's `AWS` principal belongs to; undefined for everybody and for ids of who is gone. */
export function accountOf(principal: string): string | undefined {
  if (/^\d{12}$/.test(principal)) return principal;
  return parseArn(principal)?.account;
}
