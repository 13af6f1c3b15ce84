import { firstOf } from '../../listing/first-documents.ts';
import type { SharedResource, SharedResources } from '../access-analyzer/port.ts';
import { SERVICE_ROLE_PATH } from './protected-roles.ts';
import { accountScope, roles } from './state.ts';

/** Roles by their trust policies, as the analyzer of external access looks at them. */
export const sharedRoles: SharedResources = {
  type: 'AWS::IAM::Role',
  source: 'iam.amazonaws.com',
  isGlobal: true,
  list: async (unit, { account }, limit) => {
    const all = await firstOf(unit.view(accountScope(account)), roles, limit);
    return all
      .filter(({ path }) => !path.startsWith(SERVICE_ROLE_PATH))
      .map(({ arn, trust }): SharedResource => ({ arn, policy: trust.text }));
  },
};
