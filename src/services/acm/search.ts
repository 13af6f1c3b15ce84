import type {
  CertificateSearchResult,
  SearchCertificatesSortBy,
  X509Attributes,
} from '../../../models/acm/types.ts';
import type { View } from '../../contract/view.ts';
import type { AlternativeName, DistinguishedName } from '../../crypto/x509/names.ts';
import { DOMAIN_COMPONENT, NAME_TYPES, type NameType, nameValue } from '../../crypto/x509/names.ts';
import { extendedKeyUsageName } from '../../crypto/x509/usages.ts';
import type { AcmOperation } from './authorization.ts';
import { shownAlgorithm } from './contents.ts';
import { renewalEligibility } from './description.ts';
import { validation } from './errors.ts';
import { pageOf } from './pages.ts';
import { arnOf } from './resources.ts';
import { matches } from './search-filters.ts';
import {
  type CertificateContent,
  type CertificateDocument,
  certificates,
  timeKey,
} from './state.ts';

const DEFAULT_PAGE = 100;
const READ_PAGE = 1_000;

/** Certificates by what they say and how they stand. All of an account's are weighed: it has a few thousand at most. */
export const searchCertificates: AcmOperation<'SearchCertificates'> = {
  name: 'SearchCertificates',
  access: 'read',
  authorize: async () => [{ action: 'acm:SearchCertificates', resource: '*' }],
  handle: async (input, { view, call }) => {
    const { FilterStatement, MaxResults = DEFAULT_PAGE, NextToken, SortBy = 'CREATED_AT' } = input;
    const about = { FilterStatement, SortBy, SortOrder: input.SortOrder };
    const page = pageOf(call, NextToken, about, () => validation('Invalid NextToken.'));
    const direction = input.SortOrder === 'ASCENDING' ? 1 : -1;
    const found = (await everyCertificate(view))
      .filter((one) => FilterStatement === undefined || matches(one, FilterStatement))
      .map((document) => ({ document, key: sortKey(document, SortBy), id: document.id }))
      .sort((left, right) => direction * compare(left, right));
    const { after } = page;
    const rest =
      after === undefined ? found : found.filter((one) => direction * compare(one, after) > 0);
    const shown = rest.slice(0, MaxResults);
    const last = shown.at(-1);
    return {
      Results: shown.map(({ document }) => resultOf(document)),
      ...(last === undefined || rest.length <= MaxResults
        ? {}
        : { NextToken: page.next({ key: last.key, id: last.id }) }),
    };
  },
};

async function everyCertificate(view: View): Promise<readonly CertificateDocument[]> {
  const found: CertificateDocument[] = [];
  let after: { readonly key: string; readonly id: string } | undefined;
  do {
    const page = await view.list(certificates, { limit: READ_PAGE, ...(after ? { after } : {}) });
    found.push(...page.items.map(({ document }) => document));
    after = page.last;
  } while (after !== undefined);
  return found;
}

interface Placed {
  readonly key: string;
  readonly id: string;
}

function compare(left: Placed, right: Placed): number {
  if (left.key !== right.key) return left.key < right.key ? -1 : 1;
  if (left.id === right.id) return 0;
  return left.id < right.id ? -1 : 1;
}

function sortKey(certificate: CertificateDocument, by: SearchCertificatesSortBy): string {
  return SORT_KEYS[by](certificate);
}

const SORT_KEYS: Readonly<
  Record<SearchCertificatesSortBy, (certificate: CertificateDocument) => string>
