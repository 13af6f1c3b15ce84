import { createHash } from 'node:crypto';
import type { IssueCertificateRequest } from '../../../models/acm-pca/types.ts';
import { MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import {
  issueCertificate as sign,
  newSerial,
  selfIssuedCertificate,
} from '../../crypto/x509/certificate.ts';
import { hashFor } from './algorithms.ts';
import { assertStatus, type AuthorityTarget, onAuthority } from './authorization.ts';
import { certificateOrder } from './certificate-order.ts';
import { DEFAULT_TEMPLATE, templateOf } from './domain/templates.ts';
import {
  certificateNotFound,
  invalidArn,
  invalidRequest,
  requestAlreadyProcessed,
  requestInProgress,
} from './errors.ts';
import { orderList } from './list-order.ts';
import { arnOf, issuedArn, parseIssuedArn } from './resources.ts';
import { authorityKeys, issued, issuedKey, type IssuedDocument } from './state.ts';

/** As long as an authority takes to make a certificate. */
const MADE_AFTER_MS = 2 * SECOND_MS;
const TOKEN_MS = 5 * MINUTE_MS;
/** Lists tell of a revocation a little later. */
const LISTED_AFTER_MS = MINUTE_MS;

export const issueCertificate = onAuthority({
  name: 'IssueCertificate',
  access: 'write',
  conditions: ({ TemplateArn }) =>
    new Map(TemplateArn === undefined ? [] : [['acm-pca:templatearn', [TemplateArn]]]),
  handle: async (input, target, context) => {
    const { call } = context;
    const { authority, view, arn } = target;
    const isOwn = isOwnCertificate(target, input);
    if (isOwn) assertStatus(authority, 'PENDING_CERTIFICATE', 'ACTIVE');
    else assertStatus(authority, 'ACTIVE');
    const digest = digestOf(input);
    const known = await repeated(target, input.IdempotencyToken, digest, call.now);
    if (known !== undefined) return { CertificateArn: issuedArn(arn, known.serial) };
    const hash = hashFor(authority.keyAlgorithm, input.SigningAlgorithm);
    const serial = await context.once(newSerial);
    const order = await certificateOrder(authority, input, serial, call.now);
    const key = await view.get(authorityKeys, authority.id);
    if (key === undefined) throw new Error('an authority has no key');
    const privateKey = Buffer.from(key.secret, 'base64');
    const { content } = authority;
    const certificate =
      isOwn || content === undefined
        ? await selfIssuedCertificate(order, privateKey, hash)
        : await sign(order, { certificate: content.certificate, privateKey }, hash);
    const { IdempotencyToken: token } = input;
    view.put(issued, issuedKey(authority.id, serial), {
      authority: authority.id,
      serial,
      ordered: call.now,
      certificate,
      chain: isOwn || content === undefined ? '' : `${content.certificate}${content.chain}`,
      notAfter: order.notAfter,
      template: input.TemplateArn ?? DEFAULT_TEMPLATE,
      orderedBy: call.scope.account,
      ...(token === undefined ? {} : { request: { token, digest } }),
    });
    return { CertificateArn: issuedArn(arn, serial) };
  },
});

/** A root signs its own certificate, of a request for its own key. */
function isOwnCertificate({ authority }: AuthorityTarget, input: IssueCertificateRequest): boolean {
  const csr = Buffer.from(input.Csr).toString('latin1').trim();
  const isRoot = templateOf(input.TemplateArn)?.authority !== undefined;
  return authority.type === 'ROOT' && isRoot && authority.csr?.trim() === csr;
}

function digestOf(input: IssueCertificateRequest): string {
  const text = JSON.stringify({ ...input, Csr: Buffer.from(input.Csr).toString('base64') });
  return createHash('sha256').update(text).digest('hex');
}

/** The same request with the same token gives the same certificate for five minutes. */
async function repeated(
  { authority, view }: AuthorityTarget,
  token: string | undefined,
  digest: string,
  now: number,
): Promise<IssuedDocument | undefined> {
  if (token === undefined) return undefined;
  const query = { index: 'request', prefix: `${authority.id} ${token}`, limit: 20 };
  const { items } = await view.list(issued, query);
  return items.find(
    ({ document: { request, ordered } }) =>
      request?.token === token && request.digest === digest && now - ordered < TOKEN_MS,
  )?.document;
}

export const getCertificate = onAuthority({
  name: 'GetCertificate',
  access: 'read',
  handle: async ({ CertificateArn }, { authority, view, arn }, { call }) => {
    const place = parseIssuedArn(CertificateArn);
    if (place === undefined) throw invalidArn(CertificateArn);
    const known =
      place.authority === authority.id && CertificateArn === issuedArn(arn, place.serial)
        ? await view.get(issued, issuedKey(authority.id, place.serial))
        : undefined;
    if (known === undefined) throw certificateNotFound(CertificateArn);
    if (call.now - known.ordered < MADE_AFTER_MS) {
      throw requestInProgress(
        'The request to issue the certificate is still in progress. Try again in a moment.',
      );
    }
    const { certificate, chain } = known;
    return { Certificate: certificate, ...(chain === '' ? {} : { CertificateChain: chain }) };
  },
});

export const revokeCertificate = onAuthority({
  name: 'RevokeCertificate',
  access: 'write',
  handle: async ({ CertificateSerial, RevocationReason }, { authority, view }, { call, unit }) => {
    assertStatus(authority, 'ACTIVE', 'DISABLED');
    const serial = CertificateSerial.replaceAll(':', '').toLowerCase();
    const known = await view.get(issued, issuedKey(authority.id, serial));
    if (known === undefined) {
      throw certificateNotFound(issuedArn(arnOf(authority), serial));
    }
    if (authority.content?.facts.serial.replaceAll(':', '') === serial) {
      throw invalidRequest('The certificate of the authority itself can not be revoked by it.');
    }
    if (known.revoked !== undefined) {
      throw requestAlreadyProcessed('The certificate has already been revoked.');
    }
    const revoked = { at: call.now, reason: RevocationReason };
    view.put(issued, issuedKey(authority.id, serial), { ...known, revoked });
    orderList(unit, authority, call.now + LISTED_AFTER_MS);
    return {};
  },
});
