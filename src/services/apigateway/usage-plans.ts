import type {
  QuotaSettings,
  ThrottleSettings,
  UsagePlan,
} from '../../../models/apigateway/types.ts';
import type { Context } from '../../contract/operation.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { everyOf } from '../../listing/every-document.ts';
import { ACCOUNT_BURST, ACCOUNT_RATE } from './account.ts';
import { on } from './authorization.ts';
import { count, PatchFault, type PatchRule, placed, text } from './domain/patch.ts';
import { OFFSET_MAX } from './domain/quota-period.ts';
import { badRequest, limitExceeded, notFound } from './errors.ts';
import { randomId } from './ids.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { isFull, pageOfCollection } from './pages.ts';
import { applied } from './patches.ts';
import { childId, planKeys, stages, type UsagePlanDocument, usagePlans, usages } from './state.ts';

const PLANS_MAX = 300;

export function shownPlan({ tags, ...plan }: UsagePlanDocument): UsagePlan {
  return Object.keys(tags).length === 0 ? plan : { ...plan, tags };
}

/** Errors: NotFoundException. */
export async function planOf({ view }: Context, id: string): Promise<UsagePlanDocument> {
  const plan = await view.get(usagePlans, id);
  if (plan === undefined) throw notFound('Invalid Usage Plan ID specified');
  return plan;
}

export const createUsagePlan: ApiGatewayOperation<'CreateUsagePlan'> = {
  name: 'CreateUsagePlan',
  access: 'write',
  authorize: on('POST', () => '/usageplans'),
  handle: async ({ tags = {}, ...given }, context) => {
    const { view } = context;
    if (await isFull(view, usagePlans, PLANS_MAX)) throw limitExceeded('usage plans');
    const id = await context.once(() => randomId(6));
    const plan: UsagePlanDocument = {
      ...given,
      apiStages: given.apiStages ?? [],
      ...(given.quota === undefined
        ? {}
        : { quota: { ...given.quota, offset: given.quota.offset ?? 0 } }),
      id,
      tags,
    };
    await assertPlan(context, plan);
    view.put(usagePlans, id, plan);
    return shownPlan(plan);
  },
};

/** Errors: BadRequestException, NotFoundException. */
async function assertPlan({ view }: Context, plan: UsagePlanDocument): Promise<void> {
  assertThrottle(plan.throttle);
  assertQuota(plan.quota);
  for (const { apiId = '', stage = '', throttle = {} } of plan.apiStages ?? []) {
    if ((await view.get(stages, childId(apiId, stage))) === undefined) {
      throw notFound('API Stage not found');
    }
    for (const settings of Object.values(throttle)) assertThrottle(settings);
  }
}

function assertThrottle(throttle: ThrottleSettings | undefined): void {
  if (throttle === undefined) return;
  const { rateLimit = 0, burstLimit = 0 } = throttle;
  if (rateLimit < 0 || rateLimit > ACCOUNT_RATE) {
    throw badRequest(
      'Usage Plan throttle rate limit must be less than or equal to the account rate limit',
    );
  }
  if (burstLimit < 0 || burstLimit > ACCOUNT_BURST) {
    throw badRequest(
      'Usage Plan throttle burst limit must be less than or equal to the account burst limit',
    );
  }
}

function assertQuota(quota: QuotaSettings | undefined): void {
  if (quota === undefined) return;
  const { limit = 0, offset = 0, period } = quota;
  const most = OFFSET_MAX.get(period ?? '');
  if (most === undefined) {
    throw badRequest(
      'Invalid Usage Plan quota period specified. Must be one of [DAY, WEEK, MONTH]',
    );
  }
  if (!Number.isFinite(limit) || limit < 0) {
    throw badRequest('Usage Plan quota limit must be a non-negative numeric');
  }
  if (offset < 0 || offset > most) {
    throw badRequest(
      `Usage Plan quota offset must be between 0 and ${most} inclusive in the ${period} period`,
    );
  }
}

export const getUsagePlan: ApiGatewayOperation<'GetUsagePlan'> = {
  name: 'GetUsagePlan',
  access: 'read',
  authorize: on('GET', ({ usagePlanId }) => `/usageplans/${usagePlanId}`),
  handle: async ({ usagePlanId }, context) => shownPlan(await planOf(context, usagePlanId)),
};

