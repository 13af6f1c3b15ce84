import type { ActingJob, JobContext } from '../../contract/service.ts';
import { NEW_KEYS } from '../../crypto/x509/key-algorithms.ts';
import { issuePublic, isPublicAlgorithm } from './authority.ts';
import { ISSUE } from './issue-order.ts';
import { putIssued } from './issued.ts';
import type { AcmParts } from './parts.ts';
import { listPath } from './revocation-list.ts';
import { asAcm, requestPrivate } from './private-certificates.ts';
import { type CertificateDocument, certificates } from './state.ts';

interface Prepared {
  readonly algorithm: keyof typeof NEW_KEYS;
}

interface MadeKeys {
  readonly secret: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** Makes a key while no unit is open, and then the certificate for it. */
export function createIssueJob({ keyWork, publicUrl }: AcmParts): ActingJob<Prepared, MadeKeys> {
  return {
    kind: ISSUE,
    prepare: async (payload, context) => {
      const certificate = await awaiting(payload, context);
      const algorithm = certificate?.keyAlgorithm;
      return algorithm === undefined || algorithm === 'RSA_1024' ? undefined : { algorithm };
    },
    act: ({ algorithm }) => keyWork.generate(NEW_KEYS[algorithm].spec),
    handle: async (payload, context, { secret, publicKey }) => {
      const certificate = await awaiting(payload, context);
      if (certificate === undefined) return;
      if (certificate.authority !== undefined) {
        const asked = { now: context.now, as: asAcm(certificate) };
        await requestPrivate(context, certificate, { secret, publicKey }, asked);
        return;
      }
      const { names, keyAlgorithm: algorithm } = certificate;
      if (!isPublicAlgorithm(algorithm)) return;
      const { unit, now } = context;
      const content = await issuePublic(
        { unit, keyWork, now },
        {
          names,
          algorithm,
          publicKey,
          revocations: `${publicUrl()}${listPath(algorithm)}`,
        },
      );
      await putIssued(context, certificate, content, secret);
    },
  };
}

/** The certificate that waits for this job; undefined: it no longer does. */
async function awaiting(
  payload: string,
  { unit, scope }: JobContext,
): Promise<CertificateDocument | undefined> {
  const { id }: { readonly id: string } = JSON.parse(payload);
  const certificate = await unit.view(scope).get(certificates, id);
  const isNew = certificate?.status === 'PENDING_VALIDATION';
  const isRenewed =
    certificate?.status === 'ISSUED' && certificate.renewal?.status === 'PENDING_AUTO_RENEWAL';
  return isNew || isRenewed ? certificate : undefined;
}
