import type { Permission, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { handleOfToken } from './domain/grant-token.ts';
import { invalidGrantToken } from './errors.ts';
import { grantPlaces } from './grant-state.ts';

/**
 * The operation, with the tokens in its `GrantTokens` looked up before it is authorized. A token that leads to no
 * grant is refused, whoever brings it; one that does counts where its grant is still too new for others.
 */
export function acceptingGrantTokens(operation: AnyOperation): AnyOperation {
  return {
    ...operation,
    authorize: (input, context) => {
      const tokens = tokensIn(input);
      return tokens.length === 0
        ? operation.authorize(input, context)
        : authorizeWith(tokens, operation, input, context);
    },
  };
}

async function authorizeWith(
  tokens: readonly string[],
  operation: AnyOperation,
  input: object,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const presentedGrants = await grantIdsOf(tokens, context);
  const permissions = await operation.authorize(input, context);
  return permissions.map((permission) => ({ ...permission, presentedGrants }));
}

const NO_TOKENS: readonly string[] = [];

/** The model's validator has seen that they are texts. */
function tokensIn(input: object): readonly string[] {
  if (!('GrantTokens' in input) || !Array.isArray(input.GrantTokens)) return NO_TOKENS;
  return input.GrantTokens.filter((token): token is string => typeof token === 'string');
}

async function grantIdsOf(
  tokens: readonly string[],
  context: ResolveContext,
): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const token of tokens) {
    const handle = handleOfToken(token);
    const place = handle === undefined ? undefined : await context.view.get(grantPlaces, handle);
    if (place === undefined) throw invalidGrantToken();
    ids.push(place.grantId);
  }
  return ids;
}
