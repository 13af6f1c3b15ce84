/** The model's operations that answer 501, by the reason. */
const UNBUILT: readonly (readonly [reason: string, operations: readonly string[]])[] = [
  [
    'durable functions are not built',
    [
      'CheckpointDurableExecution',
      'GetDurableExecution',
      'GetDurableExecutionHistory',
      'GetDurableExecutionState',
      'ListDurableExecutionsByFunction',
      'SendDurableExecutionCallbackFailure',
      'SendDurableExecutionCallbackHeartbeat',
      'SendDurableExecutionCallbackSuccess',
      'StopDurableExecution',
    ],
  ],
  [
    'capacity providers are not built',
    [
      'CreateCapacityProvider',
      'DeleteCapacityProvider',
      'GetCapacityProvider',
      'GetFunctionScalingConfig',
      'ListCapacityProviders',
      'ListFunctionVersionsByCapacityProvider',
      'PutFunctionScalingConfig',
      'UpdateCapacityProvider',
    ],
  ],
  [
    'code signing is not built',
    [
      'CreateCodeSigningConfig',
      'DeleteCodeSigningConfig',
      'DeleteFunctionCodeSigningConfig',
      'GetCodeSigningConfig',
      'GetFunctionCodeSigningConfig',
      'ListCodeSigningConfigs',
      'ListFunctionsByCodeSigningConfig',
      'PutFunctionCodeSigningConfig',
      'UpdateCodeSigningConfig',
    ],
  ],
  [
    'provisioned concurrency is not built',
    [
      'DeleteProvisionedConcurrencyConfig',
      'GetProvisionedConcurrencyConfig',
      'ListProvisionedConcurrencyConfigs',
      'PutProvisionedConcurrencyConfig',
    ],
  ],
  [
    'loops of functions are not detected',
    ['GetFunctionRecursionConfig', 'PutFunctionRecursionConfig'],
  ],
  [
    "the machine's own interpreters run functions, whatever their version",
    ['GetRuntimeManagementConfig', 'PutRuntimeManagementConfig'],
  ],
  [
    'AWS keeps it for old clients alone; Invoke with InvocationType Event does the same',
    ['InvokeAsync'],
  ],
  ['answers are not streamed', ['InvokeWithResponseStream']],
];

export const notImplemented: ReadonlyMap<string, string> = new Map(
  UNBUILT.flatMap(([reason, operations]) => operations.map((name) => [name, reason] as const)),
);
