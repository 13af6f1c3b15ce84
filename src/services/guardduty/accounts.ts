import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { findings, invitations, type InvitationDocument, members } from './state.ts';

/** The administrator that an account has accepted; undefined: it looks after itself. */
export async function administratorOf(
  unit: Unit,
  { account, region }: Scope,
): Promise<InvitationDocument | undefined> {
  const all = await everyOf(unit.view({ account, region }), invitations);
  return all.find(({ isAccepted }) => isAccepted);
}

/**
 * Whether an account has accepted an administrator, or was given it by its organization. It is the account's own document
 * that tells: what an administrator writes of an account gives it no power over it.
 */
export async function isMemberOf(
  unit: Unit,
  { account: admin, region }: Scope,
  account: string,
): Promise<boolean> {
  const invitation = await unit.view({ account, region }).get(invitations, admin);
  return invitation?.isAccepted === true;
}

/** Ends what binds an account to an administrator, who no longer has its findings. */
export async function release(
  unit: Unit,
  { account: admin, region }: Scope,
  account: string,
): Promise<void> {
  unit.view({ account, region }).delete(invitations, admin);
  const view = unit.view({ account: admin, region });
  const theirs = { index: 'key', prefix: `${account}/` };
  for (const { finding } of await everyOf(view, findings, theirs))
    view.delete(findings, finding.Id);
}

/** Whose settings hold for an account: its administrator's, while it is watched for it, or its own. */
export async function settingsScope(unit: Unit, scope: Scope): Promise<Scope> {
  const administrator = await administratorOf(unit, scope);
  return administrator === undefined
    ? { account: scope.account, region: scope.region }
    : { account: administrator.account, region: scope.region };
}

/** The accounts that one administrator looks after, itself included. */
export async function affiliates(unit: Unit, scope: Scope): Promise<ReadonlySet<string>> {
  const place = await settingsScope(unit, scope);
  const all = await everyOf(unit.view(place), members);
  const enabled = all.filter(({ status }) => status === 'Enabled').map(({ account }) => account);
  return new Set([place.account, ...enabled]);
}
