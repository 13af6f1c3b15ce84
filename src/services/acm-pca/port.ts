import type {
  AcmPcaOperations,
  CertificateAuthority,
  SigningAlgorithm,
} from '../../../models/acm-pca/types.ts';
import type { OperationReference } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { parseIssuedArn } from './resources.ts';
import { issued, issuedKey } from './state.ts';

function operation<N extends keyof AcmPcaOperations>(
  name: N,
): OperationReference<AcmPcaOperations[N]['input'], AcmPcaOperations[N]['output']> {
  return { service: 'acm-pca', operation: name };
}

/** What other services ask of private authorities, through the pipeline. */
export const acmPcaDescribeCertificateAuthority = operation('DescribeCertificateAuthority');
export const acmPcaIssueCertificate = operation('IssueCertificate');
export const acmPcaGetCertificate = operation('GetCertificate');

/** What an authority signs with where it is not told anything else. */
export function signingAlgorithmOf(authority: CertificateAuthority | undefined): SigningAlgorithm {
  return authority?.CertificateAuthorityConfiguration?.SigningAlgorithm ?? 'SHA256WITHRSA';
}

/**
 * A certificate that was ordered by `IssueCertificate`; undefined: it is not made yet. PEM. Nobody is asked whether it may be
 * got: whoever ordered it was, by `GetCertificate`.
 */
export async function issuedCertificate(
  unit: Unit,
  arn: string,
): Promise<{ readonly certificate: string; readonly chain: string } | undefined> {
  const place = parseIssuedArn(arn);
  if (place === undefined) return undefined;
  const key = issuedKey(place.authority, place.serial);
  const document = await unit.view(place.scope).get(issued, key);
  const { certificate, chain } = document ?? {};
  return certificate === undefined || chain === undefined ? undefined : { certificate, chain };
}
