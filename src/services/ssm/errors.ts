import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** Parameter Store's modelled errors with AWS's texts. All are client errors with status 400. */
export function validation(text: string): ServiceError {
  return new ServiceError('ValidationException', text);
}

/** As the model's validator says it of one member. */
export function constraint(member: string, text: string, value?: string): ServiceError {
  const subject = value === undefined ? 'Value' : `Value '${value}'`;
  return validation(
    `1 validation error detected: ${subject} at '${member}' failed to satisfy constraint: ${text}`,
  );
}

export function accessDenied(text: string): ServiceError {
  return new ServiceError('AccessDeniedException', text);
}

/** AWS says nothing of a parameter that is not there. */
export function parameterNotFound(text = ''): ServiceError {
  return new ServiceError('ParameterNotFound', text);
}

export function versionNotFound(selector: string, name: string): ServiceError {
  return new ServiceError(
    'ParameterVersionNotFound',
    `Systems Manager could not find version ${selector} of ${name}. Verify the version and try again.`,
  );
}

export function alreadyExists(): ServiceError {
  return new ServiceError(
    'ParameterAlreadyExists',
    'The parameter already exists. To overwrite this value, set the overwrite option in the ' +
      'request to true.',
  );
}

export function tooManyLevels(): ServiceError {
  const text =
    'A hierarchy can have a maximum of 15 levels. For more information, see Requirements and ' +
    'constraints for parameter names in the AWS Systems Manager User Guide.';
  return new ServiceError('HierarchyLevelLimitExceededException', text);
}

export function typeMismatch(): ServiceError {
  const text =
    "Parameter Store doesn't support changing a parameter type in a hierarchy. For example, you " +
    "can't change a parameter from a String type to a SecureString type. You must create a new, " +
    'unique parameter.';
  return new ServiceError('HierarchyTypeMismatchException', text);
}

export function parameterLimitExceeded(tier: 'Standard' | 'Advanced', most: number): ServiceError {
  const text =
    tier === 'Standard'
      ? 'You have reached the maximum number of standard parameters for this AWS account and ' +
        `Region (${most}). To add more parameters, either delete existing parameters or upgrade ` +
        'to the advanced-parameter tier (charges apply).'
      : 'You have reached the maximum number of advanced parameters for this AWS account and ' +
        `Region (${most}). To add more parameters, delete existing parameters.`;
  return new ServiceError('ParameterLimitExceeded', text);
}

export function maxVersionLimitExceeded(name: string, oldest: number): ServiceError {
  return new ServiceError(
    'ParameterMaxVersionLimitExceeded',
    `You attempted to create a new version of ${name} by calling the PutParameter API with the ` +
      `overwrite flag. Version ${oldest}, the oldest version, can't be deleted because it has a ` +
      'label associated with it. Move the label to another version of the parameter, and try again.',
  );
}

export function labelLimitExceeded(most: number): ServiceError {
  return new ServiceError(
    'ParameterVersionLabelLimitExceeded',
    `A parameter version can have maximum ${most} labels. Move one or more labels to another ` +
      'version and try again.',
  );
}

export function patternMismatch(pattern: string): ServiceError {
  return new ServiceError(
    'ParameterPatternMismatchException',
    `Parameter value, cannot be validated against allowedPattern: ${pattern}`,
  );
}

export function invalidAllowedPattern(): ServiceError {
  return new ServiceError(
    'InvalidAllowedPatternException',
    "The request doesn't meet the regular expression requirement.",
  );
}

/** KMS's own text. */
export function invalidKeyId(text: string): ServiceError {
  return new ServiceError('InvalidKeyId', text);
}

export function invalidNextToken(): ServiceError {
  return new ServiceError('InvalidNextToken', 'The specified token is not valid.');
}

export function invalidFilterValue(text: string): ServiceError {
  return new ServiceError('InvalidFilterValue', text);
}

/** Has no message in the model. */
export function invalidResourceId(): ServiceError {
  return new ServiceError('InvalidResourceId', '');
}

export function tooManyTags(): ServiceError {
  return new ServiceError('TooManyTagsError', '');
}

export function settingNotFound(id: string): ServiceError {
  return new ServiceError('ServiceSettingNotFound', `Service setting ${id} not found.`);
}

export function resourceNotFound(arn: string): ServiceError {
  return new ServiceError('ResourceNotFoundException', `The resource ${arn} was not found.`);
}

export function invalidPolicyParameter(text: string, names: readonly string[]): ServiceError {
  return new ServiceError('ResourcePolicyInvalidParameterException', text, {
    members: { ParameterNames: [...names] },
  });
}

export function policyLimitExceeded(limit: number, type: string): ServiceError {
  const text =
    "The PutResourcePolicy API action enforces two limits. A policy can't be greater than 1024 " +
    'bytes in size, and only one policy can be attached to a parameter. Verify these limits and ' +
    'try again.';
  return new ServiceError('ResourcePolicyLimitExceededException', text, {
    members: { Limit: limit, LimitType: type },
  });
}

export function policyConflict(): ServiceError {
  const text =
    "The hash provided in the call doesn't match the stored hash. This exception is thrown when " +
    'trying to update an obsolete policy version or when multiple requests to update a policy are ' +
    'sent.';
  return new ServiceError('ResourcePolicyConflictException', text);
}

export function malformedPolicy(text: string): ServiceError {
  return new ServiceError('MalformedResourcePolicyDocumentException', text);
}

export function policyNotFound(): ServiceError {
  const text = 'No policies with the specified policy ID and hash could be found.';
  return new ServiceError('ResourcePolicyNotFoundException', text);
}

export const unbuilt = unbuiltIn('ssm');
