import type { Ec2Part, Ec2Parts } from '../parts.ts';
import { imagePlaces, images } from './state.ts';

/** Images. */
export function createImages(_parts: Ec2Parts): Ec2Part {
  return { operations: [], collections: [images, imagePlaces], jobs: [] };
}
