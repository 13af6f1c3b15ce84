import type { Context } from '../../contract/operation.ts';
import { compileCached } from '../../policy/cache.ts';
import { reasonOfResource } from '../../policy/resource-side.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { CompiledPolicy, ConditionLookup } from '../../policy/types.ts';
import { requestConditions } from './conditions.ts';
import { limitExceeded, malformedPolicy } from './errors.ts';
import type { BoundPolicy, PrincipalDirectory } from '../iam/port.ts';

const POLICY_BYTES_MAX = 32_768;

export interface PolicyChecks {
  /** Errors: MalformedPolicyDocumentException, LimitExceededException. */
  assertAcceptable(
    context: Context,
    keyArn: string,
    policy: string,
    options: { readonly bypassLockout: boolean },
  ): Promise<BoundPolicy>;
}

/** What a key policy must pass before it is stored, bound to those it names. */
export function createPolicyChecks(principals: PrincipalDirectory): PolicyChecks {
  return {
    assertAcceptable: async (context, keyArn, policy, options) => {
      if (Buffer.byteLength(policy) > POLICY_BYTES_MAX) {
        throw limitExceeded(`The key policy is larger than ${POLICY_BYTES_MAX} bytes.`);
      }
      compiledPolicy(policy);
      const bound = await principals.bind(context.unit, policy);
      if ('unknown' in bound) {
        throw malformedPolicy('Policy contains a statement with one or more invalid principals.');
      }
      const compiled = compiledPolicy(bound.bound?.text ?? policy);
      if (!options.bypassLockout && !mayReplacePolicy(context, keyArn, compiled)) {
        throw malformedPolicy(
          'The new key policy will not allow you to update the key policy in the future.',
        );
      }
      return bound;
    },
  };
}

function compiledPolicy(text: string): CompiledPolicy {
  try {
    return compileCached(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw malformedPolicy(error.message);
    throw error;
  }
}

/**
 * The lock-out check: would the key's side let this caller replace the policy again? The identity's side counts as
 * allowing, since it can be changed without the key.
 */
function mayReplacePolicy(context: Context, keyArn: string, policy: CompiledPolicy): boolean {
  const { identity } = context.call.caller;
  const reason = reasonOfResource({
    action: 'kms:PutKeyPolicy',
    resource: keyArn,
    principal: identity,
    resourceAccount: context.call.scope.account,
    policy,
    resourcePolicyMode: 'required',
    condition: callerConditions(context),
  });
  return reason.outcome === 'allowed';
}

function callerConditions(context: Context): ConditionLookup {
  const { caller } = context.call;
  const { identity } = caller;
  const own = requestConditions(context.call);
  own.set('aws:principalaccount', [identity.account]);
  own.set('aws:principalarn', [identity.roleArn ?? identity.arn]);
  own.set('aws:userid', [identity.principalId]);
  if (identity.userName !== undefined) own.set('aws:username', [identity.userName]);
  return (key) => own.get(key) ?? caller.conditions.get(key);
}
