import type { ApiKey } from '../../../models/apigateway/types.ts';
import type { Context } from '../../contract/operation.ts';
import { everyOf } from '../../listing/every-document.ts';
import { accountOf, digestOf } from './account.ts';
import { on } from './authorization.ts';
import { flag, text } from './domain/patch.ts';
import { badRequest, conflict, invalidIdentifier, limitExceeded, unbuilt } from './errors.ts';
import { randomId } from './ids.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pageOfCollection } from './pages.ts';
import { applied } from './patches.ts';
import {
  ACCOUNT_ID,
  accounts,
  type ApiKeyDocument,
  apiKeys,
  childId,
  planKeys,
  usages,
} from './state.ts';

const KEYS_MAX = 10_000;
const VALUE_MIN = 20;
const VALUE_MAX = 128;
const VALUE_LENGTH = 40;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

function shown(key: ApiKeyDocument, withValue: boolean): ApiKey {
  const { created, updated, tags, value, digest: _digest, ...rest } = key;
  return {
    ...rest,
    createdDate: new Date(created),
    lastUpdatedDate: new Date(updated),
    ...(withValue ? { value } : {}),
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}

export const createApiKey: ApiGatewayOperation<'CreateApiKey'> = {
  name: 'CreateApiKey',
  access: 'write',
  authorize: on('POST', () => '/apikeys'),
  handle: async (input, context) => {
    const { view, call } = context;
    if ((input.stageKeys?.length ?? 0) > 0) throw unbuilt('CreateApiKey', 'stage keys');
    const value = input.value ?? (await context.once(() => randomId(VALUE_LENGTH, LETTERS)));
    if (value.length < VALUE_MIN) {
      throw badRequest('API Key value should be at least 20 characters');
    }
    if (value.length > VALUE_MAX) {
      throw badRequest('API Key value should be at most 128 characters');
    }
    const account = await accountOf(context);
    const digest = digestOf(account, value);
    const same = await view.list(apiKeys, { index: 'digest', prefix: digest, limit: 1 });
    if (same.items.length > 0) throw conflict('API Key already exists');
    const { generateDistinctId: _distinct, tags = {}, name, description, customerId } = input;
    const key: ApiKeyDocument = {
      id: await context.once(() => randomId(10)),
      value,
      digest,
      name,
      description,
      customerId,
      enabled: input.enabled ?? false,
      stageKeys: [],
      tags,
      created: call.now,
      updated: call.now,
    };
    const keys = account.keys ?? (await everyOf(view, apiKeys)).length;
    if (keys >= KEYS_MAX) throw limitExceeded('API Keys');
    view.put(accounts, ACCOUNT_ID, { ...account, keys: keys + 1 });
    view.put(apiKeys, key.id, key);
    return shown(key, true);
  },
};

/** Errors: NotFoundException. */
export async function apiKeyOf({ view }: Context, id: string): Promise<ApiKeyDocument> {
  const key = await view.get(apiKeys, id);
  if (key === undefined) throw invalidIdentifier('API Key');
  return key;
}

export const getApiKey: ApiGatewayOperation<'GetApiKey'> = {
  name: 'GetApiKey',
  access: 'read',
  authorize: on('GET', ({ apiKey }) => `/apikeys/${apiKey}`),
  handle: async ({ apiKey, includeValue = false }, context) =>
    shown(await apiKeyOf(context, apiKey), includeValue),
};

export const getApiKeys: ApiGatewayOperation<'GetApiKeys'> = {
  name: 'GetApiKeys',
  access: 'read',
  authorize: on('GET', () => '/apikeys'),
  handle: async (input, context) => {
    const { nameQuery, customerId, includeValues = false } = input;
    const { items, ...next } = await pageOfCollection(context, input, apiKeys, {
      about: JSON.stringify([nameQuery, customerId]),
      wanted: (key) =>
        (nameQuery === undefined || key.name?.startsWith(nameQuery) === true) &&
        (customerId === undefined || key.customerId === customerId),
    });
    return { items: items.map((key) => shown(key, includeValues)), ...next };
  },
};

const RULES = [text('/name'), text('/description'), text('/customerId'), flag('/enabled')];

export const updateApiKey: ApiGatewayOperation<'UpdateApiKey'> = {
  name: 'UpdateApiKey',
  access: 'write',
  authorize: on('PATCH', ({ apiKey }) => `/apikeys/${apiKey}`),
  handle: async ({ apiKey, patchOperations }, context) => {
    const before = await apiKeyOf(context, apiKey);
    const key = { ...applied(before, patchOperations, RULES), updated: context.call.now };
    context.view.put(apiKeys, apiKey, key);
    return shown(key, false);
  },
};

export const deleteApiKey: ApiGatewayOperation<'DeleteApiKey'> = {
  name: 'DeleteApiKey',
  access: 'write',
  authorize: on('DELETE', ({ apiKey }) => `/apikeys/${apiKey}`),
  handle: async ({ apiKey }, context) => {
    await apiKeyOf(context, apiKey);
    const { view } = context;
    for (const { planId } of await everyOf(view, planKeys, {
      index: 'key',
      prefix: `${apiKey}/`,
    })) {
      view.delete(planKeys, childId(planId, apiKey));
      view.delete(usages, childId(planId, apiKey));
    }
    const account = await view.get(accounts, ACCOUNT_ID);
    if (account?.keys !== undefined) {
      view.put(accounts, ACCOUNT_ID, { ...account, keys: account.keys - 1 });
    }
    view.delete(apiKeys, apiKey);
    return {};
  },
};
