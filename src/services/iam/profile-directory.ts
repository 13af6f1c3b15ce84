import type { InstanceProfileDirectory } from './port.ts';
import { accountScope, instanceProfiles, roles } from './state.ts';

/** Instance profiles by name, whose case does not matter. */
export const profileDirectory: InstanceProfileDirectory = {
  find: async (unit, account, name) => {
    const view = unit.view(accountScope(account));
    const profile = await view.get(instanceProfiles, name.toLowerCase());
    if (profile === undefined) return undefined;
    const role = profile.role === undefined ? undefined : await view.get(roles, profile.role);
    return { arn: profile.arn, id: profile.id, roleArn: role?.arn };
  },
};
