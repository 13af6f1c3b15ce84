import type { FeatureType } from '../../../models/iam/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { Tags } from '../../core/tags.ts';
import type { BoundPolicy } from './port.ts';

/** What users, groups and roles have in common. Names are unique whatever their case. */
export interface Identity {
  readonly name: string;
  /** `AIDA…`, `AGPA…`, `AROA…`: never used again. */
  readonly id: string;
  readonly path: string;
  readonly arn: string;
  readonly created: Instant;
  /** Inline policies by name: JSON texts as they were given. */
  readonly inline: Readonly<Record<string, string>>;
  /** ARNs of attached managed policies, in the order of attachment. */
  readonly attached: readonly string[];
}

interface Bounded {
  readonly tags: Tags;
  /** ARN of the permissions boundary. */
  readonly boundary?: string;
}

export interface User extends Identity, Bounded {
  /** Names of the groups, in lower case. */
  readonly groups: readonly string[];
}

export interface Group extends Identity {}

export interface Role extends Identity, Bounded {
  readonly trust: BoundPolicy;
  readonly description?: string;
  readonly maxSessionSeconds: number;
}

/** What hands a role to an EC2 instance. */
export interface InstanceProfile {
  readonly name: string;
  /** `AIPA…` */
  readonly id: string;
  readonly path: string;
  readonly arn: string;
  readonly created: Instant;
  /** The name of its role, in lower case. */
  readonly role?: string;
  readonly tags: Tags;
}

/** An OpenID Connect provider. */
export interface OidcProvider {
  readonly arn: string;
  /** Without its scheme, as AWS shows it: `server.example.com/path`. */
  readonly url: string;
  readonly scheme: 'https' | 'http';
  readonly clientIds: readonly string[];
  /** SHA-1, hexadecimal. */
  readonly thumbprints: readonly string[];
  readonly created: Instant;
  readonly tags: Tags;
}

/** A SAML identity provider. */
export interface SamlProvider {
  readonly arn: string;
  /** `SAMLSP…` */
  readonly uniqueId: string;
  /** The metadata document as it was given. */
  readonly metadata: string;
  readonly created: Instant;
  readonly validUntil: Instant;
  readonly tags: Tags;
}

/** A virtual MFA device. Its serial number is its ARN. */
export interface MfaDevice {
  readonly arn: string;
  readonly serial: string;
  /** Base 32. */
  readonly seed: string;
  readonly created: Instant;
  /** Whose it is, once it is enabled: the user's unique id, and the name in lower case. */
  readonly userId?: string;
  readonly userName?: string;
  readonly enabled?: Instant;
  /** The last step whose code was used: it and those before are refused. */
  readonly lastStep: number;
  /** How many steps the device's clock runs ahead of real time. */
  readonly drift: number;
  readonly tags: Tags;
}

/** With the names and meanings AWS gives the members. */
export interface PasswordPolicy {
  readonly MinimumPasswordLength: number;
  readonly RequireSymbols: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireUppercaseCharacters: boolean;
  readonly RequireLowercaseCharacters: boolean;
  readonly AllowUsersToChangePassword: boolean;
  /** Days. */
  readonly MaxPasswordAge?: number;
  /** How many earlier passwords can't be used again. */
  readonly PasswordReusePrevention?: number;
  readonly HardExpiry?: boolean;
}

/** A user's password. Its id is the user's unique id. */
export interface LoginProfile {
  /** `scrypt$…` */
  readonly hash: string;
  /** Hashes of earlier passwords, the newest first. */
  readonly earlier: readonly string[];
  readonly created: Instant;
  readonly changed: Instant;
  readonly resetRequired: boolean;
}

/** How the deletion of a service-linked role went: it is kept once it is done. */
export interface DeletionTask {
  readonly ended: Instant;
}

/** When something was last used, and for what. */
export interface LastUse {
  readonly date: Instant;
  /** `kms` */
  readonly service: string;
  readonly region: string;
}

/** The last use of a service by a user or role, under `<unique id>/<service>`. */
export interface ServiceUse extends LastUse {
  readonly arn: string;
}

/** Which services somebody may use, and when they did: as it was when it was asked for. */
export interface AccessReport {
  readonly made: Instant;
  readonly services: readonly {
    /** The prefix of its actions: `kms`. */
    readonly service: string;
    readonly uses: readonly {
      readonly entity: {
        readonly Arn: string;
        readonly Name: string;
        readonly Type: 'USER' | 'ROLE';
        readonly Id: string;
        readonly Path: string;
      };
      readonly date: Instant;
      readonly region: string;
    }[];
  }[];
}

