import type { Service } from '../../contract/service.ts';
import { accessKeyOperations } from './access-keys.ts';
import { accountOperations } from './account.ts';
import { groupOperations } from './groups.ts';
import { identityPolicyOperations } from './identity-policies.ts';
import { instanceProfileOperations } from './instance-profiles.ts';
import { policyOperations } from './policies.ts';
import { roleOperations } from './roles.ts';
import { simulationOperations } from './simulation.ts';
import {
  accessKeys,
  accountAliases,
  accounts,
  groups,
  instanceProfiles,
  policies,
  roles,
  users,
} from './state.ts';
import { notImplemented } from './unbuilt.ts';
import { userOperations } from './users.ts';

/** Who may call, and what they may do. One for all Regions. */
export const iamService: Service = {
  id: 'iam',
  principal: 'iam.amazonaws.com',
  operations: [
    ...userOperations,
    ...groupOperations,
    ...roleOperations,
    ...policyOperations,
    ...identityPolicyOperations,
    ...accessKeyOperations,
    ...accountOperations,
    ...simulationOperations,
    ...instanceProfileOperations,
  ],
  notImplemented,
  collections: [
    users,
    groups,
    roles,
    policies,
    instanceProfiles,
    accounts,
    accountAliases,
    accessKeys,
  ],
  jobs: [],
  denialCode: { code: 'AccessDenied', status: 403 },
  validationCode: 'ValidationError',
};
