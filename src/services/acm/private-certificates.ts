import type { FailureReason } from '../../../models/acm/types.ts';
import type { CallOptions, Context } from '../../contract/operation.ts';
import type { JobContext, UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { type Instant, SECOND_MS } from '../../core/time.ts';
import { certificateFacts } from '../../crypto/x509/facts.ts';
import { NEW_KEYS } from '../../crypto/x509/key-algorithms.ts';
import { NAME_TYPES } from '../../crypto/x509/names.ts';
import { certificateRequest } from '../../crypto/x509/signing-request.ts';
import {
  acmPcaDescribeCertificateAuthority,
  acmPcaGetCertificate,
  acmPcaIssueCertificate,
  issuedCertificate,
  signingAlgorithmOf,
} from '../acm-pca/port.ts';
import { putIssued } from './issued.ts';
import { arnOf } from './resources.ts';
import { type CertificateDocument, certificates, keys } from './state.ts';

const COLLECT = 'acm.collect';
/** As long as an authority usually takes. */
const COLLECTED_AFTER_MS = 5 * SECOND_MS;
const ATTEMPTS_MAX = 60;
const LIFETIME_DAYS = 395;

export interface PrivateKeys {
  readonly secret: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** Who asks the authority: the caller of ACM, or ACM itself when it renews. */
export function asAcm(certificate: CertificateDocument): CallOptions {
  const { account } = certificate.scope;
  return { as: { principal: 'acm.amazonaws.com', account, sourceArn: arnOf(certificate) } };
}

/**
 * Asks a private authority for a certificate, which is collected later: by ACM alone, so that whoever asks must be let get it
 * now. Gives the document as it is from then on, failed where the authority refuses.
 */
export async function requestPrivate(
  context: Pick<Context | JobContext, 'callService' | 'unit'>,
  certificate: CertificateDocument,
  pair: PrivateKeys,
  { now, as: options }: { readonly now: Instant; readonly as: CallOptions },
): Promise<CertificateDocument> {
  const { unit } = context;
  const { authority, keyAlgorithm, names, scope, id } = certificate;
  if (authority === undefined || keyAlgorithm === 'RSA_1024') return certificate;
  const subject = [[NAME_TYPES.CommonName, certificate.domainName]] as const;
  const alternatives = names.map((value) => ({ kind: 'dns', value }) as const);
  const { hash } = NEW_KEYS[keyAlgorithm];
  const csr = await unit.once(() => certificateRequest({ subject, alternatives }, pair, hash));
  try {
    const CertificateAuthorityArn = authority.arn;
    const described = await context.callService(
      acmPcaDescribeCertificateAuthority,
      { CertificateAuthorityArn },
      options,
    );
    const { CertificateArn = '' } = await context.callService(
      acmPcaIssueCertificate,
      {
        CertificateAuthorityArn,
        Csr: Buffer.from(csr),
        SigningAlgorithm: signingAlgorithmOf(described.CertificateAuthority),
        Validity: { Type: 'DAYS', Value: LIFETIME_DAYS },
      },
      options,
    );
    await assertGettable(context, { CertificateAuthorityArn, CertificateArn }, options);
    const view = unit.view(scope);
    const asked = { ...certificate, authority: { ...authority, issuedArn: CertificateArn } };
    const known = await view.get(keys, id);
    const next = Buffer.from(pair.secret).toString('base64');
    view.put(keys, id, { secret: known?.secret ?? next, next });
    view.put(certificates, id, asked);
    orderCollection(unit, asked, now, 1);
    return asked;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return refused(unit, certificate, failureOf(error), now);
  }
}

/** Errors: those of GetCertificate, but for the one that says that it is too early. */
async function assertGettable(
  context: Pick<Context | JobContext, 'callService'>,
  input: { readonly CertificateAuthorityArn: string; readonly CertificateArn: string },
  options: CallOptions,
): Promise<void> {
  try {
    await context.callService(acmPcaGetCertificate, input, options);
  } catch (error) {
    const isEarly = error instanceof ServiceError && error.code === 'RequestInProgressException';
    if (!isEarly) throw error;
  }
}

const FAILURES: ReadonlyMap<string, FailureReason> = new Map([
  ['AccessDeniedException', 'PCA_ACCESS_DENIED'],
  ['ResourceNotFoundException', 'PCA_RESOURCE_NOT_FOUND'],
  ['InvalidArnException', 'PCA_INVALID_ARN'],
  ['InvalidStateException', 'PCA_INVALID_STATE'],
  ['InvalidArgsException', 'PCA_INVALID_ARGS'],
  ['LimitExceededException', 'PCA_LIMIT_EXCEEDED'],
  ['ValidationException', 'PCA_INVALID_DURATION'],
]);

function failureOf({ code }: ServiceError): FailureReason {
  return FAILURES.get(code) ?? 'PCA_REQUEST_FAILED';
}

/** A new certificate fails; one that was to be renewed lives on, and is tried again. */
function refused(
  unit: Unit,
  certificate: CertificateDocument,
  reason: FailureReason,
  now: Instant,
): CertificateDocument {
  const failed: CertificateDocument =
    certificate.status === 'ISSUED'
      ? { ...certificate, renewal: { status: 'FAILED', reason, updated: now, domains: [] } }
      : { ...certificate, status: 'FAILED', failure: reason };
  unit.view(certificate.scope).put(certificates, certificate.id, failed);
  return failed;
}

function orderCollection(
  unit: Unit,
  { id, scope }: CertificateDocument,
  now: Instant,
  attempt: number,
): void {
  const { account, region } = scope;
  unit.order({
    id: `${COLLECT}/${account}/${region}/${id}`,
    kind: COLLECT,
    scope,
    due: now + COLLECTED_AFTER_MS,
    payload: JSON.stringify({ id, attempt }),
  });
}

/** Takes what a private authority issued. */
export const collectJob: UnitJob = {
  kind: COLLECT,
  run: async (payload, context) => {
    const { unit, scope, now } = context;
    const { id, attempt }: { readonly id: string; readonly attempt: number } = JSON.parse(payload);
    const view = unit.view(scope);
    const [certificate, key] = await Promise.all([view.get(certificates, id), view.get(keys, id)]);
    const issuedArn = certificate?.authority?.issuedArn;
    if (certificate === undefined || issuedArn === undefined || key?.next === undefined) return;
    // One that has ended in the meantime does not live again.
    if (certificate.status !== 'PENDING_VALIDATION' && certificate.status !== 'ISSUED') return;
    const issued = await issuedCertificate(unit, issuedArn);
    if (issued === undefined) {
      if (attempt < ATTEMPTS_MAX) orderCollection(unit, certificate, now, attempt + 1);
      else refused(unit, certificate, 'PCA_REQUEST_FAILED', now);
      return;
    }
    const facts = await certificateFacts(issued.certificate);
    if (facts === undefined) throw new Error('an authority issued for a key nobody may have');
    const content = { ...issued, facts };
    await putIssued(context, certificate, content, Buffer.from(key.next, 'base64'));
  },
};
