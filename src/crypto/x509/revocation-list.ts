import { webcrypto } from 'node:crypto';
import type { Instant } from '../../core/time.ts';
import type { Signatory } from './certificate.ts';
import { type Hash, signingKey } from './key-algorithms.ts';
import { x509Library } from './library.ts';

/** Why certificates were taken back, by AWS's names and the numbers of the extension. */
export const REVOCATION_REASONS: ReadonlyMap<string, number> = new Map([
  ['UNSPECIFIED', 0],
  ['KEY_COMPROMISE', 1],
  ['CERTIFICATE_AUTHORITY_COMPROMISE', 2],
  ['CA_COMPROMISE', 2],
  ['AFFILIATION_CHANGED', 3],
  ['SUPERSEDED', 4],
  // As ACM once spelled it.
  ['SUPERCEDED', 4],
  ['CESSATION_OF_OPERATION', 5],
  ['CERTIFICATE_HOLD', 6],
  ['REMOVE_FROM_CRL', 8],
  ['PRIVILEGE_WITHDRAWN', 9],
  ['A_A_COMPROMISE', 10],
]);

export interface RevocationList {
  readonly thisUpdate: Instant;
  readonly nextUpdate: Instant;
  readonly revoked: readonly {
    /** Hexadecimal. */
    readonly serial: string;
    readonly at: Instant;
    /** A number of `REVOCATION_REASONS`. */
    readonly reason: number;
  }[];
}

/** A list of what an authority took back (CRL), signed by it: DER. */
export async function revocationList(
  { thisUpdate, nextUpdate, revoked }: RevocationList,
  issuer: Signatory,
  hash: Hash,
): Promise<Uint8Array> {
  const library = await x509Library();
  const { key, algorithm } = await signingKey(issuer.privateKey, hash);
  const certificate = new library.X509Certificate(issuer.certificate);
  const list = await library.X509CrlGenerator.create(
    {
      issuer: certificate.subjectName,
      thisUpdate: new Date(thisUpdate),
      nextUpdate: new Date(nextUpdate),
      entries: revoked.map(({ serial, at, reason }) => ({
        serialNumber: serial,
        revocationDate: new Date(at),
        reason,
      })),
      extensions: [
        await library.AuthorityKeyIdentifierExtension.create(
          certificate.publicKey,
          false,
          webcrypto,
        ),
      ],
      signingKey: key,
      signingAlgorithm: algorithm,
    },
    webcrypto,
  );
  return new Uint8Array(list.rawData);
}
