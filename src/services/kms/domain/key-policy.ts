import { partitionOf } from '../../../core/arn.ts';
import type { Scope } from '../../../core/scope.ts';

/** The one name a key's policy has. */
export const POLICY_NAME = 'default';

/** The policy of a key that was created without one: the account decides through IAM. */
export function defaultKeyPolicy(scope: Scope): string {
  const root = `arn:${partitionOf(scope.region)}:iam::${scope.account}:root`;
  return `{
  "Version" : "2012-10-17",
  "Id" : "key-default-1",
  "Statement" : [ {
    "Sid" : "Enable IAM User Permissions",
    "Effect" : "Allow",
    "Principal" : {
      "AWS" : "${root}"
    },
    "Action" : "kms:*",
    "Resource" : "*"
  } ]
}`;
}
