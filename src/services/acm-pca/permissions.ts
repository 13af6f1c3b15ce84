import { onAuthority } from './authorization.ts';
import { invalidArguments, notFound, permissionExists } from './errors.ts';
import { authorities, type PermissionDocument } from './state.ts';

/** The one service that may be let in. */
const ACM = 'acm.amazonaws.com';

/** ACM renews certificates of an authority only with its permission. */
export const createPermission = onAuthority({
  name: 'CreatePermission',
  access: 'write',
  handle: async ({ Principal, SourceAccount, Actions }, { authority, view }, { call }) => {
    if (Principal !== ACM) {
      throw invalidArguments(`The principal must be ${ACM}.`);
    }
    const sourceAccount = SourceAccount ?? call.scope.account;
    const { permissions } = authority;
    if (permissions.some((one) => isFor(one, Principal, sourceAccount))) throw permissionExists();
    const added = { principal: Principal, sourceAccount, actions: Actions, created: call.now };
    const changed = { ...authority, permissions: [...permissions, added] };
    view.put(authorities, authority.id, changed);
    return {};
  },
});

export const deletePermission = onAuthority({
  name: 'DeletePermission',
  access: 'write',
  handle: async ({ Principal, SourceAccount }, { authority, view }, { call }) => {
    const sourceAccount = SourceAccount ?? call.scope.account;
    const { permissions } = authority;
    const kept = permissions.filter((one) => !isFor(one, Principal, sourceAccount));
    if (kept.length === permissions.length) throw notFound('The permission does not exist.');
    view.put(authorities, authority.id, { ...authority, permissions: kept });
    return {};
  },
});

/** All at once: an authority has one for an account. */
export const listPermissions = onAuthority({
  name: 'ListPermissions',
  access: 'read',
  handle: async (_input, { authority, arn }) => ({
    Permissions: authority.permissions.map(({ principal, sourceAccount, actions, created }) => ({
      CertificateAuthorityArn: arn,
      Principal: principal,
      SourceAccount: sourceAccount,
      Actions: actions,
      CreatedAt: new Date(created),
    })),
  }),
});

function isFor(permission: PermissionDocument, principal: string, sourceAccount: string): boolean {
  return permission.principal === principal && permission.sourceAccount === sourceAccount;
}
