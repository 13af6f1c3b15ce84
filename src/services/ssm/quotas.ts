import type { Charge, Quota, ServiceQuotas } from '../../contract/quota.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { HIGH_THROUGHPUT, serviceSettings } from './settings-state.ts';

/**
 * Operations of a kind share a rate, which the account's setting for higher throughput raises. Source: Systems Manager User
 * Guide, "Managing Parameter Store throughput". AWS publishes no codes of these quotas.
 */
function rate(name: string, perSecond: number): Quota {
  return { name, value: () => perSecond, adjustable: true, isRate: true };
}

const RETRIEVAL = rate('Parameter retrieval request rate', 40);
const DELETION = rate('Parameter deletion request rate', 3);
const CHANGE = rate('Parameter change and description request rate', 3);

/** With higher throughput each way of retrieving has a rate of its own. */
const BY_OPERATION: readonly (readonly [operation: string, quota: Quota])[] = [
  ['GetParameter', rate('GetParameter request rate', 10_000)],
  ['GetParameters', rate('GetParameters request rate', 1_000)],
  ['GetParametersByPath', rate('GetParametersByPath request rate', 100)],
];

const RAISED: ReadonlyMap<Quota, number> = new Map([
  [RETRIEVAL, 11_100],
  [DELETION, 5],
  [CHANGE, 10],
]);

const CHARGES: ReadonlyMap<string, readonly Charge[]> = new Map<string, readonly Charge[]>([
  ...BY_OPERATION.map(([operation, own]) => [operation, [one(RETRIEVAL), one(own)]] as const),
  ...['DeleteParameter', 'DeleteParameters'].map((name) => [name, [one(DELETION)]] as const),
  ...[
    'DescribeParameters',
    'GetParameterHistory',
    'LabelParameterVersion',
    'UnlabelParameterVersion',
    'PutParameter',
  ].map((name) => [name, [one(CHANGE)]] as const),
]);
const NOTHING: readonly Charge[] = [];

function one(quota: Quota): Charge {
  return { quota, amount: 1 };
}

export const ssmQuotas: ServiceQuotas = {
  quotas: [RETRIEVAL, DELETION, CHANGE, ...BY_OPERATION.map(([, quota]) => quota)],
  charges: ({ operation }) => CHARGES.get(operation) ?? NOTHING,
  raised: async (unit: Unit, scope: Scope, quota: Quota) => {
    const raised = RAISED.get(quota);
    if (raised === undefined) return undefined;
    const setting = await unit.view(scope).get(serviceSettings, HIGH_THROUGHPUT);
    return setting?.value === 'true' ? raised : undefined;
  },
  throttled: { code: 'ThrottlingException', message: 'Rate exceeded', status: 400 },
};
