import type { Service } from '../../contract/service.ts';
import { getAccountConfiguration, putAccountConfiguration } from './account-configuration.ts';
import { forgetApproval } from './approvals.ts';
import { certificateSource } from './certificate-source.ts';
import { exportCertificate, getCertificate } from './contents.ts';
import { deleteCertificate } from './deletion.ts';
import { describeCertificate } from './description.ts';
import { importCertificate } from './importing.ts';
import { createIssueJob } from './issue-job.ts';
import { listCertificates } from './listing.ts';
import { createMailJob } from './mail-job.ts';
import { updateCertificateOptions } from './options.ts';
import type { AcmParts } from './parts.ts';
import { collectJob } from './private-certificates.ts';
import { renewCertificate } from './renewal.ts';
import { createRequestCertificate } from './requests.ts';
import { resendValidationEmail } from './resending.ts';
import { revokeCertificate } from './revocation.ts';
import { searchCertificates } from './search.ts';
import {
  approvals,
  authorities,
  certificates,
  counts,
  keys,
  lists,
  proofs,
  revocations,
  settings,
} from './state.ts';
import { addTagsToCertificate, listTagsForCertificate, removeTagsFromCertificate } from './tags.ts';
import { tendingJob } from './tending-job.ts';
import { validationJob } from './validation-job.ts';

/** Certificates: issued by the installation's own authority or a private one, or brought by customers. */
export function createAcmService(parts: AcmParts): Service {
  return {
    id: 'acm',
    principal: 'acm.amazonaws.com',
    operations: [
      createRequestCertificate(parts),
      importCertificate,
      describeCertificate,
      listCertificates,
      searchCertificates,
      getCertificate,
      exportCertificate,
      renewCertificate,
      revokeCertificate,
      deleteCertificate,
      updateCertificateOptions,
      resendValidationEmail,
      addTagsToCertificate,
      removeTagsFromCertificate,
      listTagsForCertificate,
      getAccountConfiguration,
      putAccountConfiguration,
    ],
    notImplemented: new Map(),
    certificates: certificateSource,
    collections: [
      certificates,
      keys,
      settings,
      counts,
      proofs,
      approvals,
      authorities,
      revocations,
      lists,
    ],
    jobs: [
      validationJob,
      createIssueJob(parts),
      createMailJob(parts),
      collectJob,
      tendingJob,
      forgetApproval,
    ],
  };
}
