import type { CloudtrailOperations } from '../../../../../models/cloudtrail/types.ts';
import { camel, type Reference } from '../asking.ts';
import type { RecordedType } from '../recorded-type.ts';

const describeTrails: Reference<CloudtrailOperations['DescribeTrails']> = {
  service: 'cloudtrail',
  operation: 'DescribeTrails',
};
const trailStatus: Reference<CloudtrailOperations['GetTrailStatus']> = {
  service: 'cloudtrail',
  operation: 'GetTrailStatus',
};

export const cloudTrails: RecordedType = {
  type: 'AWS::CloudTrail::Trail',
  source: 'cloudtrail.amazonaws.com',
  list: async (ask, { region }) => {
    const { trailList = [] } = await ask(describeTrails, { includeShadowTrails: false });
    const own = trailList.filter(({ HomeRegion }) => HomeRegion === region);
    return own.map((trail) => ({
      id: trail.Name ?? '',
      name: trail.Name,
      arn: trail.TrailARN,
      describe: async () => {
        const { IsLogging } = await ask(trailStatus, { Name: trail.TrailARN ?? '' });
        return {
          configuration: camel(trail),
          supplementary: { TrailStatus: { isLogging: IsLogging ?? false } },
        };
      },
    }));
  },
};
