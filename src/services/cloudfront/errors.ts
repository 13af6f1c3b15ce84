import { ServiceError, unbuiltIn } from '../../core/errors.ts';

function error(code: string, status: number, text: string): ServiceError {
  return new ServiceError(code, text, { status });
}

export function noSuchDistribution(): ServiceError {
  return error('NoSuchDistribution', 404, 'The specified distribution does not exist.');
}

export function noSuchInvalidation(): ServiceError {
  return error('NoSuchInvalidation', 404, 'The specified invalidation does not exist.');
}

export function noSuchOriginAccessControl(): ServiceError {
  return error(
    'NoSuchOriginAccessControl',
    404,
    'The specified origin access control does not exist.',
  );
}

export function noSuchResource(): ServiceError {
  return error('NoSuchResource', 404, 'The specified resource does not exist.');
}

export function invalidIfMatch(): ServiceError {
  const text = 'The If-Match version is missing or not valid for the resource.';
  return error('InvalidIfMatchVersion', 400, text);
}

export function preconditionFailed(): ServiceError {
  const text =
    "The request failed because it didn't meet the preconditions in one or more request-header fields.";
  return error('PreconditionFailed', 412, text);
}

export function notDisabled(): ServiceError {
  const text = 'The distribution you are trying to delete has not been disabled.';
  return error('DistributionNotDisabled', 409, text);
}

export function aliasTaken(): ServiceError {
  const text =
    'One or more of the CNAMEs you provided are already associated with a different resource.';
  return error('CNAMEAlreadyExists', 409, text);
}

export function invalidViewerCertificate(): ServiceError {
  const text =
    "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't " +
    'include a valid certificate chain.';
  return error('InvalidViewerCertificate', 400, text);
}

export function distributionExists(id: string): ServiceError {
  const text =
    'The caller reference that you are using to create a distribution is associated with another ' +
    `distribution. Already exists: ${id}`;
  return error('DistributionAlreadyExists', 409, text);
}

export function noSuchOrigin(): ServiceError {
  const text = 'One or more of your origins or origin groups do not exist.';
  return error('NoSuchOrigin', 404, text);
}

export function invalidArgument(text: string): ServiceError {
  return error('InvalidArgument', 400, text);
}

export function illegalUpdate(text: string): ServiceError {
  return error('IllegalUpdate', 400, text);
}

export function noSuchCachePolicy(): ServiceError {
  return error('NoSuchCachePolicy', 404, 'The cache policy does not exist.');
}

export function noSuchOriginRequestPolicy(): ServiceError {
  return error('NoSuchOriginRequestPolicy', 404, 'The origin request policy does not exist.');
}

export function invalidWebAcl(): ServiceError {
  return error('InvalidWebACLId', 400, 'Web ACL is not accessible by the requester.');
}

export function accessControlExists(): ServiceError {
  const text = 'An origin access control with the specified name already exists.';
  return error('OriginAccessControlAlreadyExists', 409, text);
}

export function accessControlInUse(): ServiceError {
  const text =
    'Cannot delete the origin access control because it is in use by one or more distributions.';
  return error('OriginAccessControlInUse', 409, text);
}

export function tooManyDistributions(): ServiceError {
  const text =
    'Processing your request would cause you to exceed the maximum number of distributions allowed.';
  return error('TooManyDistributions', 400, text);
}

export function tooManyAccessControls(): ServiceError {
  const text =
    'The number of origin access controls in your Amazon Web Services account exceeds the maximum allowed.';
  return error('TooManyOriginAccessControls', 400, text);
}

export function tooManyCustomHeaders(): ServiceError {
  const text = 'Your request contains too many origin custom headers.';
  return error('TooManyOriginCustomHeaders', 400, text);
}

export function invalidOriginReadTimeout(): ServiceError {
  const text = 'The read timeout specified for the origin is not valid.';
  return error('InvalidOriginReadTimeout', 400, text);
}

export const unbuilt = unbuiltIn('cloudfront', 'NotImplemented');
