import type { GrantedQuotas } from '../../contract/quota.ts';
import type { Service } from '../../contract/service.ts';
import { Catalogue, type LimitedService } from './catalogue.ts';
import {
  approveIncrease,
  createGetRequested,
  createListHistory,
  createListHistoryByQuota,
  createRequestIncrease,
} from './increases.ts';
import {
  createGetDefault,
  createGetServiceQuota,
  createListDefaults,
  createListServiceQuotas,
  createListServices,
} from './quotas.ts';
import { granted, increases, quotaId } from './state.ts';
import { notImplemented } from './unbuilt.ts';

/** What accounts may have and how often they may call; a request for more is granted at once, and takes effect. */
export function createServiceQuotasService(limited: readonly LimitedService[]): Service {
  const catalogue = new Catalogue(limited);
  return {
    id: 'service-quotas',
    principal: 'servicequotas.amazonaws.com',
    operations: [
      createListServices(catalogue),
      createListServiceQuotas(catalogue),
      createListDefaults(catalogue),
      createGetServiceQuota(catalogue),
      createGetDefault(catalogue),
      createRequestIncrease(catalogue),
      createGetRequested(catalogue),
      createListHistory(catalogue),
      createListHistoryByQuota(catalogue),
    ],
    notImplemented,
    collections: [granted, increases],
    jobs: [approveIncrease],
  };
}

/** What the gateway's throttle asks. */
export const grantedQuotas: GrantedQuotas = {
  granted: async (unit, scope, service, code) =>
    (await unit.view(scope).get(granted, quotaId(service, code)))?.value,
};
