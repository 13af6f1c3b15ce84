import type {
  CertificateSummary,
  Filters,
  KeyAlgorithm,
  ListCertificatesRequest,
} from '../../../models/acm/types.ts';
import type { View } from '../../contract/view.ts';
import type { PageCursor } from '../../core/pages.ts';
import { extendedKeyUsageName } from '../../crypto/x509/usages.ts';
import type { AcmOperation } from './authorization.ts';
import { shownAlgorithm } from './contents.ts';
import { renewalEligibility } from './description.ts';
import { invalidArguments, validation } from './errors.ts';
import { pageOf } from './pages.ts';
import { arnOf } from './resources.ts';
import { type CertificateDocument, certificates } from './state.ts';

const PAGE = 1_000;
/** What is listed where nothing else is asked for: a surprise to many, and AWS's way. */
const USUAL_KEYS: readonly KeyAlgorithm[] = ['RSA_1024', 'RSA_2048'];
const NAMES_SHOWN = 100;

export const listCertificates: AcmOperation<'ListCertificates'> = {
  name: 'ListCertificates',
  access: 'read',
  authorize: async () => [{ action: 'acm:ListCertificates', resource: '*' }],
  handle: async (input, { view, call }) => {
    const { NextToken, MaxItems = PAGE, ...about } = input;
    if ((input.SortBy === undefined) !== (input.SortOrder === undefined)) {
      throw validation('SortBy and SortOrder must be specified together.');
    }
    const page = pageOf(call, NextToken, about, () => invalidArguments('Invalid NextToken'));
    const isWanted = wantedBy(input);
    const { found, last } = await collect(view, isWanted, {
      after: page.after,
      limit: MaxItems,
      descending: input.SortOrder !== 'ASCENDING',
    });
    return {
      CertificateSummaryList: found.map(summaryOf),
      ...(last === undefined ? {} : { NextToken: page.next(last) }),
    };
  },
};

type Wanted = (certificate: CertificateDocument) => boolean;

function wantedBy({
  CertificateStatuses: statuses,
  Includes = {},
}: ListCertificatesRequest): Wanted {
  return (certificate) =>
    (statuses === undefined || statuses.includes(certificate.status)) &&
    isIncluded(certificate, Includes);
}

function isIncluded(
  { content, keyAlgorithm, export: option }: CertificateDocument,
  { keyTypes = USUAL_KEYS, keyUsage = [], extendedKeyUsage = [], exportOption, managedBy }: Filters,
): boolean {
  const usages = content?.facts.keyUsages ?? [];
  const extended = content?.facts.extendedKeyUsages.map(extendedKeyUsageName) ?? [];
  return (
    (keyTypes.length === 0 || keyTypes.includes(keyAlgorithm)) &&
    keyUsage.every((one) => one === 'ANY' || usages.some((usage) => usage === one)) &&
    extendedKeyUsage.every((one) => one === 'ANY' || extended.some((usage) => usage === one)) &&
    (exportOption === undefined || exportOption === option) &&
    managedBy === undefined
  );
}

interface Walk {
  readonly after: PageCursor | undefined;
  readonly limit: number;
  readonly descending: boolean;
}

/** As many wanted ones as a page holds, the newest first where nothing else is asked for. */
async function collect(
  view: View,
  isWanted: Wanted,
  { after, limit, descending }: Walk,
): Promise<{ readonly found: readonly CertificateDocument[]; readonly last?: PageCursor }> {
  const found: CertificateDocument[] = [];
  let from = after;
  for (;;) {
    const page = await view.list(certificates, {
      index: 'created',
      limit: PAGE,
      descending,
      ...(from === undefined ? {} : { after: from }),
    });
    for (const [index, { document, key, id }] of page.items.entries()) {
      if (!isWanted(document)) continue;
      found.push(document);
      if (found.length < limit) continue;
      const isMore = page.last !== undefined || index + 1 < page.items.length;
      return isMore ? { found, last: { key, id } } : { found };
    }
    if (page.last === undefined) return { found };
    from = page.last;
  }
}

function summaryOf(certificate: CertificateDocument): CertificateSummary {
  const { names, status, type, content, created, issued, imported, revoked } = certificate;
  const date = (name: string, at: number | undefined) =>
    at === undefined ? {} : { [name]: new Date(at) };
  return {
    CertificateArn: arnOf(certificate),
    DomainName: certificate.domainName,
    SubjectAlternativeNameSummaries: names.slice(0, NAMES_SHOWN),
    HasAdditionalSubjectAlternativeNames: names.length > NAMES_SHOWN,
    Status: status,
    Type: type,
    KeyAlgorithm: shownAlgorithm(certificate.keyAlgorithm),
    KeyUsages: content?.facts.keyUsages ?? [],
    ExtendedKeyUsages: content?.facts.extendedKeyUsages.map(extendedKeyUsageName) ?? [],
    ExportOption: certificate.export,
    InUse: certificate.inUseBy.length > 0,
    Exported: certificate.exported !== undefined,
    RenewalEligibility: renewalEligibility(certificate),
    ...date('NotBefore', content?.facts.notBefore),
    ...date('NotAfter', content?.facts.notAfter),
    ...date('CreatedAt', type === 'IMPORTED' ? undefined : created),
    ...date('IssuedAt', issued),
    ...date('ImportedAt', imported),
    ...date('RevokedAt', revoked?.at),
  };
}
