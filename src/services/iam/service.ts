import type { OrganizationSource } from '../../contract/organization.ts';
import type { AnyCollection, Service } from '../../contract/service.ts';
import { accessKeyOperations } from './access-keys.ts';
import { accountOperations } from './account.ts';
import { grantingPolicyOperations } from './granting-policies.ts';
import { groupOperations } from './groups.ts';
import { identityPolicyOperations } from './identity-policies.ts';
import { instanceProfileOperations } from './instance-profiles.ts';
import { accountDetailOperations } from './account-details.ts';
import { credentialReportOperations } from './credential-report.ts';
import { lastUsedFollower } from './last-used.ts';
import { loginProfileOperations } from './login-profiles.ts';
import { passwordPolicyOperations } from './password-policy.ts';
import { mfaOperations } from './mfa-devices.ts';
import { oidcProviderOperations } from './oidc-providers.ts';
import { organizationRootOperations } from './organization-roots.ts';
import type { KeySets, OrganizationDirectory } from './port.ts';
import { policyOperations } from './policies.ts';
import { roleOperations } from './roles.ts';
import { samlProviderOperations } from './saml-providers.ts';
import { serviceLinkedRoleOperations } from './service-linked-roles.ts';
import { serviceAccessOperations } from './service-access.ts';
import {
  serverCertificates,
  serviceCredentials,
  signingCertificates,
  sshPublicKeys,
} from './credential-state.ts';
import { serverCertificateOperations } from './server-certificates.ts';
import { serviceCredentialOperations } from './service-credentials.ts';
import { signingCertificateOperations } from './signing-certificates.ts';
import { sshPublicKeyOperations } from './ssh-public-keys.ts';
import { simulationOperations } from './simulation.ts';
import {
  accessKeys,
  accessReports,
  accountAliases,
  accounts,
  credentialReports,
  deletionTasks,
  groups,
  instanceProfiles,
  keyUses,
  loginProfiles,
  mfaDevices,
  oidcProviders,
  organizationFeatures,
  passwordPolicies,
  policies,
  roles,
  roleUses,
  samlProviders,
  serviceUses,
  users,
} from './state.ts';
import {
  type TokenIssuerParts,
  tokenIssuerAccounts,
  tokenIssuerOperations,
  tokenIssuers,
} from './token-issuers.ts';
import { notImplemented } from './unbuilt.ts';
import { userOperations } from './users.ts';

const collections: readonly AnyCollection[] = [
  users,
  groups,
  roles,
  policies,
  instanceProfiles,
  oidcProviders,
  samlProviders,
  mfaDevices,
  passwordPolicies,
  loginProfiles,
  keyUses,
  roleUses,
  serviceUses,
  credentialReports,
  accessReports,
  deletionTasks,
  accounts,
  organizationFeatures,
  accountAliases,
  accessKeys,
  serverCertificates,
  signingCertificates,
  sshPublicKeys,
  serviceCredentials,
  tokenIssuers,
  tokenIssuerAccounts,
];

/** What IAM is given besides its contexts. */
export interface IamParts extends TokenIssuerParts {
  readonly keySets: KeySets;
  readonly organizations: OrganizationSource;
  readonly organizationDirectory: OrganizationDirectory;
}

/** Who may call, and what they may do. One for all Regions. */
export function createIamService(parts: IamParts): Service {
  return {
    id: 'iam',
    principal: 'iam.amazonaws.com',
    operations: [
      ...userOperations,
      ...groupOperations,
      ...roleOperations,
      ...policyOperations,
      ...identityPolicyOperations,
      ...accessKeyOperations,
      ...serverCertificateOperations,
      ...signingCertificateOperations,
      ...sshPublicKeyOperations,
      ...serviceCredentialOperations,
      ...accountOperations,
      ...tokenIssuerOperations(parts),
      ...organizationRootOperations(parts.organizationDirectory),
      ...simulationOperations(parts.organizations),
      ...instanceProfileOperations,
      ...mfaOperations,
      ...passwordPolicyOperations,
      ...loginProfileOperations,
      ...credentialReportOperations,
      ...accountDetailOperations,
      ...samlProviderOperations,
      ...serviceLinkedRoleOperations,
      ...grantingPolicyOperations,
      ...serviceAccessOperations,
      ...oidcProviderOperations(parts.keySets),
    ],
    notImplemented,
    collections,
    jobs: [],
    followers: [lastUsedFollower],
    denialCode: { code: 'AccessDenied', status: 403 },
    validationCode: 'ValidationError',
    // One-time codes of a refused call are still good for a while.
    unrecordedMembers: new Set(['AuthenticationCode1', 'AuthenticationCode2']),
  };
}
