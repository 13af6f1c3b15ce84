import type { X509Certificate } from 'node:crypto';
import { certificateFacts } from '../../crypto/x509/facts.ts';
import { certificatesOf, parseCertificate } from '../../crypto/x509/pem.ts';
import { assertStatus, onAuthority } from './authorization.ts';
import { orderEnd } from './end-job.ts';
import {
  certificateMismatch,
  invalidRequest,
  invalidState,
  malformedCertificate,
  requestInProgress,
} from './errors.ts';
import { orderList } from './list-order.ts';
import {
  authorities,
  type AuthorityContent,
  type AuthorityDocument,
  authorityKeys,
} from './state.ts';

export const getCertificateAuthorityCertificate = onAuthority({
  name: 'GetCertificateAuthorityCertificate',
  access: 'read',
  handle: async (_input, { authority }) => {
    const { content, status } = authority;
    if (content === undefined || status === 'DELETED') {
      throw invalidState(`The certificate authority has no certificate: it is ${status}.`);
    }
    const { certificate, chain } = content;
    return { Certificate: certificate, ...(chain === '' ? {} : { CertificateChain: chain }) };
  },
});

/** The authority begins to work, or goes on with another certificate for its key. */
export const importCertificateAuthorityCertificate = onAuthority({
  name: 'ImportCertificateAuthorityCertificate',
  access: 'write',
  handle: async (input, { authority, view }, { unit, call }) => {
    if (authority.status === 'CREATING') {
      throw requestInProgress('The certificate authority is still being created.');
    }
    assertStatus(authority, 'PENDING_CERTIFICATE', 'ACTIVE', 'DISABLED', 'EXPIRED');
    const key = await view.get(authorityKeys, authority.id);
    const content = await checkedContent(
      authority,
      key?.publicKey ?? '',
      Buffer.from(input.Certificate).toString('latin1'),
      Buffer.from(input.CertificateChain ?? new Uint8Array()).toString('latin1'),
    );
    if (content.facts.notAfter <= call.now) {
      throw malformedCertificate('The certificate has expired.');
    }
    const status = authority.status === 'DISABLED' ? 'DISABLED' : 'ACTIVE';
    const imported = { ...authority, content, status, changed: call.now } as const;
    view.put(authorities, authority.id, imported);
    orderEnd(unit, imported);
    orderList(unit, imported, call.now);
    return {};
  },
});

async function checkedContent(
  authority: AuthorityDocument,
  publicKey: string,
  certificateText: string,
  chainText: string,
): Promise<AuthorityContent> {
  const [certificate = '', ...more] = certificatesOf(certificateText);
  const parsed = parseCertificate(certificate);
  if (parsed === undefined || more.length > 0) {
    throw malformedCertificate('The certificate is not a valid PEM-encoded certificate.');
  }
  const found = parsed.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  if (found !== publicKey) {
    throw certificateMismatch(
      'The certificate authority certificate you are importing does not comply with the key of ' +
        'the certificate authority.',
    );
  }
  if (!parsed.ca) {
    throw invalidRequest('The certificate is not a certificate of a certificate authority.');
  }
  const chain = certificatesOf(chainText);
  assertChained(authority, parsed, chain);
  const facts = await certificateFacts(certificate);
  if (facts === undefined)
    throw malformedCertificate('The key of the certificate is not supported.');
  return { certificate, chain: chain.join(''), facts };
}

/** A root signs itself; a subordinate's chain leads, one by one, to a root. */
function assertChained(
  { type }: AuthorityDocument,
  certificate: X509Certificate,
  chain: readonly string[],
): void {
  if (type === 'ROOT') {
    if (chain.length > 0) {
      throw invalidRequest('A certificate chain must not be specified for a root authority.');
    }
    if (!certificate.verify(certificate.publicKey)) {
      throw certificateMismatch('The certificate of a root authority must be signed by itself.');
    }
    return;
  }
  if (chain.length === 0) {
    throw invalidRequest('A certificate chain must be specified for a subordinate authority.');
  }
  let signed = certificate;
  for (const pem of chain) {
    const signer = parseCertificate(pem);
    if (signer === undefined || !signed.checkIssued(signer) || !signed.verify(signer.publicKey)) {
      throw certificateMismatch(
        'The certificate chain does not validate the certificate of the certificate authority.',
      );
    }
    signed = signer;
  }
}
