import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { Engine } from './domain/engines.ts';

export type Status =
  | 'available'
  | 'creating'
  | 'deleting'
  | 'failed'
  | 'modifying'
  | 'promoting'
  | 'rebooting'
  | 'resetting-master-credentials'
  | 'starting'
  | 'stopped'
  | 'stopping';

/** A database server, as those who connect to it see it. */
export interface ServerFacts {
  readonly version: string;
  readonly address: string;
  readonly port: number;
  readonly masterUsername: string;
  /** The database that it was made with. */
  readonly database?: string;
  /** It runs somewhere else, and is only registered here. */
  readonly isExternal: boolean;
}

/** A secret in Secrets Manager that RDS keeps and rotates. */
export interface MasterSecret {
  readonly arn: string;
  readonly keyArn: string;
  readonly status: 'active' | 'creating' | 'impaired' | 'rotating';
  /** By which RDS may use a customer's key. */
  readonly grantId?: string;
}

/** What DB instances and DB clusters have in common. */
interface Named {
  /** Lower case. */
  readonly id: string;
  /** Never reused: `db-…` or `cluster-…`, and the name of the server that runs for it. */
  readonly resourceId: string;
  readonly scope: Scope;
  readonly created: Instant;
  readonly engine: Engine;
  readonly status: Status;
  readonly deletionProtection: boolean;
  readonly tags: Tags;
  /** Users of the database may log in by tokens of IAM. */
  readonly hasTokens?: boolean;
  /** Where its master user's password is kept, if RDS does. */
  readonly secret?: MasterSecret | undefined;
}

/** A DB instance with a server of its own, or a member of a cluster, which has the cluster's. */
export interface InstanceDocument extends Named {
  readonly kind: 'db';
  readonly server?: ServerFacts;
  /** The id of the cluster that it is a member of. */
  readonly cluster?: string;
  /** `db.t3.micro`: asked for, and told again. */
  readonly instanceClass: string;
  readonly allocatedGiB: number;
  readonly promotionTier: number;
}

export interface ClusterDocument extends Named {
  readonly kind: 'cluster';
  readonly server: ServerFacts;
  /** The id of the global database that it is a member of. */
  readonly global?: string | undefined;
  /** The resource id of the cluster whose server its own follows: it takes no writes. */
  readonly source?: string | undefined;
}

/** Clusters of several Regions that have one another's data. */
export interface GlobalDocument {
  /** Lower case. */
  readonly id: string;
  /** `cluster-…`; never reused. */
  readonly resourceId: string;
  readonly scope: Scope;
  readonly engine: Engine;
  /** What its first cluster is to have, where the request said so. */
  readonly version?: string | undefined;
  readonly database?: string | undefined;
  readonly deletionProtection: boolean;
  readonly tags: Tags;
  readonly status: 'available' | 'failing-over' | 'switching-over';
  /** The first is the primary, which takes writes. */
  readonly members: readonly GlobalMember[];
  /** A change of the primary that is under way. */
  readonly change?: { readonly to: GlobalMember; readonly isLossAllowed: boolean } | undefined;
}

/** A cluster of the account. */
export interface GlobalMember {
  readonly region: string;
  readonly id: string;
}

/** What a server may run for. */
export type ServerOwner = InstanceDocument | ClusterDocument;

function regional<T extends object>(
  name: string,
  sealed: boolean,
  indexes: Collection<T>['indexes'] = {},
): Collection<T> {
  return { name, scope: 'regional', sealed, shape: 1, upgrades: {}, indexes };
}

/** By identifier. */
export const instances = regional<InstanceDocument>('rds.instance', false, {
  cluster: ({ cluster }) => (cluster === undefined ? [] : [cluster]),
  secret: ({ secret }) => (secret === undefined ? [] : [secret.arn]),
});

/** By identifier. */
export const clusters = regional<ClusterDocument>('rds.cluster', false, {
  secret: ({ secret }) => (secret === undefined ? [] : [secret.arn]),
});

/** By identifier: it is of all Regions. */
export const globals: Collection<GlobalDocument> = {
  ...regional<GlobalDocument>('rds.global', false),
  scope: 'account',
};

/** How a server is entered. A password that a customer chose is not kept: the server's own form of it is enough. */
export interface CredentialsDocument {
  /** The password of `ADMIN_NAME`. */
  readonly admin: string;
  /** What the master user's password is to be; see `scramVerifier`. */
  readonly master: string;
  /** Of a rotation: the password it sets, and the version of the secret that it is in. */
  readonly pending?: { readonly token: string; readonly password: string };
}

/** By resource id. */
export const credentials = regional<CredentialsDocument>('rds.credentials', true);

/** AWS's own user in every server; customers can't have the name. */
export const ADMIN_NAME = 'rdsadmin';

/** More than an account can have in a Region. */
export const LISTED_MAX = 1_000;
