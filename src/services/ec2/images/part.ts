import type { Ec2Part } from '../parts.ts';
import { imageAttributeOperations } from './attributes.ts';
import { createCopyImage } from './copies.ts';
import { createCreateImage } from './creation.ts';
import { createDescribeImages } from './listing.ts';
import { settleImage } from './making.ts';
import { registrationOperations } from './registration.ts';
import { imageSettingOperations } from './settings.ts';
import { imagePlaces, imageSettings, images } from './state.ts';
import type { VisibleImages } from './visibility.ts';

/** Images. */
export function createImages(visible: VisibleImages): Ec2Part {
  return {
    operations: [
      createCopyImage(visible),
      createCreateImage(visible),
      createDescribeImages(visible),
      ...imageAttributeOperations,
      ...registrationOperations,
      ...imageSettingOperations,
    ],
    collections: [images, imagePlaces, imageSettings],
    jobs: [settleImage],
  };
}
