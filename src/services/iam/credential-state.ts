import type { Collection } from '../../contract/collection.ts';
import type { Instant } from '../../core/time.ts';
import type { Tags } from '../../core/tags.ts';

/** A certificate for servers, with its key. Its id is the name in lower case. */
export interface ServerCertificate {
  readonly name: string;
  /** `ASCA…` */
  readonly id: string;
  readonly path: string;
  readonly arn: string;
  /** PEM, as it was given. */
  readonly body: string;
  readonly chain?: string;
  readonly privateKey: string;
  readonly uploaded: Instant;
  readonly expires: Instant;
  readonly tags: Tags;
}

/** What belongs to one user, or to the account's root. */
interface Owned {
  /** The user's unique id, or `:root`. */
  readonly owner: string;
  readonly active: boolean;
  readonly created: Instant;
}

/** A certificate of a user, for requests that are signed by X.509. */
export interface SigningCertificate extends Owned {
  readonly id: string;
  /** PEM, as it was given. */
  readonly body: string;
  /** SHA-256 of the certificate, hexadecimal. */
  readonly fingerprint: string;
}

export interface SshPublicKey extends Owned {
  /** `APKA…` */
  readonly id: string;
  /** `ssh-rsa AAAA…`, without a comment. */
  readonly body: string;
}

/** A user name and password, or an API key, for one service. */
export interface ServiceCredential extends Owned {
  /** `ACCA…` */
  readonly id: string;
  /** `codecommit.amazonaws.com` */
  readonly service: string;
  readonly name: string;
  /** `scrypt$…` of the password. */
  readonly hash: string;
  readonly expires?: Instant;
}

function ofOwner<T extends Owned>(name: string): Collection<T> {
  return {
    name,
    scope: 'account',
    sealed: true,
    shape: 1,
    upgrades: {},
    indexes: { owner: ({ owner }) => [`${owner}/`] },
  };
}

export const serverCertificates: Collection<ServerCertificate> = {
  name: 'iam.serverCertificate',
  scope: 'account',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};
export const signingCertificates: Collection<SigningCertificate> =
  ofOwner('iam.signingCertificate');
export const sshPublicKeys: Collection<SshPublicKey> = ofOwner('iam.sshPublicKey');
export const serviceCredentials: Collection<ServiceCredential> = ofOwner('iam.serviceCredential');
