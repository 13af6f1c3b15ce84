import type { ControlCheck } from '../securityhub/port.ts';
import { accountResource } from '../securityhub/port.ts';
import { accountScope, type PasswordPolicy, passwordPolicies } from './state.ts';

const STRONG_LENGTH = 8;
const LONG_LENGTH = 14;

function ofPolicy(control: string, passes: (policy: PasswordPolicy) => boolean): ControlCheck {
  return {
    control,
    check: async (unit, scope) => {
      const { items } = await unit
        .view(accountScope(scope.account))
        .list(passwordPolicies, { limit: 1 });
      const policy = items[0]?.document;
      return [accountResource(scope, policy !== undefined && passes(policy))];
    },
  };
}

/** What an account asks of its users' passwords. */
export const passwordChecks: readonly ControlCheck[] = [
  ofPolicy(
    'IAM.7',
    (policy) =>
      policy.RequireUppercaseCharacters &&
      policy.RequireLowercaseCharacters &&
      policy.RequireSymbols &&
      policy.RequireNumbers &&
      policy.MinimumPasswordLength >= STRONG_LENGTH,
  ),
  ofPolicy('IAM.15', ({ MinimumPasswordLength }) => MinimumPasswordLength >= LONG_LENGTH),
];
