import type { Context } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Instant } from '../../core/time.ts';
import { ec2DescribeImages } from '../ec2/port.ts';
import { awsEvent } from '../events/port.ts';
import { parameterArn } from './domain/parameter-name.ts';
import { IMAGE } from './domain/parameter-value.ts';
import type { ParameterDocument } from './state.ts';

/**
 * Whether the caller can describe an image. Call it before anything is written: what EC2 refuses drops it. The answer of
 * PutParameter is the same either way: AWS looks for the image when it has answered.
 */
export async function canDescribe(context: Context, imageId: string): Promise<boolean> {
  try {
    const input = { ImageIds: [imageId] };
    const { Images = [] } = await context.callService(ec2DescribeImages, input, { via: 'ssm' });
    return Images.length === 1;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}

/** Tells that an image was not found: it did not become a parameter. */
export function tellUndescribed(
  unit: Unit,
  { scope, id, name }: ParameterDocument,
  held: ParameterDocument | undefined,
  now: Instant,
): void {
  unit.emit(
    awsEvent(scope, now, {
      source: 'aws.ssm',
      detailType: 'Parameter Store Change',
      resources: [parameterArn(scope, id)],
      detail: {
        exception: 'Unable to Describe Resource',
        dataType: IMAGE,
        name,
        type: 'String',
        operation: held === undefined ? 'Create' : 'Update',
      },
    }),
  );
}
