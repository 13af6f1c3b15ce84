import { ec2Error, invalidParameterValue } from '../errors.ts';

export function architectureMismatch(ofType: readonly string[], ofImage: string) {
  return invalidParameterValue(
    `The architecture '${ofType.join(',')}' of the specified instance type does not match the architecture ` +
      `'${ofImage}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and ` +
      "try again. You can use 'describe-instance-types' or 'describe-images' to discover the architecture of the " +
      'instance type or AMI.',
  );
}

export function tooManyInstances(wanted: number, most: number) {
  const text =
    `You have requested more instances (${wanted}) than your current instance limit of ${most} allows for the ` +
    'specified instance type. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to ' +
    'this limit.';
  return ec2Error('InstanceLimitExceeded', text);
}
