import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { memberships, members, ONLY } from './state.ts';

/** The account that looks after another in a Region. It is the account's own document that tells. */
export async function administratorOf(
  unit: Unit,
  { account, region }: Scope,
): Promise<string | undefined> {
  const membership = await unit.view({ account, region }).get(memberships, ONLY);
  return membership?.administrator;
}

/** The accounts that an administrator looks after, without itself. */
export async function membersOf(
  unit: Unit,
  { account, region }: Scope,
): Promise<readonly string[]> {
  const all = await everyOf(unit.view({ account, region }), members);
  return all.filter(({ status }) => status === 'ENABLED').map((member) => member.account);
}

/** Whose findings and coverage an account sees: its own, and those of accounts that it looks after. */
export async function seenBy(unit: Unit, { account, region }: Scope): Promise<readonly Scope[]> {
  const others = await membersOf(unit, { account, region });
  return [account, ...others].map((each) => ({ account: each, region }));
}
