import type { CloudtrailOperations } from '../../../../../models/cloudtrail/types.ts';
import { camel, type Reference, tagsOf } from '../asking.ts';
import type { RecordedType } from '../recorded-type.ts';

const describeTrails: Reference<CloudtrailOperations['DescribeTrails']> = {
  service: 'cloudtrail',
  operation: 'DescribeTrails',
};
const trailStatus: Reference<CloudtrailOperations['GetTrailStatus']> = {
  service: 'cloudtrail',
  operation: 'GetTrailStatus',
};
const listTags: Reference<CloudtrailOperations['ListTags']> = {
  service: 'cloudtrail',
  operation: 'ListTags',
};

export const cloudTrails: RecordedType = {
  type: 'AWS::CloudTrail::Trail',
  source: 'cloudtrail.amazonaws.com',
  list: async (ask, { region }) => {
    const { trailList = [] } = await ask(describeTrails, { includeShadowTrails: false });
    const own = trailList.filter(({ HomeRegion }) => HomeRegion === region);
    const listed = own.map((trail) => ({
      id: trail.Name ?? '',
      name: trail.Name,
      arn: trail.TrailARN,
      describe: async () => {
        const arn = trail.TrailARN ?? '';
        const { IsLogging } = await ask(trailStatus, { Name: arn });
        const { ResourceTagList = [] } = await ask(listTags, { ResourceIdList: [arn] });
        return {
          configuration: camel(trail),
          supplementary: { TrailStatus: { isLogging: IsLogging ?? false } },
          tags: tagsOf(ResourceTagList[0]?.TagsList),
        };
      },
    }));
    return { listed, isCut: false };
  },
};
