import { createHash, randomBytes } from 'node:crypto';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { validationAddresses } from './domain/domain-names.ts';
import { MAIL, type MailPayload, orderMails } from './mail-order.ts';
import type { AcmParts } from './parts.ts';
import { arnOf } from './resources.ts';
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

interface Asked {
  readonly mails: readonly {
    readonly to: string;
    readonly subject: string;
    readonly text: string;
  }[];
}

/** What a code is kept by: nobody who reads the store can approve. */
export function approvalKey(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}

/** Sends each domain's mailboxes a link that approves. A mail server that doesn't answer is asked five times. */
export function createMailJob({ mailer, publicUrl }: AcmParts): ActingJob<Asked, boolean> {
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
        const mail = approvalMail(certificate, domain, link);
        for (const to of validationAddresses(domain.validationDomain)) mails.push({ to, ...mail });
      }
      return { mails };
    },
    act: async ({ mails }) => {
      const outcomes = await Promise.all(
        mails.map(async (mail) => mailer?.({ ...mail, senderName: 'AWS Certificates' })),
      );
      return outcomes.every((outcome) => outcome === undefined || outcome.isFinal);
    },
    handle: async (text, { unit, scope, now }, isDone) => {
      const payload: MailPayload = JSON.parse(text);
      const attempt = payload.attempt + 1;
      const certificate = await unit.view(scope).get(certificates, payload.id);
      if (isDone || attempt > ATTEMPTS_MAX || certificate === undefined) return;
      orderMails(unit, certificate, now + RETRY_MS, { ...payload, attempt });
    },
  };
}

function askedDomains(
  { status, validation, renewal }: CertificateDocument,
  { domain }: MailPayload,
): readonly DomainProof[] {
  const domains = (status === 'PENDING_VALIDATION' ? validation : renewal)?.domains ?? [];
  const pending = domains.filter((one) => one.status === 'PENDING_VALIDATION');
  if (domain === undefined) return pending;
  return pending.flatMap((one) =>
    one.name === domain.name ? [{ ...one, validationDomain: domain.validationDomain }] : [],
  );
}

async function newApproval(
  { unit, scope, now }: JobContext,
  { id }: CertificateDocument,
  { name }: DomainProof,
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

function approvalMail(certificate: CertificateDocument, { name }: DomainProof, link: string) {
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
