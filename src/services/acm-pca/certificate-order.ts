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
const KEY_USAGE = '2.5.29.15';
const ALTERNATIVE_NAMES = '2.5.29.17';
const REVOCATION_LIST = '2.5.29.31';
const POLICIES = '2.5.29.32';
const EXTENDED_KEY_USAGE = '2.5.29.37';
/** What no caller ever decides: basic constraints, and the identifiers of both keys. */
const DECIDED = ['2.5.29.14', '2.5.29.19', '2.5.29.35'] as const;

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
  const decided = {
    subject: passed.Subject === undefined ? request.subject : subjectName(passed.Subject),
    publicKey: request.publicKey,
    serial,
    ...span(authority, input, template, now),
    ...(template.authority === undefined ? {} : { authority: template.authority }),
    ...usagesOf(template, passed),
    ...namesOf(passed),
    ...(revocations === undefined ? {} : { urls: { revocations } }),
    policies: policiesOf(passed),
  };
  const taken = takenBy(template, decided);
  return { ...decided, further: furtherOf(template, request, passed, taken) };
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
        oid ?? usageOid(type),
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

/** Errors: InvalidArgsException for a usage that is neither named nor numbered. */
function usageOid(type = ''): string {
  const oid = USAGE_TYPES.get(type);
  if (oid === undefined)
    throw invalidArguments('An extended key usage must have a type or an OID.');
  return oid;
}

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

/** Extensions that are decided: by the template, by the call's own members, and by the authority, which names its list. */
function takenBy(template: Template, order: CertificateOrder): ReadonlySet<string> {
  const { keyUsages, extendedKeyUsages = [], alternativeNames, policies = [], urls } = order;
  const pairs: readonly (readonly [boolean, string])[] = [
    [!template.isBlank || keyUsages.length > 0, KEY_USAGE],
    [!template.isBlank || extendedKeyUsages.length > 0, EXTENDED_KEY_USAGE],
    [alternativeNames !== undefined, ALTERNATIVE_NAMES],
    [policies.length > 0, POLICIES],
    [urls?.revocations !== undefined, REVOCATION_LIST],
  ];
  const further = pairs.filter(([isTaken]) => isTaken).map(([, oid]) => oid);
  return new Set([...DECIDED, ...further]);
}

/**
 * What the call brings beside its own members, and then what the request asks for, if it may: its names in any case. Each
 * where it is still free, for clients differ in which of two extensions of a kind they believe.
 */
function furtherOf(
  template: Template,
  request: ReadRequest,
  { Extensions = {} }: ApiPassthrough,
  taken: ReadonlySet<string>,
): readonly FurtherExtension[] {
  const brought = (Extensions.CustomExtensions ?? []).map(
    ({ ObjectIdentifier, Value, Critical = false }) => ({
      oid: plainOid(ObjectIdentifier),
      critical: Critical,
      value: Buffer.from(Value, 'base64'),
    }),
  );
  if (new Set(brought.map(({ oid }) => oid)).size < brought.length) {
    throw invalidArguments('CustomExtensions must not contain an object identifier twice.');
  }
  const asked = request.extensions.filter(
    ({ oid }) => template.fromRequest || oid === ALTERNATIVE_NAMES,
  );
  const all = new Map<string, FurtherExtension>();
  for (const extension of [...brought, ...asked]) {
    const { oid } = extension;
    if (!taken.has(oid) && !all.has(oid)) all.set(oid, extension);
  }
  return [...all.values()];
}

/** Without the zeros that may lead a number: `2.5.29.019` is `2.5.29.19`. */
function plainOid(oid: string): string {
  return oid.replaceAll(/(?<=^|\.)0+(?=\d)/g, '');
}
