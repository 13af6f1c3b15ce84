import { listedTagConditions } from '../../core/tags.ts';
import { createHash } from 'node:crypto';
import type { RequestCertificateRequest } from '../../../models/acm/types.ts';
import type { Context } from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import { HOUR_MS } from '../../core/time.ts';
import { NEW_KEYS } from '../../crypto/x509/key-algorithms.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { type AcmOperation, type Conditions } from './authorization.ts';
import { isPublicAlgorithm } from './authority.ts';
import { certificateNames, validationDomains } from './domain/domain-names.ts';
import { unbuilt, validation } from './errors.ts';
import { orderMails } from './mail-order.ts';
import type { AcmParts } from './parts.ts';
import { requestPrivate } from './private-certificates.ts';
import { countOneMore, NAMES_MAX } from './quotas.ts';
import { arnOf, certificateArn } from './resources.ts';
import { type CertificateDocument, certificates, type Validation } from './state.ts';
import { withTags } from './tags.ts';
import { orderValidation, VALIDATION_MS } from './validation-order.ts';

const TOKEN_MS = HOUR_MS;
const SAME_TOKEN_MAX = 100;

export function createRequestCertificate({
  keyWork,
}: Pick<AcmParts, 'keyWork'>): AcmOperation<'RequestCertificate'> {
  return {
    name: 'RequestCertificate',
    access: 'write',
    authorize: async (input, context) => [
      {
        action: 'acm:RequestCertificate',
        resource: certificateArn(context.call.scope, '*'),
        conditions: requestConditions(input),
      },
    ],
    handle: async (input, context) => {
      const isPrivate = input.CertificateAuthorityArn !== undefined;
      assertBuilt(input);
      if (isPrivate && input.Options !== undefined) {
        throw validation(
          'One or more of the options specified in the request are not supported for PRIVATE ' +
            'certificate types',
        );
      }
      const keyAlgorithm = input.KeyAlgorithm ?? 'RSA_2048';
      if (!isPrivate && !isPublicAlgorithm(keyAlgorithm)) {
        throw validation(`Encryption Algorithm ${keyAlgorithm} is not supported`);
      }
      const request = requestKey(input);
      const known = await repeated(context, request);
      if (known !== undefined) return { CertificateArn: arnOf(known) };
      const certificate = await newCertificate(input, context, request);
      if (isPrivate) await startPrivate(context, certificate, keyWork);
      else startPublic(context, certificate);
      await countOneMore(context.view);
      return { CertificateArn: arnOf(certificate) };
    },
  };
}

function assertBuilt({ ValidationMethod, ManagedBy, KeyAlgorithm }: RequestCertificateRequest) {
  if (ValidationMethod === 'HTTP' || ManagedBy !== undefined) {
    throw unbuilt('RequestCertificate', 'certificates that CloudFront manages');
  }
  if (KeyAlgorithm === 'RSA_1024') {
    throw validation(`Encryption Algorithm ${KeyAlgorithm} is not supported`);
  }
}

function requestConditions(input: RequestCertificateRequest): Conditions {
  const { DomainName, SubjectAlternativeNames = [], Options = {} } = input;
  const conditions = new Map(listedTagConditions(input.Tags));
  const set = (key: string, values: readonly (string | undefined)[]): void => {
    const known = values.filter((value) => value !== undefined);
    if (known.length > 0) conditions.set(`acm:${key}`, known);
  };
  set('domainnames', [DomainName, ...SubjectAlternativeNames]);
  set('validationmethod', [input.ValidationMethod]);
  set('keyalgorithm', [input.KeyAlgorithm]);
  set('certificateauthority', [input.CertificateAuthorityArn]);
  set('certificatetransparencylogging', [Options.CertificateTransparencyLoggingPreference]);
  set('export', [Options.Export]);
  return conditions;
}

/** The same request with the same token gives the same certificate for an hour. */
function requestKey(input: RequestCertificateRequest): string | undefined {
  const { IdempotencyToken: token, ...rest } = input;
  if (token === undefined) return undefined;
  const digest = createHash('sha256').update(JSON.stringify(rest)).digest('hex');
  return `${token} ${digest}`;
}

async function repeated(
  { view, call }: Context,
  request: string | undefined,
): Promise<CertificateDocument | undefined> {
  if (request === undefined) return undefined;
  const query = { index: 'request', prefix: request, limit: SAME_TOKEN_MAX };
  const { items } = await view.list(certificates, query);
  return items.find(({ document: { created } }) => call.now - created < TOKEN_MS)?.document;
}

async function newCertificate(
  input: RequestCertificateRequest,
  context: Context,
  request: string | undefined,
): Promise<CertificateDocument> {
  const { now, scope } = context.call;
  const { CertificateAuthorityArn: authority, Options = {} } = input;
  const names = certificateNames(input.DomainName, input.SubjectAlternativeNames ?? [], NAMES_MAX);
  return {
    id: await context.once(uuid),
    scope,
    type: authority === undefined ? 'AMAZON_ISSUED' : 'PRIVATE',
    status: 'PENDING_VALIDATION',
    domainName: names[0] ?? '',
    names,
    keyAlgorithm: input.KeyAlgorithm ?? 'RSA_2048',
    created: now,
    ...(authority === undefined
      ? { validation: newValidation(input, names, now) }
      : { authority: { arn: authority } }),
    logging: Options.CertificateTransparencyLoggingPreference ?? 'ENABLED',
    export: Options.Export ?? 'DISABLED',
    inUseBy: [],
    tags: withTags({}, input.Tags),
    ...(request === undefined ? {} : { request }),
  };
}

function newValidation(
  input: RequestCertificateRequest,
  names: readonly string[],
  now: number,
): Validation {
  const domains = validationDomains(names, input.DomainValidationOptions ?? []);
  return {
    method: input.ValidationMethod === 'DNS' ? 'DNS' : 'EMAIL',
    until: now + VALIDATION_MS,
    isShown: false,
    domains: names.map((name) => ({
      name,
      validationDomain: domains.get(name) ?? name,
      status: 'PENDING_VALIDATION',
    })),
  };
}

function startPublic({ unit, view, call }: Context, certificate: CertificateDocument): void {
  view.put(certificates, certificate.id, certificate);
  orderValidation(unit, certificate, call.now);
  if (certificate.validation?.method === 'EMAIL') orderMails(unit, certificate, call.now);
}

async function startPrivate(
  context: Context,
  certificate: CertificateDocument,
  keyWork: KeyWork,
): Promise<void> {
  if (certificate.keyAlgorithm === 'RSA_1024') return;
  const { spec } = NEW_KEYS[certificate.keyAlgorithm];
  const pair = await context.once(() => keyWork.generate(spec));
  await requestPrivate(context, certificate, pair, { now: context.call.now, as: { via: 'acm' } });
}
