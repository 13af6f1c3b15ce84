const REASONS: readonly (readonly [reason: string, operations: string])[] = [
  [
    'nothing here scans for malware: no scanner and no list of what it would look for is part of the product',
    'CreateMalwareProtectionPlan DeleteMalwareProtectionPlan GetMalwareProtectionPlan ListMalwareProtectionPlans UpdateMalwareProtectionPlan DescribeMalwareScans GetMalwareScan GetMalwareScanSettings ListMalwareScans SendObjectMalwareScan StartMalwareScan UpdateMalwareScanSettings',
  ],
  [
    'no clusters and no agents run here, so that there is no coverage to tell of',
    'GetCoverageStatistics ListCoverage',
  ],
  [
    'nothing is billed, and so nothing is free for a time',
    'GetRemainingFreeTrialDays GetUsageStatistics',
  ],
];

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  REASONS.flatMap(([reason, operations]) =>
    operations.split(' ').map((name): [string, string] => [name, reason]),
  ),
);
