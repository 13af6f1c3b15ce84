import type { Trail } from '../../../models/cloudtrail/types.ts';
import { DEFAULT_SELECTORS } from './domain/selection.ts';
import { trailArn } from './resources.ts';
import type { TrailDocument } from './state.ts';

/** A trail as the answers of CreateTrail and UpdateTrail show it. */
export function shownSettings(trail: TrailDocument) {
  return {
    Name: trail.name,
    S3BucketName: trail.bucket,
    ...(trail.prefix === undefined ? {} : { S3KeyPrefix: trail.prefix }),
    IncludeGlobalServiceEvents: trail.includeGlobal,
    IsMultiRegionTrail: trail.multiRegion,
    TrailARN: trailArn(trail, trail.name),
    LogFileValidationEnabled: trail.validation,
    IsOrganizationTrail: trail.organization !== undefined,
    ...(trail.kmsKey === undefined ? {} : { KmsKeyId: trail.kmsKey }),
    ...(trail.topic === undefined
      ? {}
      : { SnsTopicName: trail.topic.split(':').at(-1) ?? '', SnsTopicARN: trail.topic }),
    ...(trail.logs === undefined
      ? {}
      : {
          CloudWatchLogsLogGroupArn: trail.logs.group,
          CloudWatchLogsRoleArn: trail.logs.role,
        }),
  };
}

export function shownTrail(trail: TrailDocument): Trail {
  return {
    ...shownSettings(trail),
    HomeRegion: trail.region,
    HasCustomEventSelectors: !isDefault(trail),
    HasInsightSelectors: trail.insights.length > 0,
  };
}

function isDefault({ selectors }: TrailDocument): boolean {
  return JSON.stringify(selectors) === JSON.stringify(DEFAULT_SELECTORS);
}
