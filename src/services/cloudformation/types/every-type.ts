import { cloudFormationTypes } from './cloudformation.ts';
import { ecrTypes } from './ecr.ts';
import { iamTypes } from './iam.ts';
import { kmsTypes } from './kms.ts';
import { lambdaTypes } from './lambda.ts';
import type { ResourceType } from './resource-type.ts';
import { s3Types } from './s3.ts';
import { secretsManagerTypes } from './secretsmanager.ts';
import { ssmTypes } from './ssm.ts';

/** One line for the types of each service. */
export const everyType: readonly ResourceType[] = [
  ...cloudFormationTypes,
  ...ecrTypes,
  ...iamTypes,
  ...kmsTypes,
  ...lambdaTypes,
  ...s3Types,
  ...secretsManagerTypes,
  ...ssmTypes,
];
