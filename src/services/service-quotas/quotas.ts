import type {
  ServiceQuota,
  ServiceQuotasOperations,
} from '../../../models/service-quotas/types.ts';
import type { Context, OperationOf, Permission } from '../../contract/operation.ts';
import { formatArn } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import type { Catalogue, LimitedService, ListedQuota } from './catalogue.ts';
import { pageOfList } from './pages.ts';
import { granted, quotaId } from './state.ts';

type Op<N extends keyof ServiceQuotasOperations> = OperationOf<ServiceQuotasOperations, N>;

export function createListServices(catalogue: Catalogue): Op<'ListServices'> {
  return {
    name: 'ListServices',
    access: 'read',
    authorize: anywhere('servicequotas:ListServices'),
    handle: async (input, { call }) => {
      const services = catalogue.services.map(({ code, name }) => ({
        ServiceCode: code,
        ServiceName: name,
      }));
      const { items, next } = pageOfList(call, input, services, '');
      return { Services: items, ...next };
    },
  };
}

export function createListServiceQuotas(catalogue: Catalogue): Op<'ListServiceQuotas'> {
  return {
    name: 'ListServiceQuotas',
    access: 'read',
    authorize: anywhere('servicequotas:ListServiceQuotas'),
    handle: async (input, context) => {
      const service = catalogue.service(input.ServiceCode);
      const wanted = catalogue
        .quotas(service.code)
        .filter(({ code }) => input.QuotaCode === undefined || code === input.QuotaCode);
      const about = `${service.code}/${input.QuotaCode ?? ''}`;
      const { items, next } = pageOfList(context.call, input, wanted, about);
      const Quotas: ServiceQuota[] = [];
      for (const quota of items) Quotas.push(await applied(context, service, quota));
      return { Quotas, ...next };
    },
  };
}

export function createListDefaults(catalogue: Catalogue): Op<'ListAWSDefaultServiceQuotas'> {
  return {
    name: 'ListAWSDefaultServiceQuotas',
    access: 'read',
    authorize: anywhere('servicequotas:ListAWSDefaultServiceQuotas'),
    handle: async (input, { call }) => {
      const service = catalogue.service(input.ServiceCode);
      const all = catalogue.quotas(service.code);
      const { items, next } = pageOfList(call, input, all, service.code);
      return { Quotas: items.map((quota) => standard(call.scope, service, quota)), ...next };
    },
  };
}

export function createGetServiceQuota(catalogue: Catalogue): Op<'GetServiceQuota'> {
  return {
    name: 'GetServiceQuota',
    access: 'read',
    authorize: anywhere('servicequotas:GetServiceQuota'),
    handle: async (input, context) => {
      const service = catalogue.service(input.ServiceCode);
      const quota = catalogue.quota(service.code, input.QuotaCode);
      return { Quota: await applied(context, service, quota) };
    },
  };
}

export function createGetDefault(catalogue: Catalogue): Op<'GetAWSDefaultServiceQuota'> {
  return {
    name: 'GetAWSDefaultServiceQuota',
    access: 'read',
    authorize: anywhere('servicequotas:GetAWSDefaultServiceQuota'),
    handle: async (input, { call }) => {
      const service = catalogue.service(input.ServiceCode);
      const quota = catalogue.quota(service.code, input.QuotaCode);
      return { Quota: standard(call.scope, service, quota) };
    },
  };
}

/** `authorize` of an operation whose action names no resource. */
export function anywhere(action: string): () => Promise<readonly Permission[]> {
  return () => Promise.resolve([{ action, resource: '*' }]);
}

/** The value that holds for the caller: what was granted, else AWS's default. */
export async function valueOf(
  context: Pick<Context, 'view' | 'call'>,
  service: LimitedService,
  quota: ListedQuota,
): Promise<number> {
  const found = await context.view.get(granted, quotaId(service.code, quota.code));
  return found?.value ?? quota.value(context.call.scope.region);
}

export function quotaArn(scope: Scope, service: string, code: string): string {
  return formatArn({
    partition: 'aws',
    service: 'servicequotas',
    region: scope.region,
    account: scope.account,
    resource: `${service}/${code}`,
  });
}

async function applied(
  context: Context,
  service: LimitedService,
  quota: ListedQuota,
): Promise<ServiceQuota> {
  const { scope } = context.call;
  const Value = await valueOf(context, service, quota);
  return {
    ...standard(scope, service, quota),
    QuotaArn: quotaArn(scope, service.code, quota.code),
    Value,
  };
}

/** AWS's default; its ARN names no account. */
function standard(scope: Scope, service: LimitedService, quota: ListedQuota): ServiceQuota {
  return {
    ServiceCode: service.code,
    ServiceName: service.name,
    QuotaArn: quotaArn({ ...scope, account: '' }, service.code, quota.code),
    QuotaCode: quota.code,
    QuotaName: quota.name,
    Value: quota.value(scope.region),
    Unit: 'None',
    Adjustable: quota.adjustable,
    GlobalQuota: false,
    QuotaAppliedAtLevel: 'ACCOUNT',
    ...(quota.isRate ? { Period: { PeriodValue: 1, PeriodUnit: 'SECOND' } } : {}),
  };
}
