import { createHash, randomBytes } from 'node:crypto';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { validationAddresses } from './domain/domain-names.ts';
import { type AskedDomain, MAIL, type MailPayload, orderMails } from './mail-order.ts';
import type { AcmParts } from './parts.ts';
import { arnOf } from './resources.ts';
import { awaitsRenewal } from './renewal.ts';
import {
  approvals,
  type CertificateDocument,
  certificates,
  type DomainProof,
  INSTALLATION,
} from './state.ts';
import { VALIDATION_MS } from './validation-order.ts';

/** Where the links of mails lead, below the server's address. */
export const APPROVALS_PATH = '/_holdfast/certificate-approvals/';

export const FORGET_APPROVAL = 'acm.forgetApproval';

const CODE_BYTES = 32;
const ATTEMPTS_MAX = 5;
const RETRY_MS = 10 * MINUTE_MS;

/** The mails that ask about a domain: the same to each address. */
interface DomainMails {
  readonly domain: Required<AskedDomain>;
  readonly subject: string;
  readonly text: string;
}

interface Asked {
  readonly mails: readonly DomainMails[];
}

/** What a code is kept by: nobody who reads the store can approve. */
export function approvalKey(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/**
 * Sends each domain's mailboxes a link that approves. Those whose mail server doesn't take it, or doesn't answer, are asked
 * five times: each domain's by a job of its own, and none that has been asked.
 */
export function createMailJob({
  mailer,
  publicUrl,
}: AcmParts): ActingJob<Asked, readonly Required<AskedDomain>[]> {
  return {
    kind: MAIL,
    prepare: async (text, context) => {
      if (mailer === undefined) return undefined;
      const payload: MailPayload = JSON.parse(text);
      const certificate = await context.unit.view(context.scope).get(certificates, payload.id);
      if (certificate === undefined) return undefined;
      const mails = [];
      for (const domain of askedDomains(certificate, payload)) {
        const code = await newApproval(context, certificate, domain);
        const link = `${publicUrl()}${APPROVALS_PATH}${code}`;
        mails.push({ domain, ...approvalMail(certificate, domain, link) });
      }
      return { mails };
    },
    act: async ({ mails }) => {
      const left = await Promise.all(mails.map((one) => refusedBy(mailer, one)));
      return left.filter(({ addresses }) => addresses.length > 0);
    },
    handle: async (text, { unit, scope, now }, left) => {
      const payload: MailPayload = JSON.parse(text);
      const attempt = payload.attempt + 1;
      const certificate = await unit.view(scope).get(certificates, payload.id);
      if (attempt > ATTEMPTS_MAX || certificate === undefined) return;
      for (const domain of left) {
        orderMails(unit, certificate, now + RETRY_MS, { domain, attempt });
      }
    },
  };
}

/** Mails a domain's addresses; gives those that may be tried again. */
async function refusedBy(
  mailer: AcmParts['mailer'],
  { domain, subject, text }: DomainMails,
): Promise<Required<AskedDomain>> {
  const outcomes = await Promise.all(
    domain.addresses.map(async (to) => {
      const outcome = await mailer?.({ to, subject, text, senderName: 'AWS Certificates' });
      return outcome === undefined || outcome.isFinal ? [] : [to];
    }),
  );
  return { ...domain, addresses: outcomes.flat() };
}

function askedDomains(
  certificate: CertificateDocument,
  { domain }: MailPayload,
): readonly Required<AskedDomain>[] {
  const pending = provenBy(certificate).filter(({ status }) => status === 'PENDING_VALIDATION');
  const again = pending.some(({ name }) => name === domain?.name) && domain ? [domain] : [];
  const asked: readonly AskedDomain[] = domain === undefined ? pending : again;
  return asked.map(({ name, validationDomain, addresses }) => ({
    name,
    validationDomain,
    addresses: addresses ?? validationAddresses(validationDomain),
  }));
}

/** The domains that a new certificate, or a renewal, waits for. */
function provenBy(certificate: CertificateDocument): readonly DomainProof[] {
  const { status, validation, renewal } = certificate;
  if (status === 'PENDING_VALIDATION') return validation?.domains ?? [];
  return awaitsRenewal(certificate) ? (renewal?.domains ?? []) : [];
}

async function newApproval(
  { unit, scope, now }: JobContext,
  { id }: CertificateDocument,
  { name }: AskedDomain,
): Promise<string> {
  const code = await unit.once(() => randomBytes(CODE_BYTES).toString('base64url'));
  const until = now + VALIDATION_MS;
  const key = approvalKey(code);
  const approval = { scope, certificate: id, domain: name, until };
  unit.view(INSTALLATION).put(approvals, key, approval);
  const payload = JSON.stringify({ key });
  unit.order({
    id: `${FORGET_APPROVAL}/${key}`,
    kind: FORGET_APPROVAL,
    scope,
    due: until,
    payload,
  });
  return code;
}

function approvalMail(certificate: CertificateDocument, { name }: AskedDomain, link: string) {
  const { account, region } = certificate.scope;
  return {
    subject: `Certificate approval for ${name}`,
    text:
      'Greetings,\n\nWe have received a request to issue an SSL/TLS certificate for the domain ' +
      `below.\n\nDomain: ${name}\nAWS account ID: ${account}\nAWS Region name: ${region}\n` +
      `Certificate Identifier: ${arnOf(certificate)}\n\n` +
      'To approve this request, open this page and follow its instructions:\n\n' +
      `${link}\n\nIf you don't want to approve this request, you can ignore this mail.\n`,
  };
}