/** The account's last credential report: CSV. */
export interface CredentialReport {
  readonly text: string;
  readonly made: Instant;
}

export interface PolicyVersion {
  /** `v1`. */
  readonly id: string;
  readonly text: string;
  readonly created: Instant;
}

export interface ManagedPolicy {
  readonly name: string;
  readonly id: string;
  readonly path: string;
  readonly arn: string;
  readonly description?: string;
  readonly created: Instant;
  readonly updated: Instant;
  /** Oldest first, at most five. */
  readonly versions: readonly PolicyVersion[];
  readonly defaultVersion: string;
  /** The number of the version made next: numbers are not used again. */
  readonly nextVersion: number;
  readonly tags: Tags;
  /** False for AWS's policies of service-linked roles. */
  readonly attachable?: false;
}

/** A long-term access key of a user, or of the account's root. */
export interface AccessKey {
  readonly secretAccessKey: string;
  /** The user's name; undefined for the root. */
  readonly userName?: string;
  readonly active: boolean;
  readonly created: Instant;
}

export interface Account {
  readonly alias?: string;
}

function plain<T extends Document>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return { name, scope: 'account', sealed: false, shape: 1, upgrades: {}, indexes };
}

/** An instant as an index key: texts of one length sort by their digits. */
function sortable(instant: Instant): string {
  return String(instant).padStart(16, '0');
}

const byPolicy = (identity: Identity): readonly string[] => identity.attached;

export const users: Collection<User> = plain<User>('iam.user', {
  policy: byPolicy,
  group: (user) => user.groups,
  boundary: (user) => (user.boundary === undefined ? [] : [user.boundary]),
});
export const groups: Collection<Group> = plain<Group>('iam.group', { policy: byPolicy });
export const roles: Collection<Role> = plain<Role>('iam.role', {
  policy: byPolicy,
  boundary: (role) => (role.boundary === undefined ? [] : [role.boundary]),
});
export const policies: Collection<ManagedPolicy> = plain<ManagedPolicy>('iam.policy', {
  name: (policy) => [policy.name.toLowerCase()],
});
export const instanceProfiles: Collection<InstanceProfile> = plain<InstanceProfile>(
  'iam.instanceProfile',
  // Names hold no slash, so that one role's name is never the beginning of another's key.
  { role: (profile) => (profile.role === undefined ? [] : [`${profile.role}/`]) },
);
export const oidcProviders: Collection<OidcProvider> = plain('iam.oidcProvider');
export const samlProviders: Collection<SamlProvider> = plain('iam.samlProvider');
export const mfaDevices: Collection<MfaDevice> = {
  name: 'iam.mfaDevice',
  scope: 'account',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: { user: (device) => (device.userId === undefined ? [] : [device.userId]) },
};
export const passwordPolicies: Collection<PasswordPolicy> = plain('iam.passwordPolicy');
export const loginProfiles: Collection<LoginProfile> = {
  ...plain<LoginProfile>('iam.loginProfile'),
  sealed: true,
};
/** By access key id. */
export const keyUses: Collection<LastUse> = plain('iam.keyUse');
/** By the role's unique id. */
export const roleUses: Collection<LastUse> = plain('iam.roleUse');
export const serviceUses: Collection<ServiceUse> = plain('iam.serviceUse');
export const accessReports: Collection<AccessReport> = plain<AccessReport>('iam.accessReport', {
  age: (report) => [sortable(report.made)],
});
export const credentialReports: Collection<CredentialReport> = plain('iam.credentialReport');
export const deletionTasks: Collection<DeletionTask> = plain<DeletionTask>('iam.deletionTask', {
  age: (task) => [sortable(task.ended)],
});
export const accounts: Collection<Account> = plain('iam.account');
/** In the management account, by the organization's id. */
export const organizationFeatures: Collection<{ readonly features: readonly FeatureType[] }> =
  plain('iam.organizationFeatures');

export const accessKeys: Collection<AccessKey> = {
  name: 'iam.accessKey',
  scope: 'account',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: { owner: (key) => [ownerKey(key.userName)] },
};

/** Aliases are unique among all accounts. */
export const accountAliases: Collection<{ readonly account: string }> = {
  name: 'iam.accountAlias',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export const SHARED_SCOPE: Scope = { account: '', region: '' };

/** The index key of whose access key it is; no user's name begins with a colon. */
export function ownerKey(userName: string | undefined): string {
  return userName === undefined ? ':root' : userName.toLowerCase();
}

/** The scope of an account's identities, which have no Region. */
export function accountScope(account: string): Scope {
  return { account, region: 'us-east-1' };
}
