import type { IamOperations } from '../../../models/iam/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { hashPassword, isPassword } from '../../crypto/password-hash.ts';
import { validationError } from './errors.ts';
import { onResource } from './operation.ts';
import { assertPassword, passwordPolicyOf, passwordViolation } from './password-policy.ts';
import { userKind } from './resources.ts';
import { accountScope, type LoginProfile, loginProfiles, type User } from './state.ts';
import { ownOr } from './users.ts';

/** The most earlier passwords an account's policy can forbid. */
const REMEMBERED_MAX = 24;

const ofOwn = { kind: userKind, of: ownOr };

function noProfile(name: string): ServiceError {
  const text = `Login Profile for User ${name} cannot be found.`;
  return new ServiceError('NoSuchEntity', text, { status: 404 });
}

/** The password of a user who may sign in; kept by the user's unique id, so that a namesake has none. */
export function loginProfileOf(view: View, user: User): Promise<LoginProfile | undefined> {
  return view.get(loginProfiles, user.id);
}

async function existing(view: View, user: User): Promise<LoginProfile> {
  const profile = await loginProfileOf(view, user);
  if (profile === undefined) throw noProfile(user.name);
  return profile;
}

function shown(user: User, profile: LoginProfile) {
  return {
    UserName: user.name,
    CreateDate: new Date(profile.created),
    PasswordResetRequired: profile.resetRequired,
  };
}

/** The profile with another password, judged by the account's policy. Errors: PasswordPolicyViolation. */
async function withPassword(
  context: Context,
  view: View,
  user: User,
  { password, from }: { readonly password: string; readonly from: LoginProfile | undefined },
): Promise<Pick<LoginProfile, 'hash' | 'earlier' | 'changed'>> {
  const policy = await passwordPolicyOf(view);
  assertPassword(password, policy, user.name);
  const earlier = from === undefined ? [] : [from.hash, ...from.earlier];
  const forbidden = earlier.slice(0, policy?.PasswordReusePrevention ?? 0);
  const wasUsed = await context.once(async () => {
    for (const hash of forbidden) if (await isPassword(password, hash)) return true;
    return false;
  });
  if (wasUsed) throw passwordViolation();
  return {
    hash: await context.once(() => hashPassword(password)),
    earlier: earlier.slice(0, REMEMBERED_MAX),
    changed: context.call.now,
  };
}

/** Users change their own password by permission, or because the account lets everybody. */
const changePassword: OperationOf<IamOperations, 'ChangePassword'> = {
  name: 'ChangePassword',
  access: 'write',
  authorize: async (_input, context) => {
    const { account } = context.call.scope;
    const policy = await passwordPolicyOf(context.unit.view(accountScope(account)));
    if (policy?.AllowUsersToChangePassword === true) return [];
    const resource = await context.resolve(userKind, ownName(context));
    return [{ action: 'iam:ChangePassword', resource }];
  },
  handle: async (input, context) => {
    const resource = await context.resolve(userKind, ownName(context));
    const { document: user } = resource.resolved;
    if (user === undefined) throw new Error('a user who is gone changed a password');
    const view = context.unit.view(accountScope(context.call.scope.account));
    const profile = await existing(view, user);
    if (!(await context.once(() => isPassword(input.OldPassword, profile.hash)))) {
      const text = 'The old password was incorrect.';
      throw new ServiceError('AccessDenied', text, { status: 403 });
    }
    const { NewPassword: password } = input;
    const changed = await withPassword(context, view, user, { password, from: profile });
    view.put(loginProfiles, user.id, { ...profile, ...changed, resetRequired: false });
    return {};
  },
};

function ownName(context: Pick<Context, 'call'>): string {
  const { identity } = context.call.caller;
  if (identity.type === 'IAMUser' && identity.userName !== undefined) return identity.userName;
  const text = 'Only IAM Users can change their own password.';
  throw new ServiceError('InvalidUserType', text, { status: 400 });
}

export const loginProfileOperations: readonly AnyOperation[] = [
  onResource({
    name: 'CreateLoginProfile',
    access: 'write',
    ...ofOwn,
    handle: async (input, { document: user, view }, context) => {
      if ((await loginProfileOf(view, user)) !== undefined) {
        const text = `Login Profile for user ${user.name} already exists.`;
        throw new ServiceError('EntityAlreadyExists', text, { status: 409 });
      }
      const { Password: password } = input;
      if (password === undefined) throw validationError('Must specify a password');
      const made = await withPassword(context, view, user, { password, from: undefined });
      const profile: LoginProfile = {
        ...made,
        created: context.call.now,
        resetRequired: input.PasswordResetRequired ?? false,
      };
      view.put(loginProfiles, user.id, profile);
      return { LoginProfile: shown(user, profile) };
    },
  }),
  onResource({
    name: 'GetLoginProfile',
    access: 'read',
    ...ofOwn,
    handle: async (_input, { document: user, view }) => ({
      LoginProfile: shown(user, await existing(view, user)),
    }),
  }),
  onResource({
    name: 'UpdateLoginProfile',
    access: 'write',
    ...ofOwn,
    handle: async (input, { document: user, view }, context) => {
      const profile = await existing(view, user);
      const { Password: password, PasswordResetRequired: resetRequired } = input;
      const changed =
        password === undefined
          ? {}
          : await withPassword(context, view, user, { password, from: profile });
      view.put(loginProfiles, user.id, {
        ...profile,
        ...changed,
        resetRequired: resetRequired ?? profile.resetRequired,
      });
      return {};
    },
  }),
  onResource({
    name: 'DeleteLoginProfile',
    access: 'write',
    ...ofOwn,
    handle: async (_input, { document: user, view }) => {
      await existing(view, user);
      view.delete(loginProfiles, user.id);
      return {};
    },
  }),
  changePassword,
];
