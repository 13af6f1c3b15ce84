import type { CertificateStatus } from '../../../models/acm/types.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import type { CertificateKeyAlgorithm } from '../../crypto/x509/key-algorithms.ts';
import { arnOf, placeOf } from './resources.ts';
import { certificates } from './state.ts';

/** What a service that is to show a certificate must know of it. */
export interface KnownCertificate {
  readonly arn: string;
  readonly scope: Scope;
  readonly status: CertificateStatus;
  /** All names that it is for, the first one included. */
  readonly names: readonly string[];
  readonly keyAlgorithm: CertificateKeyAlgorithm;
  /** ARNs of what shows it to clients. */
  readonly inUseBy: readonly string[];
}

/** Where an ARN says that a certificate is; undefined: it is no ARN of one. */
export function certificateScope(arn: string): Scope | undefined {
  return placeOf(arn)?.scope;
}

/**
 * A certificate by its ARN, in whatever account and Region it names; who may use it there is the caller's to decide.
 * Undefined: there is none.
 */
export async function findCertificate(
  unit: Unit,
  arn: string,
): Promise<KnownCertificate | undefined> {
  const place = placeOf(arn);
  if (place === undefined) return undefined;
  const document = await unit.view(place.scope).get(certificates, place.id);
  if (document === undefined) return undefined;
  const { scope, status, names, keyAlgorithm, inUseBy } = document;
  return { arn: arnOf(document), scope, status, names, keyAlgorithm, inUseBy };
}

/** Notes that `userArn` shows the certificate: it can't be deleted from now on, and is renewed. */
export async function useCertificate(unit: Unit, arn: string, userArn: string): Promise<void> {
  await changeUsers(unit, arn, (users) => (users.includes(userArn) ? users : [...users, userArn]));
}

/** Takes back `useCertificate`. */
export async function releaseCertificate(unit: Unit, arn: string, userArn: string): Promise<void> {
  await changeUsers(unit, arn, (users) => users.filter((user) => user !== userArn));
}

async function changeUsers(
  unit: Unit,
  arn: string,
  change: (users: readonly string[]) => readonly string[],
): Promise<void> {
  const place = placeOf(arn);
  if (place === undefined) return;
  const view = unit.view(place.scope);
  const document = await view.get(certificates, place.id);
  if (document === undefined) return;
  const inUseBy = change(document.inUseBy);
  if (inUseBy !== document.inUseBy) view.put(certificates, document.id, { ...document, inUseBy });
}
