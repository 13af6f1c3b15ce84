import type { Charge, Quota, ServiceQuotas } from '../../contract/quota.ts';

/** PutEvents in each second, where more than elsewhere. */
const PUT_RATES: ReadonlyMap<string, number> = new Map([
  ['us-east-1', 10_000],
  ['us-west-2', 10_000],
  ['eu-west-1', 10_000],
  ['us-east-2', 2_400],
  ['eu-central-1', 2_400],
  ['eu-south-2', 2_400],
  ...['us-west-1', 'ap-northeast-1', 'ap-southeast-1', 'ap-southeast-2', 'eu-west-2'].map(
    (region) => [region, 1_200] as const,
  ),
  ...[
    'ap-east-1',
    'ap-northeast-2',
    'ap-south-1',
    'ca-central-1',
    'eu-north-1',
    'eu-west-3',
    'sa-east-1',
  ].map((region) => [region, 600] as const),
]);
const PUT_RATE_ELSEWHERE = 400;

const PUT_EVENTS: Quota = {
  code: 'L-9B653E91',
  name: 'PutEvents throttle limit in transactions per second',
  value: (region) => PUT_RATES.get(region) ?? PUT_RATE_ELSEWHERE,
  adjustable: true,
  isRate: true,
};

const CONTROL: Quota = {
  name: 'Throttle limit in transactions per second for control plane APIs',
  value: () => 50,
  adjustable: false,
  isRate: true,
};

const ONE_PUT: readonly Charge[] = [{ quota: PUT_EVENTS, amount: 1 }];
const ONE_CONTROL: readonly Charge[] = [{ quota: CONTROL, amount: 1 }];

export const eventsQuotas: ServiceQuotas = {
  quotas: [PUT_EVENTS, CONTROL],
  charges: ({ operation }) => (operation === 'PutEvents' ? ONE_PUT : ONE_CONTROL),
  throttled: { code: 'ThrottlingException', message: 'Rate exceeded', status: 400 },
};
