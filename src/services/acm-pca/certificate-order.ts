import type {
  ApiPassthrough,
  IssueCertificateRequest,
  KeyUsage,
} from '../../../models/acm-pca/types.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import type { CertificateOrder, FurtherExtension } from '../../crypto/x509/certificate.ts';
import { readRequest, type ReadRequest } from '../../crypto/x509/signing-request.ts';
import { EXTENDED_KEY_USAGES, type KeyUsageName } from '../../crypto/x509/usages.ts';
import { alternativeName, subjectName } from './domain/subjects.ts';
import { type Template, templateOf } from './domain/templates.ts';
import { endOf, startOf } from './domain/validity.ts';
import { invalidArguments, malformedCsr, unbuilt, validation } from './errors.ts';
import { listUrl } from './revocation-settings.ts';
import type { AuthorityDocument } from './state.ts';

const SHORT_LIVED_DAYS = 7;
const ALTERNATIVE_NAMES = '2.5.29.17';
/** What templates decide alone: basic constraints, usages, key identifiers. */
const DECIDED: ReadonlySet<string> = new Set([
  '2.5.29.14',
  '2.5.29.15',
  '2.5.29.19',
  '2.5.29.35',
  '2.5.29.37',
]);

/** What an authority is to sign. Errors: InvalidArgsException, MalformedCSRException, ValidationException. */
export async function certificateOrder(
  authority: AuthorityDocument,
  input: IssueCertificateRequest,
  serial: string,
  now: Instant,
): Promise<CertificateOrder> {
  const template = templateOf(input.TemplateArn);
  if (template === undefined) {
    throw invalidArguments(`The template ${input.TemplateArn} is not valid.`);
  }
  if (input.ApiPassthrough !== undefined && !template.fromCall) {
    throw invalidArguments('ApiPassthrough is only permitted with templates of API passthrough.');
  }
  const request = await readRequest(Buffer.from(input.Csr).toString('latin1'));
  if (request === undefined) {
    throw malformedCsr('The certificate signing request is not valid.');
  }
  const passed = input.ApiPassthrough ?? {};
  const revocations = listUrl(authority.id, authority.scope.region, authority.revocation);
  return {
    subject: passed.Subject === undefined ? request.subject : subjectName(passed.Subject),
    publicKey: request.publicKey,
    serial,
    ...span(authority, input, template, now),
    ...(template.authority === undefined ? {} : { authority: template.authority }),
    ...usagesOf(template, passed),
    ...namesOf(passed),
    ...(revocations === undefined ? {} : { urls: { revocations } }),
    policies: policiesOf(passed),
    further: furtherOf(template, request, passed),
  };
}

/** No certificate outlives its authority; a root's own one makes the authority's life. */
function span(
  { content, type, usageMode }: AuthorityDocument,
  { Validity, ValidityNotBefore }: IssueCertificateRequest,
  template: Template,
  now: Instant,
): { readonly notBefore: Instant; readonly notAfter: Instant } {
  const notAfter = endOf(Validity, now);
  const notBefore = startOf(ValidityNotBefore, now);
  if (notAfter <= now || notAfter <= notBefore) {
    throw invalidArguments('The certificate validity specified has already ended.');
  }
  const isOwn = type === 'ROOT' && template.authority !== undefined && content === undefined;
  if (!isOwn && content !== undefined && notAfter > content.facts.notAfter) {
    throw validation(
      'The certificate validity specified exceeds the certificate authority validity',
    );
  }
  if (
    usageMode === 'SHORT_LIVED_CERTIFICATE' &&
    !isOwn &&
    notAfter - now > SHORT_LIVED_DAYS * DAY_MS
  ) {
    throw validation(
      `The certificate validity specified exceeds ${SHORT_LIVED_DAYS} days, the most that a ` +
        'certificate authority of short-lived certificates allows',
    );
  }
  return { notBefore, notAfter };
}

