import type { UsagePlanKey } from '../../../models/apigateway/types.ts';
import type { Context } from '../../contract/operation.ts';
import { everyOf } from '../../listing/every-document.ts';
import { apiKeyOf } from './api-keys.ts';
import { on } from './authorization.ts';
import { badRequest, conflict, limitExceeded, notFound } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pageOfCollection } from './pages.ts';
import { planOf } from './usage-plans.ts';
import {
  type ApiKeyDocument,
  apiKeys,
  childId,
  type PlanKeyDocument,
  planKeys,
  usagePlans,
  usages,
} from './state.ts';

/** Plans that one key may be of. */
const PLANS_MAX = 10;

function shown({ id, name, value }: ApiKeyDocument): UsagePlanKey {
  return { id, type: 'API_KEY', value, ...(name === undefined ? {} : { name }) };
}

async function planKeyOf(context: Context, planId: string, keyId: string): Promise<UsagePlanKey> {
  await planOf(context, planId);
  const held = await context.view.get(planKeys, childId(planId, keyId));
  if (held === undefined) throw notFound('Invalid Usage Plan Key ID specified');
  return shown(await apiKeyOf(context, keyId));
}

export const createUsagePlanKey: ApiGatewayOperation<'CreateUsagePlanKey'> = {
  name: 'CreateUsagePlanKey',
  access: 'write',
  authorize: on('POST', ({ usagePlanId }) => `/usageplans/${usagePlanId}/keys`),
  handle: async ({ usagePlanId, keyId, keyType }, context) => {
    const plan = await planOf(context, usagePlanId);
    if (keyType !== 'API_KEY') throw badRequest('Usage plan key type must be API_KEY');
    const key = await apiKeyOf(context, keyId);
    const { view } = context;
    if ((await view.get(planKeys, childId(usagePlanId, keyId))) !== undefined) {
      throw conflict('Usage Plan Key already exists');
    }
    // A key tells of one plan at a stage, or requests would count twice.
    const own = new Set((plan.apiStages ?? []).map(({ apiId, stage }) => `${apiId}:${stage}`));
    const plans = await everyOf(view, planKeys, { index: 'key', prefix: `${keyId}/` });
    if (plans.length >= PLANS_MAX) throw limitExceeded('usage plans per API key');
    for (const held of plans) {
      const other = await view.get(usagePlans, held.planId);
      const shared = other?.apiStages?.find(({ apiId, stage }) => own.has(`${apiId}:${stage}`));
      if (shared !== undefined) {
        throw conflict(
          `The API Key ${keyId} cannot be added to the usage plan ${usagePlanId} because it is already associated with the API stage ${shared.apiId}:${shared.stage} by another usage plan`,
        );
      }
    }
    view.put(planKeys, childId(usagePlanId, keyId), { planId: usagePlanId, keyId });
    return shown(key);
  },
};

export const getUsagePlanKey: ApiGatewayOperation<'GetUsagePlanKey'> = {
  name: 'GetUsagePlanKey',
  access: 'read',
  authorize: on('GET', ({ usagePlanId, keyId }) => `/usageplans/${usagePlanId}/keys/${keyId}`),
  handle: async ({ usagePlanId, keyId }, context) => planKeyOf(context, usagePlanId, keyId),
};

export const getUsagePlanKeys: ApiGatewayOperation<'GetUsagePlanKeys'> = {
  name: 'GetUsagePlanKeys',
  access: 'read',
  authorize: on('GET', ({ usagePlanId }) => `/usageplans/${usagePlanId}/keys`),
  handle: async (input, context) => {
    await planOf(context, input.usagePlanId);
    const { view } = context;
    const prefix = childId(input.usagePlanId, '');
    const { items, ...next } = await pageOfCollection(context, input, planKeys, {
      prefix,
      about: JSON.stringify([input.usagePlanId, input.nameQuery]),
    });
    const keys = await Promise.all(
      items.map(({ keyId }: PlanKeyDocument) => view.get(apiKeys, keyId)),
    );
    const wanted = keys
      .filter((key) => key !== undefined)
      .filter(({ name }) => input.nameQuery === undefined || name?.startsWith(input.nameQuery));
    return { items: wanted.map(shown), ...next };
  },
};

export const deleteUsagePlanKey: ApiGatewayOperation<'DeleteUsagePlanKey'> = {
  name: 'DeleteUsagePlanKey',
  access: 'write',
  authorize: on('DELETE', ({ usagePlanId, keyId }) => `/usageplans/${usagePlanId}/keys/${keyId}`),
  handle: async ({ usagePlanId, keyId }, context) => {
    await planKeyOf(context, usagePlanId, keyId);
    context.view.delete(planKeys, childId(usagePlanId, keyId));
    context.view.delete(usages, childId(usagePlanId, keyId));
    return {};
  },
};