export const getUsagePlans: ApiGatewayOperation<'GetUsagePlans'> = {
  name: 'GetUsagePlans',
  access: 'read',
  authorize: on('GET', () => '/usageplans'),
  handle: async (input, context) => {
    const { view } = context;
    const { keyId } = input;
    const held =
      keyId === undefined
        ? undefined
        : await everyOf(view, planKeys, { index: 'key', prefix: `${keyId}/` });
    const { items, ...next } = await pageOfCollection(context, input, usagePlans, {
      about: keyId ?? '',
      wanted: ({ id }) => held === undefined || held.some(({ planId }) => planId === id),
    });
    return { items: items.map(shownPlan), ...next };
  },
};

/** `/apiStages`, by `api:stage`. */
const apiStages: PatchRule = {
  path: '/apiStages',
  ops: ['add', 'remove'],
  apply: (document, { op, value = '' }) => {
    const [apiId = '', stage = ''] = value.split(':');
    const all = stagesIn(document);
    const others = all.filter((one) => one['apiId'] !== apiId || one['stage'] !== stage);
    if (op === 'remove') {
      if (others.length === all.length) {
        throw new PatchFault(
          `Invalid API Stage {api: ${apiId}, stage: ${stage}} specified for usageplan ${String(document['id'])}`,
        );
      }
      return placed(document, ['apiStages'], others);
    }
    return placed(document, ['apiStages'], [...others, { apiId, stage }]);
  },
};

function stagesIn(document: JsonObject): readonly JsonObject[] {
  const value = document['apiStages'];
  return Array.isArray(value) ? value.filter((one: JsonValue) => isJsonObject(one)) : [];
}

/** `/apiStages/{api:stage}/throttle/{path}/{method}/rateLimit`. */
function methodThrottle(name: 'rateLimit' | 'burstLimit'): PatchRule {
  const path = `/apiStages/{}/throttle/{}/{}/${name}`;
  const { ops, apply } = count(path, { removable: true });
  return {
    path,
    ops,
    apply: (document, patch) => {
      const [key = '', resource = '', method = ''] = patch.keys;
      const [apiId, stage] = key.split(':');
      const all = stagesIn(document);
      if (!all.some((one) => one['apiId'] === apiId && one['stage'] === stage)) {
        throw new PatchFault('API Stage not found');
      }
      const segments = ['throttle', `${resource}/${method}`, name];
      const changed = all.map((one) =>
        one['apiId'] === apiId && one['stage'] === stage ? apply(one, { ...patch, segments }) : one,
      );
      return placed(document, ['apiStages'], changed);
    },
  };
}

function whole(path: '/throttle' | '/quota'): PatchRule {
  return {
    path,
    ops: ['remove'],
    apply: (document) => placed(document, [path.slice(1)], undefined),
  };
}

const removable = { removable: true };

const RULES = [
  text('/name', { mayBeEmpty: false }),
  text('/description', removable),
  text('/productCode', removable),
  count('/throttle/rateLimit', removable),
  count('/throttle/burstLimit', removable),
  count('/quota/limit', removable),
  count('/quota/offset', removable),
  text('/quota/period', removable),
  whole('/throttle'),
  whole('/quota'),
  apiStages,
  methodThrottle('rateLimit'),
  methodThrottle('burstLimit'),
];

export const updateUsagePlan: ApiGatewayOperation<'UpdateUsagePlan'> = {
  name: 'UpdateUsagePlan',
  access: 'write',
  authorize: on('PATCH', ({ usagePlanId }) => `/usageplans/${usagePlanId}`),
  handle: async ({ usagePlanId, patchOperations }, context) => {
    const plan = applied(await planOf(context, usagePlanId), patchOperations, RULES);
    await assertPlan(context, plan);
    context.view.put(usagePlans, usagePlanId, plan);
    return shownPlan(plan);
  },
};

export const deleteUsagePlan: ApiGatewayOperation<'DeleteUsagePlan'> = {
  name: 'DeleteUsagePlan',
  access: 'write',
  authorize: on('DELETE', ({ usagePlanId }) => `/usageplans/${usagePlanId}`),
  handle: async ({ usagePlanId }, context) => {
    const plan = await planOf(context, usagePlanId);
    if ((plan.apiStages?.length ?? 0) > 0) {
      throw badRequest(
        `Cannot delete Usage Plan ${usagePlanId} because there are API stages associated with it`,
      );
    }
    const { view } = context;
    for (const { keyId } of await everyOf(view, planKeys, { prefix: childId(usagePlanId, '') })) {
      view.delete(planKeys, childId(usagePlanId, keyId));
      view.delete(usages, childId(usagePlanId, keyId));
    }
    view.delete(usagePlans, usagePlanId);
    return {};
  },
};
