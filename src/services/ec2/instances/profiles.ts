import type { IamInstanceProfileSpecification } from '../../../../models/ec2/types.ts';
import type { Permission, ResolveContext } from '../../../contract/operation.ts';
import { parseArn } from '../../../core/arn.ts';
import type { InstanceProfileDirectory, KnownProfile } from '../../iam/port.ts';
import { newArn } from '../authorization.ts';
import { invalidParameterValue, missingParameter } from '../errors.ts';
import { instanceNoun } from './noun.ts';

/** The profile that a request names, by its name or ARN; undefined: there is none. */
export async function profileNamed(
  profiles: InstanceProfileDirectory,
  { unit, call }: ResolveContext,
  { Arn, Name }: IamInstanceProfileSpecification,
): Promise<KnownProfile | undefined> {
  const { account } = call.scope;
  if (Arn === undefined) {
    return Name === undefined ? undefined : profiles.find(unit, account, Name);
  }
  const name = parseArn(Arn)?.resource.split('/').at(-1);
  if (name === undefined) return undefined;
  const found = await profiles.find(unit, account, name);
  return found?.arn === Arn ? found : undefined;
}

/** Errors: InvalidParameterValue for a profile that is missing, or has no role. */
export async function usableProfile(
  profiles: InstanceProfileDirectory,
  context: ResolveContext,
  given: IamInstanceProfileSpecification,
): Promise<KnownProfile> {
  const { Arn, Name } = given;
  if (Arn === undefined && Name === undefined) throw missingParameter('iamInstanceProfile');
  const profile = await profileNamed(profiles, context, given);
  if (profile === undefined) {
    throw invalidParameterValue(
      Arn === undefined
        ? `Value (${Name ?? ''}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name`
        : `Value (${Arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN`,
    );
  }
  if (profile.roleArn === undefined) {
    throw invalidParameterValue(
      `IAM Instance Profile "${profile.arn}" has no associated IAM Roles`,
    );
  }
  return profile;
}

/** Whoever gives an instance a role must be allowed to pass it on. */
export async function passesRole(
  profiles: InstanceProfileDirectory,
  context: ResolveContext,
  given: IamInstanceProfileSpecification | undefined,
  instanceId?: string,
): Promise<readonly Permission[]> {
  if (given === undefined) return [];
  const profile = await profileNamed(profiles, context, given);
  if (profile?.roleArn === undefined) return [];
  const { scope } = context.call;
  const arn =
    instanceId === undefined
      ? newArn(context, instanceNoun.type)
      : instanceNoun.arn(scope, instanceId);
  const conditions = new Map([
    ['iam:passedtoservice', ['ec2.amazonaws.com']],
    ['iam:associatedresourcearn', [arn]],
  ]);
  return [{ action: 'iam:PassRole', resource: profile.roleArn, conditions }];
}
