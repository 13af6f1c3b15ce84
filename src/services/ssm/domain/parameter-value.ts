import type { ParameterType } from '../../../../models/ssm/types.ts';
import { constraint, validation } from '../errors.ts';

export const TEXT = 'text';
export const IMAGE = 'aws:ec2:image';
const INTEGRATION = 'aws:ssm:integration';
/** Names of integrations begin so. Source: Systems Manager User Guide, "Creating integrations for webhooks". */
const INTEGRATION_PREFIX = '/d9d01087-4a3f-49e0-b0b4-d568d7826553/ssm/integrations/webhook/';

/** Bytes of UTF-8. */
const BYTES_MAX = 32_768;
const STANDARD_BYTES_MAX = 4_096;
const ADVANCED_BYTES_MAX = 8_192;
const NESTED = /\{\{.*\}\}/s;
const IMAGE_ID = /^ami-[0-9a-z]{8,17}$/;

const STANDARD_TOO_LONG =
  'Standard tier parameters support a maximum parameter value of 4096 characters. To create a ' +
  'larger parameter value, upgrade the parameter to use the advanced-parameter tier. For more ' +
  'information, see https://docs.aws.amazon.com/systems-manager/latest/userguide/' +
  'parameter-store-advanced-parameters.html';
const ADVANCED_TOO_LONG =
  'Advanced-tier parameters support a maximum parameter value of 8192 characters.';

/** What no value may be, whatever its tier. Errors: ValidationException. */
export function assertValue(value: string): void {
  if (value === '') {
    throw constraint('value', 'Member must have length greater than or equal to 1.', '');
  }
  if (Buffer.byteLength(value) > BYTES_MAX) {
    throw constraint('value', `Member must have length less than or equal to ${BYTES_MAX}`);
  }
  if (NESTED.test(value)) {
    throw validation(
      'Parameter value can\'t nest another parameter. Do not use "{{}}" in the value.',
    );
  }
}

export function fitsStandard(value: string): boolean {
  return Buffer.byteLength(value) <= STANDARD_BYTES_MAX;
}

export function assertFits(value: string, tier: 'Standard' | 'Advanced'): void {
  if (tier === 'Standard' && !fitsStandard(value)) throw validation(STANDARD_TOO_LONG);
  if (Buffer.byteLength(value) > ADVANCED_BYTES_MAX) throw validation(ADVANCED_TOO_LONG);
}

/** Errors: ValidationException. Whether an image exists is found out later. */
export function assertDataType(
  dataType: string,
  {
    name,
    type,
    value,
  }: { readonly name: string; readonly type: ParameterType; readonly value: string },
): void {
  switch (dataType) {
    case TEXT:
      return;
    case IMAGE:
      if (type !== 'String') throw unsupportedInput(dataType, type);
      if (!IMAGE_ID.test(value)) {
        throw validation(
          `The value ${value.slice(0, 100)} is not a valid Amazon Machine Image (AMI) ID format. ` +
            'Valid format: ami-12345abcdeEXAMPLE',
        );
      }
      return;
    case INTEGRATION:
      if (!name.startsWith(INTEGRATION_PREFIX)) {
        throw validation(
          `Parameters of the data type ${INTEGRATION} must have a name that begins with ${INTEGRATION_PREFIX}`,
        );
      }
      return;
    default:
      throw validation(
        `The following data type is not supported: ${dataType}. (Data type names are all lowercase.)`,
      );
  }
}

function unsupportedInput(dataType: string, type: string) {
  return validation(
    `The ${dataType} data type is not supported for the following input type: ${type}`,
  );
}
