/** AWS's default quotas. Sizes count characters, white space left out. */
export const USERS_PER_ACCOUNT = 5_000;
export const GROUPS_PER_ACCOUNT = 300;
export const INSTANCE_PROFILES_PER_ACCOUNT = 1_000;
export const SAML_PROVIDERS_PER_ACCOUNT = 100;
export const OIDC_PROVIDERS_PER_ACCOUNT = 100;
export const CLIENT_IDS_PER_OIDC_PROVIDER = 100;
export const THUMBPRINTS_PER_OIDC_PROVIDER = 5;
/** Reports and finished tasks that are kept for who asks later; the oldest go first. */
export const ACCESS_REPORTS_KEPT = 100;
export const DELETION_TASKS_KEPT = 500;
export const MFA_DEVICES_PER_USER = 8;
export const MFA_DEVICES_PER_ACCOUNT = 20_000;
export const ROLES_PER_ACCOUNT = 1_000;
export const POLICIES_PER_ACCOUNT = 1_500;
export const ACCESS_KEYS_PER_USER = 2;
export const SERVER_CERTIFICATES_PER_ACCOUNT = 20;
export const SIGNING_CERTIFICATES_PER_USER = 2;
export const SSH_PUBLIC_KEYS_PER_USER = 5;
/** For each service. */
export const SERVICE_CREDENTIALS_PER_USER = 2;
/** Links of a server certificate's chain. */
export const CHAIN_MAX = 10;
export const VERSIONS_PER_POLICY = 5;
export const ATTACHED_PER_IDENTITY = 10;
export const GROUPS_PER_USER = 10;
export const TAGS_PER_RESOURCE = 50;
export const MANAGED_POLICY_CHARACTERS = 6_144;
export const TRUST_POLICY_CHARACTERS = 2_048;

/** All inline policies of one identity together. */
export const INLINE_CHARACTERS = { user: 2_048, group: 5_120, role: 10_240 } as const;
