import type {
  RequestedServiceQuotaChange,
  ServiceQuotasOperations,
} from '../../../models/service-quotas/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { JobKind } from '../../contract/service.ts';
import { hexId } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import type { Catalogue } from './catalogue.ts';
import { alreadyRequested, illegalArgument, noSuchRequest } from './errors.ts';
import { pageOf } from './pages.ts';
import { anywhere, quotaArn, valueOf } from './quotas.ts';
import { granted, increases, quotaId, type IncreaseDocument } from './state.ts';

type Op<N extends keyof ServiceQuotasOperations> = OperationOf<ServiceQuotasOperations, N>;

const APPROVE = 'service-quotas.approve';
const OPEN_REQUESTS_LOOKED_AT = 100;

export function createRequestIncrease(catalogue: Catalogue): Op<'RequestServiceQuotaIncrease'> {
  return {
    name: 'RequestServiceQuotaIncrease',
    access: 'write',
    authorize: async (input, { call }) => [
      {
        action: 'servicequotas:RequestServiceQuotaIncrease',
        resource: quotaArn(call.scope, input.ServiceCode, input.QuotaCode),
        conditions: new Map([['servicequotas:service', [input.ServiceCode]]]),
      },
    ],
    handle: async (input, context) => {
      const service = catalogue.service(input.ServiceCode);
      const quota = catalogue.quota(service.code, input.QuotaCode);
      if (!quota.adjustable) throw illegalArgument(`The quota ${quota.code} is not adjustable.`);
      if (input.DesiredValue <= (await valueOf(context, service, quota))) {
        throw illegalArgument(
          'You must provide a quota value greater than the current quota value.',
        );
      }
      const id = await context.once(() => hexId(40));
      const { items } = await context.view.list(increases, {
        index: 'quota',
        prefix: quotaId(service.code, quota.code),
        limit: OPEN_REQUESTS_LOOKED_AT,
        descending: true,
      });
      if (items.some(({ document }) => document.status === 'PENDING')) throw alreadyRequested();
      const { now, scope, caller } = context.call;
      const increase: IncreaseDocument = {
        id,
        service: service.code,
        code: quota.code,
        desired: input.DesiredValue,
        status: 'PENDING',
        created: now,
        updated: now,
        requester: caller.identity.arn,
      };
      context.view.put(increases, id, increase);
      const payload = JSON.stringify({ id });
      context.unit.order({ id: `${APPROVE}/${id}`, kind: APPROVE, scope, due: now, payload });
      return { RequestedQuota: shown(scope, increase, catalogue) };
    },
  };
}

/** Nobody has to be asked here: whoever runs Holdfast has the room. */
export const approveIncrease: JobKind = {
  kind: APPROVE,
  run: async (payload, { unit, scope, now }) => {
    const view = unit.view(scope);
    const asked: unknown = JSON.parse(payload);
    const id = typeof asked === 'object' && asked !== null && 'id' in asked ? asked.id : undefined;
    const increase = typeof id === 'string' ? await view.get(increases, id) : undefined;
    if (increase === undefined || increase.status !== 'PENDING') return;
    view.put(increases, increase.id, { ...increase, status: 'APPROVED', updated: now });
    view.put(granted, quotaId(increase.service, increase.code), { value: increase.desired });
  },
};

export function createGetRequested(catalogue: Catalogue): Op<'GetRequestedServiceQuotaChange'> {
  return {
    name: 'GetRequestedServiceQuotaChange',
    access: 'read',
    authorize: anywhere('servicequotas:GetRequestedServiceQuotaChange'),
    handle: async (input, { view, call }) => {
      const increase = await view.get(increases, input.RequestId);
      if (increase === undefined) throw noSuchRequest();
      return { RequestedQuota: shown(call.scope, increase, catalogue) };
    },
  };
}

export function createListHistory(
  catalogue: Catalogue,
): Op<'ListRequestedServiceQuotaChangeHistory'> {
  return {
    name: 'ListRequestedServiceQuotaChangeHistory',
    access: 'read',
    authorize: anywhere('servicequotas:ListRequestedServiceQuotaChangeHistory'),
    handle: async (input, { view, call }) => {
      if (input.ServiceCode !== undefined) catalogue.service(input.ServiceCode);
      const page = pageOf(call, input, `${input.ServiceCode ?? ''}/${input.Status ?? ''}`);
      const { items, last } = await view.list(increases, {
        index: 'created',
        descending: true,
        limit: page.limit,
        ...(page.after === undefined ? {} : { after: page.after }),
      });
      const wanted = items
        .map(({ document }) => document)
        .filter(({ service }) => input.ServiceCode === undefined || service === input.ServiceCode);
      return {
        RequestedQuotas: listed(call.scope, wanted, input.Status, catalogue),
        ...page.next(last),
      };
    },
  };
}

export function createListHistoryByQuota(
  catalogue: Catalogue,
): Op<'ListRequestedServiceQuotaChangeHistoryByQuota'> {
  return {
    name: 'ListRequestedServiceQuotaChangeHistoryByQuota',
    access: 'read',
    authorize: anywhere('servicequotas:ListRequestedServiceQuotaChangeHistoryByQuota'),
    handle: async (input, { view, call }) => {
      const quota = catalogue.quota(input.ServiceCode, input.QuotaCode);
      const id = quotaId(input.ServiceCode, quota.code);
      const page = pageOf(call, input, `${id}/${input.Status ?? ''}`);
      const { items, last } = await view.list(increases, {
        index: 'quota',
        prefix: id,
        limit: page.limit,
        ...(page.after === undefined ? {} : { after: page.after }),
      });
      const all = items.map(({ document }) => document);
      return {
        RequestedQuotas: listed(call.scope, all, input.Status, catalogue),
        ...page.next(last),
      };
    },
  };
}

function listed(
  scope: Scope,
  all: readonly IncreaseDocument[],
  status: string | undefined,
  catalogue: Catalogue,
): RequestedServiceQuotaChange[] {
  return all
    .filter((increase) => status === undefined || increase.status === status)
    .map((increase) => shown(scope, increase, catalogue));
}

function shown(
  scope: Scope,
  increase: IncreaseDocument,
  catalogue: Catalogue,
): RequestedServiceQuotaChange {
  const { service, code } = increase;
  return {
    Id: increase.id,
    ServiceCode: service,
    ServiceName: catalogue.service(service).name,
    QuotaCode: code,
    QuotaName: catalogue.quota(service, code).name,
    DesiredValue: increase.desired,
    Status: increase.status,
    Created: new Date(increase.created),
    LastUpdated: new Date(increase.updated),
    Requester: JSON.stringify({ accountId: scope.account, callerArn: increase.requester }),
    QuotaArn: quotaArn(scope, service, code),
    GlobalQuota: false,
    Unit: 'None',
    QuotaRequestedAtLevel: 'ACCOUNT',
  };
}
