import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { invitations, type InvitationDocument, members } from './state.ts';

/** The administrator that an account has accepted; undefined: it looks after itself. */
export async function administratorOf(
  unit: Unit,
  { account, region }: Scope,
): Promise<InvitationDocument | undefined> {
  const all = await everyOf(unit.view({ account, region }), invitations);
  return all.find(({ isAccepted }) => isAccepted);
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
