import { isTrue, listOf, picked, removedKeys, textOf } from './made.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { ResourceType, Work } from './resource-type.ts';

const NAME_MAX = 128;
const GIVEN = [
  'CloudWatchLogsLogGroupArn',
  'CloudWatchLogsRoleArn',
  'EnableLogFileValidation',
  'IncludeGlobalServiceEvents',
  'IsMultiRegionTrail',
  'IsOrganizationTrail',
  'KMSKeyId',
  'S3BucketName',
  'S3KeyPrefix',
  'SnsTopicName',
] as const;

function trailInput(properties: JsonObject): JsonObject {
  const { KMSKeyId, CloudWatchLogsLogGroupArn: group, ...rest } = picked(properties, ...GIVEN);
  return {
    ...rest,
    ...(KMSKeyId === undefined ? {} : { KmsKeyId: KMSKeyId }),
    ...(group === undefined ? {} : { CloudWatchLogsLogGroupArn: group }),
  };
}

async function setRest(work: Work, Name: string, properties: JsonObject): Promise<void> {
  const selectors = picked(properties, 'EventSelectors', 'AdvancedEventSelectors');
  if (Object.keys(selectors).length > 0) {
    await work.call('cloudtrail', 'PutEventSelectors', { TrailName: Name, ...selectors });
  }
  const InsightSelectors = listOf(properties['InsightSelectors']);
  if (InsightSelectors.length > 0) {
    await work.call('cloudtrail', 'PutInsightSelectors', { TrailName: Name, InsightSelectors });
  }
  const verb = isTrue(properties['IsLogging']) ? 'StartLogging' : 'StopLogging';
  await work.call('cloudtrail', verb, { Name });
}

const trail: ResourceType = {
  name: 'AWS::CloudTrail::Trail',
  needs: 'cloudtrail:CreateTrail',
  handles: `${GIVEN.join(' ')} AdvancedEventSelectors EventSelectors InsightSelectors IsLogging Tags TrailName`,
  create: async (work, properties) => {
    const Name = textOf(properties['TrailName']) ?? work.name(NAME_MAX);
    const TagsList = work.tags(properties['Tags']);
    const { TrailARN, SnsTopicARN } = await work.call('cloudtrail', 'CreateTrail', {
      Name,
      ...trailInput(properties),
      ...(TagsList.length === 0 ? {} : { TagsList }),
    });
    work.holds(Name);
    await setRest(work, Name, properties);
    return { id: Name, attributes: { Arn: TrailARN, SnsTopicArn: SnsTopicARN } };
  },
  update: async (work, { id: Name, before, properties, changed, attributes }) => {
    await work.call('cloudtrail', 'UpdateTrail', { Name, ...trailInput(properties) });
    await setRest(work, Name, properties);
    if (changed.includes('Tags')) {
      const ResourceId = attributes['Arn'];
      const TagsList = work.tags(properties['Tags']);
      const gone = removedKeys(work.tags(before['Tags']), TagsList).map((Key) => ({ Key }));
      if (TagsList.length > 0) await work.call('cloudtrail', 'AddTags', { ResourceId, TagsList });
      if (gone.length > 0) {
        await work.call('cloudtrail', 'RemoveTags', { ResourceId, TagsList: gone });
      }
    }
    return { id: Name, attributes };
  },
  delete: async (work, { id: Name }) => {
    await work.attempt('cloudtrail', 'DeleteTrail', { Name });
    return undefined;
  },
};

export const cloudTrailTypes: readonly ResourceType[] = [trail];
