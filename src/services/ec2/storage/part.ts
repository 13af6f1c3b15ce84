import type { Ec2Part, Ec2Parts } from '../parts.ts';

/** Volumes, snapshots and EBS encryption. */
export function createStorage(_parts: Ec2Parts): Ec2Part {
  return { operations: [], collections: [], jobs: [] };
}
