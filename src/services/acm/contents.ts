import type { KeyAlgorithm } from '../../../models/acm/types.ts';
import { privateKeyPem } from '../../crypto/x509/pem.ts';
import { type CertificateTarget, onCertificate } from './authorization.ts';
import { invalidState, requestInProgress, validation } from './errors.ts';
import { type CertificateContent, type CertificateDocument, certificates, keys } from './state.ts';

export const getCertificate = onCertificate({
  name: 'GetCertificate',
  access: 'read',
  handle: async (_input, target) => {
    const { certificate, chain } = contentOf(target);
    return { Certificate: certificate, ...(chain === '' ? {} : { CertificateChain: chain }) };
  },
});

/** The certificate with its private key, under a passphrase of the caller's. It counts as exported from then on. */
export const exportCertificate = onCertificate({
  name: 'ExportCertificate',
  access: 'write',
  handle: async ({ Passphrase }, target, context) => {
    const { arn, certificate, view } = target;
    assertExportable(arn, certificate);
    const content = contentOf(target);
    const key = await view.get(keys, certificate.id);
    if (key === undefined) throw new Error('an issued certificate has no key');
    const secret = Buffer.from(key.secret, 'base64');
    view.put(certificates, certificate.id, { ...certificate, exported: context.call.now });
    return {
      Certificate: content.certificate,
      CertificateChain: content.chain,
      PrivateKey: privateKeyPem(secret, Passphrase),
    };
  },
});

/** Private certificates are, and public ones that were asked for so. */
export function assertExportable(
  arn: string,
  { type, export: option }: Pick<CertificateDocument, 'type' | 'export'>,
): void {
  if (type === 'PRIVATE') return;
  if (type === 'IMPORTED' || option !== 'ENABLED') {
    throw validation(`Certificate ARN: ${arn} is not a private certificate`);
  }
}

/** Errors: RequestInProgressException, and ValidationException for what never came to be. */
function contentOf({ arn, certificate }: CertificateTarget): CertificateContent {
  const { content, status } = certificate;
  if (status === 'PENDING_VALIDATION') {
    throw requestInProgress(`The certificate ${arn} has not been issued yet`);
  }
  if (content === undefined) {
    throw invalidState(`The certificate ${arn} is in state ${status} and has not been issued`);
  }
  return content;
}

/**
 * Kinds of key as answers name them, which is not as requests do. The model knows the latter alone, and clients compare
 * with what AWS sends.
 */
const SHOWN: Readonly<Record<KeyAlgorithm, KeyAlgorithm>> = JSON.parse(
  JSON.stringify({
    RSA_1024: 'RSA-1024',
    RSA_2048: 'RSA-2048',
    RSA_3072: 'RSA-3072',
    RSA_4096: 'RSA-4096',
    EC_prime256v1: 'EC-prime256v1',
    EC_secp384r1: 'EC-secp384r1',
    EC_secp521r1: 'EC-secp521r1',
  }),
);

export function shownAlgorithm(algorithm: KeyAlgorithm): KeyAlgorithm {
  return SHOWN[algorithm];
}
