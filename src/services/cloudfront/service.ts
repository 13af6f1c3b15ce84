import type { Service } from '../../contract/service.ts';
import {
  createOriginAccessControl,
  deleteOriginAccessControl,
  getOriginAccessControl,
  listOriginAccessControls,
} from './access-controls.ts';
import {
  createCreateDistribution,
  createCreateDistributionWithTags,
  createDeleteDistribution,
  createUpdateDistribution,
  getDistribution,
  getDistributionConfig,
  listDistributions,
  listDistributionsByWebACLId,
} from './distributions.ts';
import { createInvalidation, getInvalidation, listInvalidations } from './invalidations.ts';
import type { CloudFrontParts } from './operation.ts';
import { accessControls, distributions, invalidations, sites } from './state.ts';
import { listTagsForResource, tagResource, untagResource } from './tags.ts';
import { createEdgeSource } from './traffic/edge-source.ts';
import { notImplemented } from './unbuilt.ts';

/** Distributions: a cache in front of origins, under names of its own. */
export function createCloudFrontService(parts: CloudFrontParts): Service {
  return {
    id: 'cloudfront',
    principal: 'cloudfront.amazonaws.com',
    operations: [
      createCreateDistribution(parts),
      createCreateDistributionWithTags(parts),
      getDistribution,
      getDistributionConfig,
      createUpdateDistribution(parts),
      createDeleteDistribution(parts),
      listDistributions,
      listDistributionsByWebACLId,
      createInvalidation,
      getInvalidation,
      listInvalidations,
      createOriginAccessControl,
      getOriginAccessControl,
      deleteOriginAccessControl,
      listOriginAccessControls,
      tagResource,
      untagResource,
      listTagsForResource,
    ],
    notImplemented,
    collections: [distributions, invalidations, accessControls, sites],
    jobs: [],
    edge: createEdgeSource(),
    denialCode: { code: 'AccessDenied', status: 403 },
    validationCode: 'InvalidArgument',
    // What is sent to origins with each request is often a shared secret.
    unrecordedMembers: new Set(['HeaderValue']),
  };
}