> = {
  CREATED_AT: ({ created }) => timeKey(created),
  NOT_AFTER: ({ content }) => timeKey(content?.facts.notAfter ?? 0),
  NOT_BEFORE: ({ content }) => timeKey(content?.facts.notBefore ?? 0),
  STATUS: ({ status }) => status,
  RENEWAL_STATUS: ({ renewal }) => renewal?.status ?? '',
  EXPORTED: ({ exported }) => String(exported !== undefined),
  IN_USE: ({ inUseBy }) => String(inUseBy.length > 0),
  KEY_ALGORITHM: ({ keyAlgorithm }) => keyAlgorithm,
  TYPE: ({ type }) => type,
  CERTIFICATE_ARN: ({ id }) => id,
  COMMON_NAME: ({ domainName }) => domainName,
  REVOKED_AT: ({ revoked }) => timeKey(revoked?.at ?? 0),
  RENEWAL_ELIGIBILITY: renewalEligibility,
  ISSUED_AT: ({ issued }) => timeKey(issued ?? 0),
  MANAGED_BY: () => '',
  EXPORT_OPTION: ({ export: option }) => option,
  VALIDATION_METHOD: ({ validation: proving }) => proving?.method ?? '',
  IMPORTED_AT: ({ imported }) => timeKey(imported ?? 0),
};

function resultOf(certificate: CertificateDocument): CertificateSearchResult {
  const { content, created, exported, imported, inUseBy, issued, renewal, revoked } = certificate;
  const { status, type, validation: proving } = certificate;
  const date = (name: string, at: number | undefined) =>
    at === undefined ? {} : { [name]: new Date(at) };
  return {
    CertificateArn: arnOf(certificate),
    ...(content === undefined ? {} : { X509Attributes: attributesOf(certificate, content) }),
    CertificateMetadata: {
      AcmCertificateMetadata: {
        Status: status,
        Type: type,
        Exported: exported !== undefined,
        ExportOption: certificate.export,
        InUse: inUseBy.length > 0,
        RenewalEligibility: renewalEligibility(certificate),
        ...(renewal === undefined ? {} : { RenewalStatus: renewal.status }),
        ...(proving === undefined ? {} : { ValidationMethod: proving.method }),
        ...date('CreatedAt', type === 'IMPORTED' ? undefined : created),
        ...date('ImportedAt', imported),
        ...date('IssuedAt', issued),
        ...date('RevokedAt', revoked?.at),
      },
    },
  };
}

function attributesOf(
  { keyAlgorithm }: CertificateDocument,
  { facts }: CertificateContent,
): X509Attributes {
  return {
    Issuer: shownName(facts.issuer),
    Subject: shownName(facts.subject),
    SubjectAlternativeNames: facts.alternativeNames.map(shownAlternative),
    ExtendedKeyUsages: facts.extendedKeyUsages.map(extendedKeyUsageName),
    KeyAlgorithm: shownAlgorithm(keyAlgorithm),
    KeyUsages: facts.keyUsages,
    SerialNumber: facts.serial,
    NotAfter: new Date(facts.notAfter),
    NotBefore: new Date(facts.notBefore),
  };
}

function shownName(name: DistinguishedName) {
  const types = new Set<string>(Object.values(NAME_TYPES));
  const shown: Partial<Record<NameType, string>> = {};
  for (const type of nameTypes()) {
    const value = nameValue(name, type);
    if (value !== undefined) shown[type] = value;
  }
  const components = name.filter(([oid]) => oid === DOMAIN_COMPONENT).map(([, value]) => value);
  const custom = name
    .filter(([oid]) => !types.has(oid) && oid !== DOMAIN_COMPONENT)
    .map(([ObjectIdentifier, Value]) => ({ ObjectIdentifier, Value }));
  return {
    ...shown,
    ...(components.length === 0 ? {} : { DomainComponents: components }),
    ...(custom.length === 0 ? {} : { CustomAttributes: custom }),
  };
}

function nameTypes(): readonly NameType[] {
  const names: NameType[] = [];
  for (const name in NAME_TYPES) if (isNameType(name)) names.push(name);
  return names;
}

function isNameType(name: string): name is NameType {
  return Object.hasOwn(NAME_TYPES, name);
}

function shownAlternative({ kind, value }: AlternativeName) {
  switch (kind) {
    case 'dns':
      return { DnsName: value };
    case 'email':
      return { Rfc822Name: value };
    case 'ip':
      return { IpAddress: value };
    case 'uri':
      return { UniformResourceIdentifier: value };
    case 'registeredId':
      return { RegisteredId: value };
  }
}
