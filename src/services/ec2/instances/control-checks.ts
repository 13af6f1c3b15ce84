import { everyOf } from '../../../listing/every-document.ts';
import type { ControlCheck } from '../../securityhub/port.ts';
import { instances } from './state.ts';

/** Instances answer about themselves only to who asks with a token. */
export const metadataCheck: ControlCheck = {
  control: 'EC2.8',
  check: async (unit, scope) => {
    const all = await everyOf(unit.view(scope), instances);
    return all
      .filter(({ state }) => state !== 'terminated')
      .map(({ id, metadata }) => ({
        type: 'AwsEc2Instance',
        id: `arn:aws:ec2:${scope.region}:${scope.account}:instance/${id}`,
        passes: metadata.HttpTokens === 'required',
      }));
  },
};
