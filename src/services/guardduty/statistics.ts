import type {
  FindingStatistics,
  GetFindingsStatisticsRequest,
  GroupByType,
} from '../../../models/guardduty/types.ts';
import { DAY_MS } from '../../core/time.ts';
import { groupedBy } from '../../detection/grouping.ts';
import type { FindingDocument } from './state.ts';

const GROUPS_DEFAULT = 25;

/** Findings counted, by severity or as asked. */
export function statisticsOf(
  documents: readonly FindingDocument[],
  { GroupBy: by, OrderBy: order, MaxResults: most = GROUPS_DEFAULT }: GetFindingsStatisticsRequest,
): FindingStatistics {
  if (by === undefined) {
    const groups = groupedBy(documents, ({ finding }) => finding.Severity.toFixed(1));
    return {
      CountBySeverity: Object.fromEntries(
        [...groups].map(([severity, list]) => [severity, list.length]),
      ),
    };
  }
  const groups = groupsOf(documents, by);
  return shownBy(by, (order === 'ASC' ? groups.toReversed() : groups).slice(0, most));
}

interface Group {
  readonly list: readonly FindingDocument[];
  readonly TotalFindings: number;
  readonly LastGeneratedAt: Date;
}

/** The largest first. */
function groupsOf(documents: readonly FindingDocument[], by: GroupByType): readonly Group[] {
  return [...groupedBy(documents, (document) => keyOf(by, document)).values()]
    .map((list) => ({
      list,
      TotalFindings: list.length,
      LastGeneratedAt: new Date(Math.max(...list.map(({ last }) => last))),
    }))
    .toSorted((left, right) => right.TotalFindings - left.TotalFindings);
}

function shownBy(by: GroupByType, wanted: readonly Group[]): FindingStatistics {
  switch (by) {
    case 'ACCOUNT':
      return {
        GroupedByAccount: wanted.map(({ list, ...counts }) => ({
          AccountId: list[0]?.finding.AccountId,
          ...counts,
        })),
      };
    case 'DATE':
      return {
        GroupedByDate: wanted.map(({ list, ...counts }) => ({
          Date: new Date(dayStart(list[0]?.last ?? 0)),
          Severity: list[0]?.finding.Severity,
          ...counts,
        })),
      };
    case 'FINDING_TYPE':
      return {
        GroupedByFindingType: wanted.map(({ list, ...counts }) => ({
          FindingType: list[0]?.finding.Type,
          ...counts,
        })),
      };
    case 'RESOURCE':
      return {
        GroupedByResource: wanted.map(({ list, ...counts }) => ({
          AccountId: list[0]?.finding.AccountId,
          ResourceType: list[0]?.finding.Resource.ResourceType,
          ResourceId: resourceOf(list[0]),
          ...counts,
        })),
      };
    case 'SEVERITY':
      return {
        GroupedBySeverity: wanted.map(({ list, ...counts }) => ({
          Severity: list[0]?.finding.Severity,
          ...counts,
        })),
      };
  }
}

function dayStart(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS;
}

function resourceOf(document: FindingDocument | undefined): string {
  const {
    AccessKeyDetails,
    InstanceDetails,
    S3BucketDetails = [],
  } = document?.finding.Resource ?? {};
  return (
    S3BucketDetails[0]?.Arn ?? InstanceDetails?.InstanceId ?? AccessKeyDetails?.AccessKeyId ?? ''
  );
}

function keyOf(by: GroupByType, document: FindingDocument): string {
  const { finding, last } = document;
  switch (by) {
    case 'ACCOUNT':
      return finding.AccountId;
    case 'DATE':
      return `${dayStart(last)}/${finding.Severity}`;
    case 'FINDING_TYPE':
      return finding.Type;
    case 'RESOURCE':
      return `${finding.AccountId}/${finding.Resource.ResourceType}/${resourceOf(document)}`;
    case 'SEVERITY':
      return String(finding.Severity);
  }
}
