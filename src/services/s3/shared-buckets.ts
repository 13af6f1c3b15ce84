import type { SharedResource, SharedResources } from '../access-analyzer/port.ts';
import { isPublicPolicy } from './domain/public-policy.ts';
import { buckets } from './state.ts';

/** Buckets by their policies, as the analyzer of external access looks at them. */
export const sharedBuckets: SharedResources = {
  type: 'AWS::S3::Bucket',
  source: 's3.amazonaws.com',
  isGlobal: false,
  list: async (unit, { account, region }, limit) => {
    const view = unit.view({ account: '', region: '' });
    const where = { index: 'account', prefix: `${account}/`, limit: Math.min(limit, 1_000) };
    const { items } = await view.list(buckets, where);
    return items
      .map(({ document }) => document)
      .filter((bucket) => bucket.region === region)
      .map(({ name, policy, publicAccessBlock }): SharedResource => {
        const arn = `arn:aws:s3:::${name}`;
        if (policy === undefined) return { arn };
        const isRestricted = publicAccessBlock?.RestrictPublicBuckets === true;
        return isRestricted && isPublicPolicy(policy.text) ? { arn } : { arn, policy: policy.text };
      });
  },
};
