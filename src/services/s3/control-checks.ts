import { everyOf } from '../../listing/every-document.ts';
import type { ControlCheck } from '../securityhub/port.ts';
import { buckets, GLOBAL } from './state.ts';

/** Buckets keep the public out. */
export const publicAccessCheck: ControlCheck = {
  control: 'S3.8',
  check: async (unit, { account, region }) => {
    const where = { index: 'account', prefix: `${account}/` };
    const all = await everyOf(unit.view(GLOBAL), buckets, where);
    return all
      .filter((bucket) => bucket.region === region)
      .map(({ name, publicAccessBlock: block }) => ({
        type: 'AwsS3Bucket',
        id: `arn:aws:s3:::${name}`,
        passes: block !== undefined && Object.values(block).every((part) => part === true),
      }));
  },
};