function usagesOf(
  template: Template,
  { Extensions = {} }: ApiPassthrough,
): Pick<CertificateOrder, 'keyUsages' | 'extendedKeyUsages' | 'critical'> {
  const { keyUsages, extendedKeyUsages, critical } = template;
  if (!template.isBlank) return { keyUsages, extendedKeyUsages, critical };
  return {
    keyUsages: keyUsageNames(Extensions.KeyUsage ?? {}),
    extendedKeyUsages: (Extensions.ExtendedKeyUsage ?? []).map(
      ({ ExtendedKeyUsageType: type, ExtendedKeyUsageObjectIdentifier: oid }) =>
        oid ?? USAGE_TYPES.get(type ?? '') ?? '',
    ),
    critical,
  };
}

const USAGE_TYPES: ReadonlyMap<string, string> = new Map([
  ['SERVER_AUTH', EXTENDED_KEY_USAGES.TLS_WEB_SERVER_AUTHENTICATION],
  ['CLIENT_AUTH', EXTENDED_KEY_USAGES.TLS_WEB_CLIENT_AUTHENTICATION],
  ['CODE_SIGNING', EXTENDED_KEY_USAGES.CODE_SIGNING],
  ['EMAIL_PROTECTION', EXTENDED_KEY_USAGES.EMAIL_PROTECTION],
  ['TIME_STAMPING', EXTENDED_KEY_USAGES.TIME_STAMPING],
  ['OCSP_SIGNING', EXTENDED_KEY_USAGES.OCSP_SIGNING],
  ['SMART_CARD_LOGIN', '1.3.6.1.4.1.311.20.2.2'],
  ['DOCUMENT_SIGNING', '1.3.6.1.4.1.311.10.3.12'],
  ['CERTIFICATE_TRANSPARENCY', '1.3.6.1.4.1.11129.2.4.4'],
]);

function keyUsageNames(usage: KeyUsage): readonly KeyUsageName[] {
  const pairs: readonly (readonly [boolean | undefined, KeyUsageName])[] = [
    [usage.DigitalSignature, 'DIGITAL_SIGNATURE'],
    [usage.NonRepudiation, 'NON_REPUDIATION'],
    [usage.KeyEncipherment, 'KEY_ENCIPHERMENT'],
    [usage.DataEncipherment, 'DATA_ENCIPHERMENT'],
    [usage.KeyAgreement, 'KEY_AGREEMENT'],
    [usage.KeyCertSign, 'CERTIFICATE_SIGNING'],
    [usage.CRLSign, 'CRL_SIGNING'],
    [usage.EncipherOnly, 'ENCIPHER_ONLY'],
    [usage.DecipherOnly, 'DECIPHER_ONLY'],
  ];
  return pairs.filter(([isWanted]) => isWanted === true).map(([, name]) => name);
}

function namesOf({ Extensions = {} }: ApiPassthrough): Pick<CertificateOrder, 'alternativeNames'> {
  const names = Extensions.SubjectAlternativeNames;
  return names === undefined ? {} : { alternativeNames: names.map(alternativeName) };
}

function policiesOf({ Extensions = {} }: ApiPassthrough): readonly string[] {
  return (Extensions.CertificatePolicies ?? []).map(({ CertPolicyId, PolicyQualifiers }) => {
    if (PolicyQualifiers !== undefined) throw unbuilt('IssueCertificate', 'policy qualifiers');
    return CertPolicyId;
  });
}

/** The names that the request asks for, where the call brings none; what either asks for beyond that, if it may. */
function furtherOf(
  template: Template,
  request: ReadRequest,
  { Extensions = {} }: ApiPassthrough,
): readonly FurtherExtension[] {
  const brought = (Extensions.CustomExtensions ?? []).map(
    ({ ObjectIdentifier, Value, Critical = false }) => ({
      oid: ObjectIdentifier,
      critical: Critical,
      value: Buffer.from(Value, 'base64'),
    }),
  );
  const isTaken = (oid: string): boolean => brought.some((extension) => extension.oid === oid);
  const asked = request.extensions.filter(({ oid }) => {
    if (oid === ALTERNATIVE_NAMES) return Extensions.SubjectAlternativeNames === undefined;
    const mayDecide = template.isBlank && oid !== '2.5.29.19' && !KEY_IDENTIFIERS.has(oid);
    return template.fromRequest && (mayDecide || !DECIDED.has(oid)) && !isTaken(oid);
  });
  return [...asked, ...brought];
}

const KEY_IDENTIFIERS: ReadonlySet<string> = new Set(['2.5.29.14', '2.5.29.35']);
