import type { Service } from '../../contract/service.ts';
import {
  createUpdateCertificateAuthority,
  deleteCertificateAuthority,
  describeCertificateAuthority,
  getCertificateAuthorityCsr,
  listCertificateAuthorities,
  restoreCertificateAuthority,
} from './authorities.ts';
import {
  getCertificateAuthorityCertificate,
  importCertificateAuthorityCertificate,
} from './authority-certificate.ts';
import {
  createCreateCertificateAuthorityAuditReport,
  createReportJob,
  describeCertificateAuthorityAuditReport,
} from './audit-reports.ts';
import { createCreateCertificateAuthority, createCreateJob } from './creation.ts';
import { endJob } from './end-job.ts';
import { getCertificate, issueCertificate, revokeCertificate } from './issuing.ts';
import { createListJob } from './list-job.ts';
import type { PcaParts } from './parts.ts';
import { createPermission, deletePermission, listPermissions } from './permissions.ts';
import { createGetPolicy, createPutPolicy, deletePolicy } from './policies.ts';
import { authorities, authorityKeys, issued, reports } from './state.ts';
import { listTags, tagCertificateAuthority, untagCertificateAuthority } from './tags.ts';

/** Customers' own certificate authorities: roots, what is below them, and the certificates they sign. */
export function createAcmPcaService(parts: PcaParts): Service {
  return {
    id: 'acm-pca',
    principal: 'acm-pca.amazonaws.com',
    operations: [
      createCreateCertificateAuthority(parts),
      describeCertificateAuthority,
      listCertificateAuthorities,
      createUpdateCertificateAuthority(parts),
      deleteCertificateAuthority,
      restoreCertificateAuthority,
      getCertificateAuthorityCsr,
      getCertificateAuthorityCertificate,
      importCertificateAuthorityCertificate,
      issueCertificate,
      getCertificate,
      revokeCertificate,
      createCreateCertificateAuthorityAuditReport(parts),
      describeCertificateAuthorityAuditReport,
      createPermission,
      deletePermission,
      listPermissions,
      createPutPolicy(parts.principals),
      createGetPolicy(parts.principals),
      deletePolicy,
      tagCertificateAuthority,
      untagCertificateAuthority,
      listTags,
    ],
    notImplemented: new Map(),
    collections: [authorities, authorityKeys, issued, reports],
    jobs: [createCreateJob(parts), createListJob(parts), createReportJob(parts), endJob],
  };
}
