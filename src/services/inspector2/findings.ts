import type {
  Severity,
  SortCriteria,
  SortField,
  Vulnerability,
} from '../../../models/inspector2/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { Advisory } from '../../vulnerabilities/advisory.ts';
import { baseScoreOf } from '../../vulnerabilities/cvss.ts';
import { meets } from './criteria.ts';
import { unbuilt } from './errors.ts';
import { onAccount } from './operation.ts';
import { pageOfList } from './pages.ts';
import type { ScanParts } from './scan-job.ts';
import { shownFinding } from './shown-finding.ts';
import { type FindingDocument, findings } from './state.ts';
import { vulnerabilityIdOf } from './vulnerability.ts';

const SEVERITIES: readonly Severity[] = [
  'UNTRIAGED',
  'INFORMATIONAL',
  'LOW',
  'MEDIUM',
  'HIGH',
  'CRITICAL',
];

type SortKey = string | number;

/** What findings are sorted by; those of fields that none here has stay as they are. */
const SORT_KEYS: Readonly<Record<SortField, (finding: FindingDocument) => SortKey>> = {
  AWS_ACCOUNT_ID: ({ account }) => account,
  FINDING_TYPE: () => '',
  SEVERITY: ({ severity }) => SEVERITIES.indexOf(severity),
  FIRST_OBSERVED_AT: ({ first }) => first,
  LAST_OBSERVED_AT: ({ last }) => last,
  FINDING_STATUS: ({ status }) => status,
  RESOURCE_TYPE: () => '',
  ECR_IMAGE_PUSHED_AT: () => '',
  ECR_IMAGE_REPOSITORY_NAME: () => '',
  ECR_IMAGE_REGISTRY: () => '',
  NETWORK_PROTOCOL: () => '',
  COMPONENT_TYPE: () => '',
  VULNERABILITY_ID: ({ vulnerability }) => vulnerability.vulnerabilityId,
  VULNERABILITY_SOURCE: ({ vulnerability }) => vulnerability.source,
  INSPECTOR_SCORE: () => '',
  VENDOR_SEVERITY: ({ vulnerability }) => vulnerability.vendorSeverity ?? '',
  EPSS_SCORE: () => '',
};

function sorted(
  list: readonly FindingDocument[],
  { field, sortOrder }: SortCriteria,
): readonly FindingDocument[] {
  const keyOf = SORT_KEYS[field];
  const direction = sortOrder === 'ASC' ? 1 : -1;
  return list.toSorted((left, right) => {
    const [first, second] = [keyOf(left), keyOf(right)];
    const order = first < second ? -1 : first > second ? 1 : 0;
    return order * direction || (left.arn < right.arn ? -1 : 1);
  });
}

const NEWEST: SortCriteria = { field: 'LAST_OBSERVED_AT', sortOrder: 'DESC' };

export function findingOperations({ database }: ScanParts): readonly AnyOperation[] {
  return [
    onAccount({
      name: 'ListFindings',
      access: 'read',
      handle: async (input, view, { call }) => {
        const { filterCriteria: criteria, sortCriteria: sort = NEWEST } = input;
        const all = await everyOf(view, findings);
        const list = sorted(
          all.filter((finding) => meets(finding, criteria)),
          sort,
        );
        const page = pageOfList(call, input, JSON.stringify([criteria, sort]), list);
        return { findings: page.items.map(shownFinding), ...page.answer };
      },
    }),
    onAccount({
      name: 'BatchGetFindingDetails',
      access: 'read',
      handle: async ({ findingArns }, view) => {
        const all = new Map(
          (await everyOf(view, findings)).map((finding) => [finding.arn, finding]),
        );
        const wanted = [...new Set(findingArns)];
        return {
          findingDetails: wanted.flatMap((arn) => {
            const finding = all.get(arn);
            if (finding === undefined) return [];
            const referenceUrls = finding.vulnerability.referenceUrls ?? [];
            return [{ findingArn: arn, cwes: finding.weaknesses, referenceUrls }];
          }),
          errors: wanted
            .filter((arn) => !all.has(arn))
            .map((findingArn) => ({
              findingArn,
              errorCode: 'FINDING_DETAILS_NOT_FOUND',
              errorMessage: 'The finding details were not found.',
            })),
        };
      },
    }),
    onAccount({
      name: 'SearchVulnerabilities',
      access: 'read',
      handle: async ({ filterCriteria }) => {
        if (database === undefined) {
          throw unbuilt(
            'SearchVulnerabilities',
            'a server without advisories: give it --vulnerability-database FILE',
          );
        }
        const [id = ''] = filterCriteria.vulnerabilityIds;
        const named = database.named(id).filter((advisory) => vulnerabilityIdOf(advisory) === id);
        return {
          vulnerabilities: named.slice(0, 1).map((advisory) => shownAdvisory(id, advisory)),
        };
      },
    }),
  ];
}

function shownAdvisory(id: string, advisory: Advisory): Vulnerability {
  const score = advisory.vectors.flatMap((vector) => baseScoreOf(vector) ?? [])[0];
  const related = [advisory.id, ...advisory.aliases].filter((one) => one !== id);
  return {
    id,
    description: advisory.details === '' ? advisory.summary : advisory.details,
    cwes: advisory.weaknesses,
    relatedVulnerabilities: related,
    referenceUrls: advisory.references.map(({ url }) => url).slice(0, 100),
    ...(score === undefined
      ? {}
      : { cvss3: { baseScore: score.score, scoringVector: score.vector } }),
    ...(advisory.publisherSeverity === undefined
      ? {}
      : { vendorSeverity: advisory.publisherSeverity }),
    ...(advisory.published === undefined ? {} : { vendorCreatedAt: new Date(advisory.published) }),
    ...(advisory.modified === undefined ? {} : { vendorUpdatedAt: new Date(advisory.modified) }),
  };
}
