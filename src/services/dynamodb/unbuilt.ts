const REASON = 'this part of DynamoDB is not built yet';

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  [
    'CreateGlobalTable',
    'DescribeContributorInsights',
    'DescribeExport',
    'DescribeGlobalTable',
    'DescribeGlobalTableSettings',
    'DescribeImport',
    'DescribeKinesisStreamingDestination',
    'DescribeTableReplicaAutoScaling',
    'DisableKinesisStreamingDestination',
    'EnableKinesisStreamingDestination',
    'ExportTableToPointInTime',
    'ImportTable',
    'ListContributorInsights',
    'ListExports',
    'ListGlobalTables',
    'ListImports',
    'RestoreTableToPointInTime',
    'UpdateContinuousBackups',
    'UpdateContributorInsights',
    'UpdateGlobalTable',
    'UpdateGlobalTableSettings',
    'UpdateKinesisStreamingDestination',
    'UpdateTableReplicaAutoScaling',
  ].map((name) => [name, REASON]),
);
