import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export function invalidNextToken(): ServiceError {
  return new ServiceError('InvalidNextTokenException', 'Invalid nextToken was passed in request.');
}

export function invalidTimeRange(): ServiceError {
  return new ServiceError(
    'InvalidTimeRangeException',
    'EndTime should be greater than or equal to StartTime.',
  );
}

export function invalidLookupAttributes(): ServiceError {
  return new ServiceError(
    'InvalidLookupAttributesException',
    'You can not use more than one lookup attribute.',
  );
}

export function trailNotFound(name: string, account: string): ServiceError {
  const text = `Unknown trail: ${name} for the user: ${account}`;
  return new ServiceError('TrailNotFoundException', text);
}

export function trailExists(name: string, account: string): ServiceError {
  const text = `Trail ${name} already exists for customer: ${account}`;
  return new ServiceError('TrailAlreadyExistsException', text);
}

export function tooManyTrails(account: string, region: string, most: number): ServiceError {
  const text = `User: ${account} already has ${most} trails in ${region}.`;
  return new ServiceError('MaximumNumberOfTrailsExceededException', text);
}

export function invalidTrailName(text: string): ServiceError {
  return new ServiceError('InvalidTrailNameException', text);
}

export function invalidTrailArn(arn: string): ServiceError {
  return new ServiceError('CloudTrailARNInvalidException', `The ARN ${arn} is not valid.`);
}

export function invalidHomeRegion(name: string, region: string): ServiceError {
  const text = `Trail ${name} can only be changed from its home Region ${region}.`;
  return new ServiceError('InvalidHomeRegionException', text);
}

export function noSuchBucket(bucket: string): ServiceError {
  const text = `S3 bucket ${bucket} does not exist!`;
  return new ServiceError('S3BucketDoesNotExistException', text);
}

export function insufficientBucketPolicy(bucket: string): ServiceError {
  const text = `Incorrect S3 bucket policy is detected for bucket: ${bucket}`;
  return new ServiceError('InsufficientS3BucketPolicyException', text);
}

export function insufficientKeyPolicy(bucket: string, key: string): ServiceError {
  const text = `Insufficient permissions to access S3 bucket ${bucket} or KMS key ${key}.`;
  return new ServiceError('InsufficientEncryptionPolicyException', text);
}

/** What KMS says of a key, as CloudTrail passes it on. */
export function kmsRefusal({ code, message }: ServiceError): ServiceError {
  switch (code) {
    case 'NotFoundException':
      return new ServiceError('KmsKeyNotFoundException', message);
    case 'DisabledException':
      return new ServiceError('KmsKeyDisabledException', message);
    default:
      return new ServiceError('KmsException', message);
  }
}

export function invalidLogGroup(text: string): ServiceError {
  return new ServiceError('InvalidCloudWatchLogsLogGroupArnException', text);
}

export function invalidLogRole(text: string): ServiceError {
  return new ServiceError('InvalidCloudWatchLogsRoleArnException', text);
}

export function invalidPrefix(text: string): ServiceError {
  return new ServiceError('InvalidS3PrefixException', text);
}

export function insufficientTopicPolicy(): ServiceError {
  const text = 'SNS Topic does not exist or the topic policy is incorrect!';
  return new ServiceError('InsufficientSnsTopicPolicyException', text);
}

export function invalidCombination(text: string): ServiceError {
  return new ServiceError('InvalidParameterCombinationException', text);
}

export function invalidEventSelectors(text: string): ServiceError {
  return new ServiceError('InvalidEventSelectorsException', text);
}

export function invalidInsightSelectors(text: string): ServiceError {
  return new ServiceError('InvalidInsightSelectorsException', text);
}

export function insightsNotEnabled(name: string): ServiceError {
  const text = `The trail ${name} does not have Insights enabled.`;
  return new ServiceError('InsightNotEnabledException', text);
}

export function organizationsNotInUse(): ServiceError {
  const text = 'The account is not a member of an organization.';
  return new ServiceError('OrganizationsNotInUseException', text);
}

export function notManagementAccount(): ServiceError {
  const text = 'The account is not the management account of its organization.';
  return new ServiceError('NotOrganizationMasterAccountException', text);
}

export function invalidTag(text: string): ServiceError {
  return new ServiceError('InvalidTagParameterException', text);
}

export function tooManyTags(most: number): ServiceError {
  const text = `A trail can have at most ${most} tags.`;
  return new ServiceError('TagsLimitExceededException', text);
}

export const unbuilt = unbuiltIn('cloudtrail');
