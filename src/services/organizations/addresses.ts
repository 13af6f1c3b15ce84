import type { Unit } from '../../contract/view.ts';
import { addresses, SHARED_SCOPE } from './state.ts';

/** Accounts that nobody made by CreateAccount have an address that leads nowhere; RFC 2606 reserves its domain. */
const PLACEHOLDER = '@accounts.invalid';

export async function addressOf(unit: Unit, account: string): Promise<string> {
  const { items } = await unit
    .view(SHARED_SCOPE)
    .list(addresses, { index: 'account', prefix: account, limit: 1 });
  return items[0]?.id ?? `${account}${PLACEHOLDER}`;
}

/** Undefined: no account has the address. Addresses are compared without regard to case. */
export async function accountOfAddress(unit: Unit, address: string): Promise<string | undefined> {
  const folded = address.toLowerCase();
  if (/^\d{12}@accounts\.invalid$/.test(folded)) return folded.slice(0, 12);
  return (await unit.view(SHARED_SCOPE).get(addresses, folded))?.account;
}

export function keepAddress(unit: Unit, address: string, account: string): void {
  unit.view(SHARED_SCOPE).put(addresses, address.toLowerCase(), { account });
}
