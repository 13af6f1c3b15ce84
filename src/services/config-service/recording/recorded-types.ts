import type { RecordedType } from './recorded-type.ts';
import { cloudTrails } from './types/cloudtrail.ts';
import { lambdaFunctions } from './types/compute.ts';
import { dynamoDbTables, rdsInstances, secrets } from './types/data.ts';
import { ec2Instances, ec2SecurityGroups, ec2Volumes, ec2Vpcs } from './types/ec2.ts';
import { certificates, loadBalancers, webAcls } from './types/edge.ts';
import { iamGroups, iamPolicies, iamRoles, iamUsers } from './types/iam.ts';
import { kmsKeys } from './types/kms.ts';
import { snsTopics, sqsQueues } from './types/messaging.ts';
import { s3Buckets } from './types/s3.ts';

/** Every type that is recorded. */
export const RECORDED_TYPES: readonly RecordedType[] = [
  certificates,
  cloudTrails,
  dynamoDbTables,
  ec2Instances,
  ec2SecurityGroups,
  ec2Volumes,
  ec2Vpcs,
  iamGroups,
  iamPolicies,
  iamRoles,
  iamUsers,
  kmsKeys,
  lambdaFunctions,
  loadBalancers,
  rdsInstances,
  s3Buckets,
  secrets,
  snsTopics,
  sqsQueues,
  webAcls,
];
