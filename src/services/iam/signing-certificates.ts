import type { AnyOperation } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { uniqueId } from '../../core/ids.ts';
import { type SigningCertificate, signingCertificates } from './credential-state.ts';
import { noSuchNumbered } from './errors.ts';
import { SIGNING_CERTIFICATES_PER_USER } from './limits.ts';
import { assertRoomFor, onOwner, ownedBy, type Owner, ownerName, ownOne } from './owned.ts';
import { pageOf, pageOfList } from './pages.ts';
import { readCertificate } from './pem-certificates.ts';

function shownCertificate(owner: Owner, certificate: SigningCertificate) {
  return {
    UserName: ownerName(owner),
    CertificateId: certificate.id,
    CertificateBody: certificate.body,
    Status: certificate.active ? ('Active' as const) : ('Inactive' as const),
    UploadDate: new Date(certificate.created),
  };
}

const missing = (id: string) => noSuchNumbered('Certificate', id);

/** X.509 certificates of users and of the root. */
export const signingCertificateOperations: readonly AnyOperation[] = [
  onOwner({
    name: 'UploadSigningCertificate',
    access: 'write',
    handle: async (input, owner, context) => {
      const parsed = readCertificate(input.CertificateBody);
      const { now } = context.call;
      if (Date.parse(parsed.validTo) <= now) {
        const text = 'The certificate is no longer valid.';
        throw new ServiceError('InvalidCertificate', text, { status: 400 });
      }
      const fingerprint = parsed.fingerprint256.replaceAll(':', '').toLowerCase();
      const others = await ownedBy(owner.view, signingCertificates, owner.id);
      if (others.some((other) => other.fingerprint === fingerprint)) {
        const text = 'The certificate is already associated with the user.';
        throw new ServiceError('DuplicateCertificate', text, { status: 409 });
      }
      assertRoomFor(others, 'CertificatesPerUser', SIGNING_CERTIFICATES_PER_USER);
      const certificate: SigningCertificate = {
        id: await context.once(() => uniqueId('', 32)),
        owner: owner.id,
        active: true,
        created: now,
        body: input.CertificateBody,
        fingerprint,
      };
      owner.view.put(signingCertificates, certificate.id, certificate);
      return { Certificate: shownCertificate(owner, certificate) };
    },
  }),
  onOwner({
    name: 'ListSigningCertificates',
    access: 'read',
    handle: async (input, owner, { call }) => {
      const all = await ownedBy(owner.view, signingCertificates, owner.id);
      const page = pageOfList(all, pageOf(call, input, owner.id));
      return {
        Certificates: page.items.map((one) => shownCertificate(owner, one)),
        ...page.answer,
      };
    },
  }),
  onOwner({
    name: 'UpdateSigningCertificate',
    access: 'write',
    handle: async (input, owner) => {
      const { CertificateId: id } = input;
      const certificate = await ownOne(owner, signingCertificates, id, missing);
      const active = input.Status === 'Active';
      owner.view.put(signingCertificates, id, { ...certificate, active });
      return {};
    },
  }),
  onOwner({
    name: 'DeleteSigningCertificate',
    access: 'write',
    handle: async ({ CertificateId: id }, owner) => {
      await ownOne(owner, signingCertificates, id, missing);
      owner.view.delete(signingCertificates, id);
      return {};
    },
  }),
];
