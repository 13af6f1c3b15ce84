import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { compileCached } from '../../policy/cache.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { BoundPolicy, PrincipalDirectory } from '../iam/port.ts';
import { invalidParameter } from './errors.ts';

const POLICY_BYTES_MAX = 30_720;

/** Lets the account's own resources act, through the services that act for them. */
export function defaultPolicy({ account }: Scope, arn: string): string {
  return JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: [
          'SNS:GetTopicAttributes',
          'SNS:SetTopicAttributes',
          'SNS:AddPermission',
          'SNS:RemovePermission',
          'SNS:DeleteTopic',
          'SNS:Subscribe',
          'SNS:ListSubscriptionsByTopic',
          'SNS:Publish',
        ],
        Resource: arn,
        Condition: { StringEquals: { 'AWS:SourceOwner': account } },
      },
    ],
  });
}

/** A topic's policy, well-formed. Errors: InvalidParameter. */
export async function requirePolicy(
  principals: PrincipalDirectory,
  unit: Unit,
  text: string,
): Promise<BoundPolicy> {
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX) throw invalidParameter('Policy too long');
  try {
    compileCached(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) {
      throw invalidParameter('Policy Error: null');
    }
    throw error;
  }
  const policy = await principals.bind(unit, text);
  if ('unknown' in policy) throw invalidParameter('Policy statement principal');
  return policy;
}
