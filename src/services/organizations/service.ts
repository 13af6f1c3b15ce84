import type { Service } from '../../contract/service.ts';
import type { AccountFounder, PrincipalDirectory } from '../iam/port.ts';
import { createAccountJob, creationOperations } from './account-creation.ts';
import { accountOperations } from './accounts.ts';
import { attachmentOperations } from './attachments.ts';
import { delegationPolicyOperations } from './delegation-policy.ts';
import { closeAccount, departureOperations } from './departures.ts';
import { effectivePolicyOperations } from './effective-policy.ts';
import { featureOperations } from './features.ts';
import { handshakeJob, handshakeOperations } from './handshakes.ts';
import { invitationOperations } from './invitations.ts';
import { organizationOperations } from './organization.ts';
import { policyOperations } from './policies.ts';
import { policyTypeOperations } from './policy-types.ts';
import {
  addresses,
  creations,
  delegationPolicies,
  entities,
  handshakes,
  memberships,
  organizations,
  policies,
} from './state.ts';
import { tagOperations } from './tags.ts';
import { delegationOperations, trustedServiceOperations } from './trusted-services.ts';
import { notImplemented } from './unbuilt.ts';
import { unitOperations } from './units.ts';

export interface OrganizationsParts {
  /** Knows the principals that the delegation policy names. */
  readonly principals: PrincipalDirectory;
  /** Gives new accounts their administrator's role. */
  readonly founder: AccountFounder;
}

/** Accounts under one roof: their tree, and the policies that bind them. What they bind is the gateway's work. */
export function createOrganizationsService({ principals, founder }: OrganizationsParts): Service {
  return {
    id: 'organizations',
    principal: 'organizations.amazonaws.com',
    operations: [
      ...organizationOperations,
      ...featureOperations,
      ...policyTypeOperations,
      ...unitOperations,
      ...accountOperations,
      ...creationOperations,
      ...departureOperations,
      ...invitationOperations,
      ...handshakeOperations,
      ...policyOperations,
      ...attachmentOperations,
      ...effectivePolicyOperations,
      ...trustedServiceOperations,
      ...delegationOperations,
      ...delegationPolicyOperations(principals),
      ...tagOperations,
    ],
    notImplemented,
    collections: [
      organizations,
      entities,
      policies,
      creations,
      delegationPolicies,
      memberships,
      handshakes,
      addresses,
    ],
    jobs: [createAccountJob(founder), closeAccount, handshakeJob],
    validationCode: 'InvalidInputException',
  };
}
