import type {
  Parameter,
  ParameterHistory,
  ParameterInlinePolicy,
  ParameterMetadata,
} from '../../../models/ssm/types.ts';
import { labelsOf } from './domain/labels.ts';
import { parameterArn } from './domain/parameter-name.ts';
import type { PolicyState } from './domain/parameter-policies.ts';
import type { ParameterDocument, ParameterVersion } from './state.ts';

/** A version as those who read it see it. `value` is what they get: opened, or as it is stored. */
export function shownParameter(
  { name, scope, id }: ParameterDocument,
  { version, type, dataType, modified }: ParameterVersion,
  value: string,
  selector?: string,
): Parameter {
  return {
    Name: name,
    Type: type,
    Value: value,
    Version: version,
    ...(selector === undefined ? {} : { Selector: `:${selector}` }),
    LastModifiedDate: new Date(modified),
    ARN: parameterArn(scope, id),
    DataType: dataType,
  };
}

/** All but the value. */
export function shownMetadata(parameter: ParameterDocument): ParameterMetadata {
  const { name, scope, id } = parameter;
  return { Name: name, ARN: parameterArn(scope, id), ...described(parameter) };
}

export function shownHistory(
  { name, labels }: ParameterDocument,
  version: ParameterVersion,
  value: string,
): ParameterHistory {
  return {
    Name: name,
    ...described(version),
    Value: value,
    Labels: labelsOf(labels, version.version),
  };
}

function described(version: ParameterVersion) {
  const { type, keyId, modified, modifiedBy, description, allowedPattern } = version;
  return {
    Type: type,
    ...(keyId === undefined ? {} : { KeyId: keyId }),
    LastModifiedDate: new Date(modified),
    LastModifiedUser: modifiedBy,
    ...(description === undefined ? {} : { Description: description }),
    ...(allowedPattern === undefined ? {} : { AllowedPattern: allowedPattern }),
    Version: version.version,
    Tier: version.tier,
    Policies: version.policies.map(shownPolicy),
    DataType: version.dataType,
  };
}

function shownPolicy({ text, type, status }: PolicyState): ParameterInlinePolicy {
  return { PolicyText: text, PolicyType: type, PolicyStatus: status };
}
