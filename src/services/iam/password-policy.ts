import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { onAccount } from './operation.ts';
import { type PasswordPolicy, passwordPolicies } from './state.ts';

const ID = 'account';
/** AWS's own rule, where an account has none: eight characters of three kinds. */
const DEFAULT_LENGTH = 8;
const DEFAULT_KINDS = 3;
const LENGTH_MAX = 128;

/** The symbols AWS counts. */
const KINDS = {
  RequireUppercaseCharacters: /[A-Z]/,
  RequireLowercaseCharacters: /[a-z]/,
  RequireNumbers: /[0-9]/,
  RequireSymbols: /[!@#$%^&*()_+\-=[\]{}|']/,
} as const;

export function passwordPolicyOf(view: View): Promise<PasswordPolicy | undefined> {
  return view.get(passwordPolicies, ID);
}

/** Errors: PasswordPolicyViolation. */
export function assertPassword(
  password: string,
  policy: PasswordPolicy | undefined,
  userName: string,
): void {
  const kinds = Object.entries(KINDS);
  const fits =
    policy === undefined
      ? password.length >= DEFAULT_LENGTH &&
        kinds.filter(([, kind]) => kind.test(password)).length >= DEFAULT_KINDS &&
        password.toLowerCase() !== userName.toLowerCase()
      : password.length >= policy.MinimumPasswordLength &&
        policy.RequireUppercaseCharacters <= KINDS.RequireUppercaseCharacters.test(password) &&
        policy.RequireLowercaseCharacters <= KINDS.RequireLowercaseCharacters.test(password) &&
        policy.RequireNumbers <= KINDS.RequireNumbers.test(password) &&
        policy.RequireSymbols <= KINDS.RequireSymbols.test(password);
  if (!fits || password.length > LENGTH_MAX) throw passwordViolation();
}

export function passwordViolation(): ServiceError {
  const text = 'Password does not conform to the account password policy.';
  return new ServiceError('PasswordPolicyViolation', text, { status: 400 });
}

function noPolicy(account: string): ServiceError {
  const text = `The Password Policy with domain name ${account} cannot be found.`;
  return new ServiceError('NoSuchEntity', text, { status: 404 });
}

export const passwordPolicyOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'UpdateAccountPasswordPolicy',
    access: 'write',
    handle: async (input, view) => {
      // What is left out goes back to its default; nothing stays from before.
      view.put(passwordPolicies, ID, {
        MinimumPasswordLength: input.MinimumPasswordLength ?? 6,
        RequireSymbols: input.RequireSymbols ?? false,
        RequireNumbers: input.RequireNumbers ?? false,
        RequireUppercaseCharacters: input.RequireUppercaseCharacters ?? false,
        RequireLowercaseCharacters: input.RequireLowercaseCharacters ?? false,
        AllowUsersToChangePassword: input.AllowUsersToChangePassword ?? false,
        ...(input.MaxPasswordAge === undefined ? {} : { MaxPasswordAge: input.MaxPasswordAge }),
        ...(input.PasswordReusePrevention === undefined
          ? {}
          : { PasswordReusePrevention: input.PasswordReusePrevention }),
        ...(input.HardExpiry === undefined ? {} : { HardExpiry: input.HardExpiry }),
      });
      return {};
    },
  }),
  onAccount({
    name: 'GetAccountPasswordPolicy',
    access: 'read',
    handle: async (_input, view, { call }) => {
      const policy = await passwordPolicyOf(view);
      if (policy === undefined) throw noPolicy(call.scope.account);
      return { PasswordPolicy: { ...policy, ExpirePasswords: (policy.MaxPasswordAge ?? 0) > 0 } };
    },
  }),
  onAccount({
    name: 'DeleteAccountPasswordPolicy',
    access: 'write',
    handle: async (_input, view, { call }) => {
      if ((await passwordPolicyOf(view)) === undefined) throw noPolicy(call.scope.account);
      view.delete(passwordPolicies, ID);
      return {};
    },
  }),
];
