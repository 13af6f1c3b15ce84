import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { managedKey, managesKey, recordKey } from './authorization.ts';
import { POLICY_NAME } from './domain/key-policy.ts';
import { notFound, validation } from './errors.ts';
import { pageOf } from './pages.ts';
import type { PolicyChecks } from './policy-checks.ts';
import { keys } from './state.ts';

export function createGetKeyPolicy(
  principals: PrincipalDirectory,
): OperationOf<KmsOperations, 'GetKeyPolicy'> {
  return {
    name: 'GetKeyPolicy',
    access: 'read',
    authorize: managesKey('kms:GetKeyPolicy'),
    handle: async (input, context) => {
      const key = await managedKey(context, input.KeyId);
      if ((input.PolicyName ?? POLICY_NAME) !== POLICY_NAME) {
        throw notFound(`No such policy exists with name ${input.PolicyName}`);
      }
      const Policy = await principals.show(context.unit, key.document.policy);
      return { Policy, PolicyName: POLICY_NAME };
    },
  };
}

export function createPutKeyPolicy(
  checks: PolicyChecks,
): OperationOf<KmsOperations, 'PutKeyPolicy'> {
  return {
    name: 'PutKeyPolicy',
    access: 'write',
    authorize: managesKey('kms:PutKeyPolicy', (conditions, input) => {
      const bypass = input.BypassPolicyLockoutSafetyCheck === true;
      conditions.set('kms:bypasspolicylockoutsafetycheck', [String(bypass)]);
    }),
    handle: async (input, context) => {
      const key = await managedKey(context, input.KeyId);
      if ((input.PolicyName ?? POLICY_NAME) !== POLICY_NAME) {
        throw validation('The only valid policy name is default.');
      }
      const policy = await checks.assertAcceptable(context, key.arn, input.Policy, {
        bypassLockout: input.BypassPolicyLockoutSafetyCheck === true,
      });
      key.view.put(keys, key.document.id, { ...key.document, policy });
      recordKey(context, key);
      return {};
    },
  };
}

export const listKeyPolicies: OperationOf<KmsOperations, 'ListKeyPolicies'> = {
  name: 'ListKeyPolicies',
  access: 'read',
  authorize: managesKey('kms:ListKeyPolicies'),
  handle: async (input, context) => {
    const key = await managedKey(context, input.KeyId);
    // One name fits on every page, so no marker was ever given out.
    pageOf(context.call, input, 1, key.document.id);
    return { PolicyNames: [POLICY_NAME], Truncated: false };
  },
};
