import { compileCached } from './cache.ts';
import { evaluate } from './evaluate.ts';
import type {
  AuthorizationRequest,
  CompiledPolicy,
  PrincipalIdentity,
  Reason,
  SourcedPolicy,
} from './types.ts';

const ALLOWS_ALL: SourcedPolicy = {
  type: 'identity',
  policy: compileCached(
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    }),
    'identity',
  ),
};

const STRANGE_ACCOUNT = '999999999999';

/** Somebody whom no policy can have meant. */
export const STRANGER: PrincipalIdentity & { readonly userName: string } = {
  type: 'IAMUser',
  account: STRANGE_ACCOUNT,
  arn: `arn:aws:iam::${STRANGE_ACCOUNT}:user/stranger`,
  principalId: 'AIDASTRANGERSTRANGER',
  userName: 'stranger',
};

/** Who does not sign. */
export const ANYBODY: PrincipalIdentity = {
  type: 'Anonymous',
  account: '',
  arn: '',
  principalId: '',
};

/** A request, and the policy of the resource it is about. */
export interface ResourceQuestion
  extends Pick<
    AuthorizationRequest,
    'action' | 'resource' | 'principal' | 'resourceAccount' | 'resourcePolicyMode' | 'condition'
  > {
  readonly policy: CompiledPolicy;
}

/** What a resource's policy makes of a request whose caller's own policies allow everything. */
export function reasonOfResource({ policy, ...question }: ResourceQuestion): Reason {
  return evaluate({
    ...question,
    policies: { identity: [ALLOWS_ALL], scps: [] },
    resourcePolicy: { type: 'resource', policy },
    rcps: [],
  }).reason;
}
