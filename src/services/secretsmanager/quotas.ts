import type { Charge, Quota, ServiceQuotas } from '../../contract/quota.ts';

/** Source: AWS Secrets Manager User Guide, "AWS Secrets Manager quotas". AWS's codes for them are not known here. */
function rate(name: string, perSecond: number): Quota {
  return { name, value: () => perSecond, adjustable: false, isRate: true };
}

function resource(name: string, most: number): Quota {
  return { name, value: () => most, adjustable: false, isRate: false };
}

const RESOURCES: readonly Quota[] = [
  resource('Resource-based policy length', 20_480),
  resource('Secret value size', 65_536),
  resource('Secrets', 500_000),
  resource('Staging labels attached across all versions of a secret', 20),
  resource('Versions per secret', 100),
];

/** Operations that share one rate, and what it is. */
const RATES: readonly (readonly [operations: readonly string[], perSecond: number])[] = [
  [
    ['DeleteResourcePolicy', 'GetResourcePolicy', 'PutResourcePolicy', 'ValidateResourcePolicy'],
    50,
  ],
  [
    [
      'PutSecretValue',
      'RemoveRegionsFromReplication',
      'ReplicateSecretToRegions',
      'StopReplicationToReplica',
      'UpdateSecret',
      'UpdateSecretVersionStage',
    ],
    50,
  ],
  [['RestoreSecret'], 50],
  [['RotateSecret', 'CancelRotateSecret'], 50],
  [['TagResource', 'UntagResource'], 50],
  [['BatchGetSecretValue'], 100],
  [['CreateSecret'], 50],
  [['DeleteSecret'], 50],
  [['DescribeSecret'], 40_000],
  [['GetRandomPassword'], 50],
  [['GetSecretValue'], 10_000],
  [['ListSecretVersionIds'], 50],
  [['ListSecrets'], 100],
];

function nameOf(operations: readonly string[]): string {
  const last = operations.at(-1) ?? '';
  if (operations.length === 1) return `Rate of ${last} API requests`;
  const list = operations.length === 2 ? operations.join(' and ') : listOf(operations, last);
  return `Combined rate of ${list} API requests`;
}

function listOf(operations: readonly string[], last: string): string {
  return `${operations.slice(0, -1).join(', ')}, and ${last}`;
}

const BY_OPERATION: ReadonlyMap<string, readonly Charge[]> = new Map(
  RATES.flatMap(([operations, perSecond]) => {
    const quota = rate(nameOf(operations), perSecond);
    const charges: readonly Charge[] = [{ quota, amount: 1 }];
    return operations.map((operation) => [operation, charges] as const);
  }),
);

const NOTHING: readonly Charge[] = [];

export const secretsManagerQuotas: ServiceQuotas = {
  quotas: [
    ...RESOURCES,
    ...new Set([...BY_OPERATION.values()].flatMap((charges) => charges.map(({ quota }) => quota))),
  ],
  charges: ({ operation }) => BY_OPERATION.get(operation) ?? NOTHING,
  throttled: { code: 'ThrottlingException', message: 'Rate exceeded', status: 400 },
};
