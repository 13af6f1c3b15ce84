import type { Ec2Part } from '../parts.ts';
import { accountAttributeOperations } from './attributes.ts';
import { regionOperations } from './regions.ts';

/** What an account has in every Region. */
export const account: Ec2Part = {
  operations: [...accountAttributeOperations, ...regionOperations],
  collections: [],
  jobs: [],
};
