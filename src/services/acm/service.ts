import type { Service } from '../../contract/service.ts';
import { describeCertificate } from './description.ts';
import { exportCertificate, getCertificate } from './contents.ts';
import { deleteCertificate } from './deletion.ts';
import { importCertificate } from './importing.ts';
import { approvals, authorities, certificates, counts, keys, proofs, settings } from './state.ts';
import { addTagsToCertificate, listTagsForCertificate, removeTagsFromCertificate } from './tags.ts';

/** Certificates: issued by the installation's own authority or a private one, or brought by customers. */
export const acmService: Service = {
  id: 'acm',
  principal: 'acm.amazonaws.com',
  operations: [
    importCertificate,
    describeCertificate,
    getCertificate,
    exportCertificate,
    deleteCertificate,
    addTagsToCertificate,
    removeTagsFromCertificate,
    listTagsForCertificate,
  ],
  notImplemented: new Map(
    [
      'GetAccountConfiguration',
      'ListCertificates',
      'PutAccountConfiguration',
      'RenewCertificate',
      'RequestCertificate',
      'ResendValidationEmail',
      'RevokeCertificate',
      'SearchCertificates',
      'UpdateCertificateOptions',
    ].map((name) => [name, 'ACM is being built']),
  ),
  collections: [certificates, keys, settings, counts, proofs, approvals, authorities],
  jobs: [],
};
