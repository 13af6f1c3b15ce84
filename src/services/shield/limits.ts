import type { ProtectedResourceType } from '../../../models/shield/types.ts';

/** Of each type. Source: AWS Shield quotas. */
export const PROTECTIONS_MAX = 1_000;
export const GROUPS_MAX = 100;
/** Of a group that lists its members. */
export const GROUP_MEMBERS_MAX = 1_000;
export const LOG_BUCKETS_MAX = 10;
export const TAGS_MAX = 50;

export const PROTECTED_TYPES: readonly ProtectedResourceType[] = [
  'CLOUDFRONT_DISTRIBUTION',
  'ROUTE_53_HOSTED_ZONE',
  'ELASTIC_IP_ALLOCATION',
  'CLASSIC_LOAD_BALANCER',
  'APPLICATION_LOAD_BALANCER',
  'GLOBAL_ACCELERATOR',
];
/** Signatures of attacks that one web ACL's rule group has room for. */
export const RULES_MAX = 12;
/** Addresses that are known to have attacked an account's resources, the newest. */
export const OFFENDERS_MAX = 1_000;
