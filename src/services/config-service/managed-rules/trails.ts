import type { CloudtrailOperations } from '../../../../models/cloudtrail/types.ts';
import { judged, type ManagedRule } from '../evaluating/managed-rule.ts';
import { isTrueAt, textAt } from '../evaluating/reading.ts';
import type { Ask, Reference } from '../recording/asking.ts';

const describeTrails: Reference<CloudtrailOperations['DescribeTrails']> = {
  service: 'cloudtrail',
  operation: 'DescribeTrails',
};
const trailStatus: Reference<CloudtrailOperations['GetTrailStatus']> = {
  service: 'cloudtrail',
  operation: 'GetTrailStatus',
};
const asks = ['cloudtrail.amazonaws.com'];
const trail = { types: ['AWS::CloudTrail::Trail'], trigger: 'periodic' } as const;

/** The trails that log now, those of other Regions that reach here among them. */
async function logging(ask: Ask) {
  const { trailList = [] } = await ask(describeTrails, { includeShadowTrails: true });
  const found: (typeof trailList)[number][] = [];
  for (const one of trailList) {
    const { IsLogging } = await ask(trailStatus, { Name: one.TrailARN ?? '' });
    if (IsLogging === true) found.push(one);
  }
  return found;
}

export const trailRules: readonly ManagedRule[] = [
  {
    kind: 'account',
    identifier: 'CLOUD_TRAIL_ENABLED',
    asks,
    parameters: { s3BucketName: {}, snsTopicArn: {}, cloudWatchLogsLogGroupArn: {} },
    judge: async (ask, { s3BucketName, snsTopicArn, cloudWatchLogsLogGroupArn: group }) => {
      const right = (await logging(ask)).filter(
        (one) =>
          (s3BucketName === undefined || one.S3BucketName === s3BucketName) &&
          (snsTopicArn === undefined || one.SnsTopicARN === snsTopicArn) &&
          (group === undefined || one.CloudWatchLogsLogGroupArn === group),
      );
      return judged(right.length > 0, 'No trail logs as it should.');
    },
  },
  {
    kind: 'account',
    identifier: 'MULTI_REGION_CLOUD_TRAIL_ENABLED',
    asks,
    judge: async (ask) => {
      const all = await logging(ask);
      const right = all.some(({ IsMultiRegionTrail }) => IsMultiRegionTrail === true);
      return judged(right, 'No trail logs every Region.');
    },
  },
  {
    ...trail,
    kind: 'resource',
    identifier: 'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED',
    judge: ({ configuration }) =>
      judged(
        isTrueAt(configuration, 'logFileValidationEnabled'),
        'The trail signs no digests of its log files.',
      ),
  },
  {
    ...trail,
    kind: 'resource',
    identifier: 'CLOUD_TRAIL_ENCRYPTION_ENABLED',
    judge: ({ configuration }) =>
      judged(
        textAt(configuration, 'kmsKeyId') !== undefined,
        'The log files are not encrypted by a KMS key.',
      ),
  },
  {
    ...trail,
    kind: 'resource',
    identifier: 'CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED',
    judge: ({ configuration }) =>
      judged(
        textAt(configuration, 'cloudWatchLogsLogGroupArn') !== undefined,
        'The trail delivers to no log group.',
      ),
  },
];
