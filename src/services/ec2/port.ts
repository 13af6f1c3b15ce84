import type { Ec2Operations } from '../../../models/ec2/types.ts';
import type { OperationReference } from '../../contract/operation.ts';

export { zonesOf } from './domain/zones.ts';
export { imageParameters } from './images/public-images.ts';

/** What other services ask of EC2, through the pipeline: an image as the caller sees it. */
export const ec2DescribeImages: OperationReference<
  Ec2Operations['DescribeImages']['input'],
  Ec2Operations['DescribeImages']['output']
> = { service: 'ec2', operation: 'DescribeImages' };

export { lookUpNetwork } from './network/look-up.ts';
