import { ServiceError, unbuiltIn } from '../../core/errors.ts';

export const unbuilt = unbuiltIn('config');

function error(code: string): (text: string) => ServiceError {
  return (text) => new ServiceError(code, text);
}

export const invalidParameter = error('InvalidParameterValueException');
export const insufficientPermissions = error('InsufficientPermissionsException');
export const resourceNotFound = error('ResourceNotFoundException');

export function noSuchRecorder(name: string): ServiceError {
  const text = `Cannot find configuration recorder with the specified name '${name}'.`;
  return new ServiceError('NoSuchConfigurationRecorderException', text);
}

export function recorderNameInvalid(name: string): ServiceError {
  const text = `The configuration recorder name '${name}' is not valid, blank string.`;
  return new ServiceError('InvalidConfigurationRecorderNameException', text);
}

export function tooManyRecorders(name: string): ServiceError {
  const text =
    `Failed to put configuration recorder '${name}' because the maximum number of configuration ` +
    'recorders: 1 is reached.';
  return new ServiceError('MaxNumberOfConfigurationRecordersExceededException', text);
}

export function recordingGroupInvalid(): ServiceError {
  const text = 'The recording group provided is not valid';
  return new ServiceError('InvalidRecordingGroupException', text);
}

export function noRecorderFor(purpose: string): ServiceError {
  const text = `Configuration recorder is not available to ${purpose}.`;
  return new ServiceError('NoAvailableConfigurationRecorderException', text);
}

export function noRunningRecorder(): ServiceError {
  const text = 'There is no configuration recorder running.';
  return new ServiceError('NoRunningConfigurationRecorderException', text);
}

export function noChannelToStart(): ServiceError {
  const text = 'Delivery channel is not available to start configuration recorder.';
  return new ServiceError('NoAvailableDeliveryChannelException', text);
}

export function channelNameInvalid(name: string): ServiceError {
  const text = `The delivery channel name '${name}' is not valid, blank string.`;
  return new ServiceError('InvalidDeliveryChannelNameException', text);
}

export function tooManyChannels(name: string): ServiceError {
  const text =
    `Failed to put delivery channel '${name}' because the maximum number of delivery channels: 1 ` +
    'is reached.';
  return new ServiceError('MaxNumberOfDeliveryChannelsExceededException', text);
}

export function noSuchChannel(name: string): ServiceError {
  const text = `Cannot find delivery channel with specified name '${name}'.`;
  return new ServiceError('NoSuchDeliveryChannelException', text);
}

export function lastChannel(name: string): ServiceError {
  const text =
    `Failed to delete last specified delivery channel with name '${name}', because there, is a ` +
    'running configuration recorder.';
  return new ServiceError('LastDeliveryChannelDeleteFailedException', text);
}

export function noSuchBucket(name: string): ServiceError {
  const text =
    name === ''
      ? 'Cannot find a S3 bucket with an empty bucket name.'
      : `Cannot find a S3 bucket with an input bucket name: ${name}.`;
  return new ServiceError('NoSuchBucketException', text);
}

export function deliveryRefused(
  bucket: string,
  prefix: string | undefined,
  kmsKey: string | undefined,
): ServiceError {
  const text =
    `Insufficient delivery policy to s3 bucket: ${bucket}, unable to write to bucket, provided s3 ` +
    `key prefix is '${prefix ?? 'null'}', provided kms key is '${kmsKey ?? 'null'}'.`;
  return new ServiceError('InsufficientDeliveryPolicyException', text);
}

export function prefixInvalid(): ServiceError {
  const text = "The s3 key prefix '' is not valid, empty s3 key prefix.";
  return new ServiceError('InvalidS3KeyPrefixException', text);
}

export function kmsKeyInvalid(arn: string): ServiceError {
  const text = `The arn '${arn}' is not a valid kms key or alias arn.`;
  return new ServiceError('InvalidS3KmsKeyArnException', text);
}

export function topicInvalid(arn: string): ServiceError {
  return new ServiceError(
    'InvalidSNSTopicARNException',
    `The sns topic arn '${arn}' is not valid.`,
  );
}

export function roleInvalid(arn: string): ServiceError {
  const text = `AWS Config cannot assume the role '${arn}'.`;
  return new ServiceError('InvalidRoleException', text);
}

export function notDiscovered(type: string, id: string): ServiceError {
  const text = `Resource ${id} of resourceType:${type} is unknown or has not been discovered`;
  return new ServiceError('ResourceNotDiscoveredException', text);
}

export function timeRangeInvalid(): ServiceError {
  const text = 'The later time must not be before the earlier time.';
  return new ServiceError('InvalidTimeRangeException', text);
}

export function noSuchRule(name: string): ServiceError {
  const text = `The ConfigRule '${name}' provided in the request is invalid. Please check the configRule name`;
  return new ServiceError('NoSuchConfigRuleException', text);
}

export function tooManyRules(name: string, most: number): ServiceError {
  const text =
    `Failed to put config rule '${name}' because the maximum number of config rules: ${most} is ` +
    'reached.';
  return new ServiceError('MaxNumberOfConfigRulesExceededException', text);
}

export function resultTokenInvalid(): ServiceError {
  return new ServiceError('InvalidResultTokenException', 'The resultToken provided is invalid.');
}

export function nextTokenInvalid(): ServiceError {
  const text = 'The nextToken provided is invalid';
  return new ServiceError('InvalidNextTokenException', text);
}

export function noSuchRetention(name: string): ServiceError {
  const text = `Cannot find retention configuration with the specified name '${name}'.`;
  return new ServiceError('NoSuchRetentionConfigurationException', text);
}

export function tooManyTags(arn: string): ServiceError {
  const text = `The resource ${arn} has more than 50 tags.`;
  return new ServiceError('TooManyTagsException', text);
}
