import type { AnyOperation } from '../../contract/service.ts';
import { aliasTaken, noSuchAlias } from './errors.ts';
import { onAccount } from './operation.ts';
import { pageOf } from './pages.ts';
import { accountAliases, accounts, SHARED_SCOPE } from './state.ts';

const ID = 'account';

/** The account's alias: one at most, and unique in the installation. */
export const accountOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'CreateAccountAlias',
    access: 'write',
    handle: async ({ AccountAlias: alias }, view, { unit, call }) => {
      const shared = unit.view(SHARED_SCOPE);
      const owner = await shared.get(accountAliases, alias);
      if (owner !== undefined && owner.account !== call.scope.account) throw aliasTaken(alias);
      const old = await view.get(accounts, ID);
      if (old?.alias !== undefined) shared.delete(accountAliases, old.alias);
      shared.put(accountAliases, alias, { account: call.scope.account });
      view.put(accounts, ID, { alias });
      return {};
    },
  }),
  onAccount({
    name: 'DeleteAccountAlias',
    access: 'write',
    handle: async ({ AccountAlias: alias }, view, { unit }) => {
      const held = await view.get(accounts, ID);
      if (held?.alias !== alias) throw noSuchAlias(alias);
      unit.view(SHARED_SCOPE).delete(accountAliases, alias);
      view.put(accounts, ID, {});
      return {};
    },
  }),
  onAccount({
    name: 'ListAccountAliases',
    access: 'read',
    handle: async (input, view, { call }) => {
      const alias = (await view.get(accounts, ID))?.alias;
      const page = pageOf(call, input);
      return { AccountAliases: alias === undefined ? [] : [alias], ...page.answer(undefined) };
    },
  }),
];
