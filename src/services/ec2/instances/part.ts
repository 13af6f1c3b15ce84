import type { Ec2Part, Ec2Parts } from '../parts.ts';
import { instances } from './state.ts';

/** Instances. */
export function createInstances(_parts: Ec2Parts): Ec2Part {
  return { operations: [], collections: [instances], jobs: [] };
}
