import { randomBytes } from 'node:crypto';
import type { Scope as WafScope, Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { placeOf } from './authorization.ts';
import { limitsExceeded, nonexistentItem } from './errors.ts';
import { pageOf } from './pages.ts';
import { LIMITS } from './quotas.ts';
import { type ApiKeyDocument, apiKeys } from './state.ts';
import { checkTokenDomains } from './web-acl-rules.ts';

const KEY_BYTES = 96;
const KEY_VERSION = 1;
const PER_PAGE = 100;

function keyId(wafScope: WafScope, key: string): string {
  return `${wafScope} ${key}`;
}

async function apiKeyOf(context: Context, wafScope: WafScope, key: string) {
  placeOf(context.call, wafScope);
  const known = await context.view.get(apiKeys, keyId(wafScope, key));
  if (known === undefined) throw nonexistentItem();
  return known;
}

export const createApiKey: OperationOf<Wafv2Operations, 'CreateAPIKey'> = {
  name: 'CreateAPIKey',
  access: 'write',
  authorize: async () => [{ action: 'wafv2:CreateAPIKey', resource: '*' }],
  handle: async ({ Scope, TokenDomains }, context) => {
    placeOf(context.call, Scope);
    checkTokenDomains(TokenDomains);
    const { view } = context;
    const query = { prefix: `${Scope} `, limit: LIMITS.apiKeys };
    if ((await view.list(apiKeys, query)).items.length >= LIMITS.apiKeys) {
      throw limitsExceeded('API_KEYS');
    }
    const key = await context.once(() => randomBytes(KEY_BYTES).toString('base64'));
    const made: ApiKeyDocument = {
      wafScope: Scope,
      key,
      domains: TokenDomains,
      created: context.call.now,
    };
    view.put(apiKeys, keyId(Scope, key), made);
    return { APIKey: key };
  },
};

export const getDecryptedApiKey: OperationOf<Wafv2Operations, 'GetDecryptedAPIKey'> = {
  name: 'GetDecryptedAPIKey',
  access: 'read',
  authorize: async () => [{ action: 'wafv2:GetDecryptedAPIKey', resource: '*' }],
  handle: async ({ Scope, APIKey }, context) => {
    const { domains, created } = await apiKeyOf(context, Scope, APIKey);
    return { TokenDomains: domains, CreationTimestamp: new Date(created) };
  },
};

export const deleteApiKey: OperationOf<Wafv2Operations, 'DeleteAPIKey'> = {
  name: 'DeleteAPIKey',
  access: 'write',
  authorize: async () => [{ action: 'wafv2:DeleteAPIKey', resource: '*' }],
  handle: async ({ Scope, APIKey }, context) => {
    await apiKeyOf(context, Scope, APIKey);
    context.view.delete(apiKeys, keyId(Scope, APIKey));
    return {};
  },
};

export const listApiKeys: OperationOf<Wafv2Operations, 'ListAPIKeys'> = {
  name: 'ListAPIKeys',
  access: 'read',
  authorize: async () => [{ action: 'wafv2:ListAPIKeys', resource: '*' }],
  handle: async (input, { call, view }) => {
    placeOf(call, input.Scope);
    const page = pageOf(call, input, PER_PAGE, input.Scope);
    const { items, last } = await view.list(apiKeys, {
      prefix: `${input.Scope} `,
      limit: page.limit,
      ...(page.after === undefined ? {} : { after: page.after }),
    });
    const APIKeySummaries = items.map(({ document }) => ({
      TokenDomains: document.domains,
      APIKey: document.key,
      CreationTimestamp: new Date(document.created),
      Version: KEY_VERSION,
    }));
    return { APIKeySummaries, ...page.answer(last) };
  },
};
