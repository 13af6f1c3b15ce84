import { kmsTypes } from './kms.ts';
import type { ResourceType } from './resource-type.ts';
import { ssmTypes } from './ssm.ts';

/** One line for the types of each service. */
export const everyType: readonly ResourceType[] = [...kmsTypes, ...ssmTypes];
