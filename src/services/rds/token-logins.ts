import type { Context } from '../../contract/operation.ts';
import { invalidInstanceState, unbuilt } from './errors.ts';
import type { PasswordWish } from './master-password.ts';
import { orderServerWork } from './server-job.ts';
import type { ServerFacts, ServerOwner } from './state.ts';

interface TokenWish extends PasswordWish {
  readonly EnableIAMDatabaseAuthentication?: boolean | undefined;
}

/** What a new server's owner says of tokens. Errors: a 501 for a server that runs elsewhere. */
export function tokensOf(
  operation: string,
  { EnableIAMDatabaseAuthentication: isWanted }: TokenWish,
  facts: Pick<ServerFacts, 'isExternal'>,
): { readonly hasTokens?: boolean } {
  if (isWanted !== true) return {};
  if (facts.isExternal) {
    throw unbuilt(operation, 'EnableIAMDatabaseAuthentication of a server that is only registered');
  }
  return { hasTokens: true };
}

/** Changes whether tokens count, which starts the server anew. Errors: AWS's, and a 501 beside another change of the server. */
export function changeTokens<T extends ServerOwner>(
  context: Context,
  owner: T,
  facts: ServerFacts,
  wish: TokenWish,
): T {
  const { EnableIAMDatabaseAuthentication: isWanted } = wish;
  if (isWanted === undefined || isWanted === (owner.hasTokens ?? false)) return owner;
  const { operation, now } = context.call;
  tokensOf(operation, wish, facts);
  if (owner.status === 'resetting-master-credentials') {
    throw unbuilt(operation, 'EnableIAMDatabaseAuthentication and a new password at once');
  }
  if (owner.status !== 'available') {
    throw invalidInstanceState(
      'EnableIAMDatabaseAuthentication can only be changed while the server is running.',
    );
  }
  const changed = { ...owner, hasTokens: isWanted, status: 'modifying' } as const;
  orderServerWork(context.unit, changed, now);
  return changed;
}
