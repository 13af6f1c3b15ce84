import type {
  ClassificationResult,
  Occurrences,
  SensitiveDataItem,
} from '../../../models/macie2/types.ts';
import { managedIdentifier } from '../../classification/catalogue.ts';
import type { Classified } from '../../classification/classify.ts';
import type { Category, Level } from '../../classification/identifier.ts';
import type { Detection, Location } from '../../classification/tally.ts';
import { groupedBy } from '../../detection/grouping.ts';
import type { CustomIdentifierDocument, FindingDocument } from './state.ts';

/** Places that a finding tells of, over all its types. */
export const FINDING_LOCATIONS_MAX = 15;

type Kind = Category | 'CUSTOM_IDENTIFIER';

const TYPES: Readonly<
  Record<Kind, { readonly type: FindingDocument['type']; readonly what: string }>
> = {
  CREDENTIALS: { type: 'SensitiveData:S3Object/Credentials', what: 'credentials data' },
  FINANCIAL_INFORMATION: {
    type: 'SensitiveData:S3Object/Financial',
    what: 'financial information',
  },
  PERSONAL_INFORMATION: { type: 'SensitiveData:S3Object/Personal', what: 'personal information' },
  CUSTOM_IDENTIFIER: {
    type: 'SensitiveData:S3Object/CustomIdentifier',
    what: 'text that matches custom data identifiers',
  },
};

export type Customs = ReadonlyMap<string, CustomIdentifierDocument>;

const LEVELS: readonly Level[] = [1, 2, 3];
const CUSTOM_DEFAULT: Level = 2;

/** The severity of an identifier's occurrences; undefined: there are too few to be told of. */
function levelOf({ id, isCustom, count }: Detection, customs: Customs): Level | undefined {
  if (isCustom) {
    const levels = customs.get(id)?.severityLevels;
    if (levels === undefined) return CUSTOM_DEFAULT;
    const reached = levels.filter(({ occurrencesThreshold }) => count >= occurrencesThreshold);
    const severity = reached.at(-1)?.severity;
    return severity === undefined ? undefined : LEVELS[['LOW', 'MEDIUM', 'HIGH'].indexOf(severity)];
  }
  const [one, some, many] = managedIdentifier(id)?.severities ?? [1, 1, 1];
  return count >= 100 ? many : count > 1 ? some : one;
}

export function severityOf(level: number): FindingDocument['severity'] {
  return { score: level, description: level === 3 ? 'High' : level === 2 ? 'Medium' : 'Low' };
}

/** What of an object is told; undefined: nothing sensitive was found in it. */
export function sensitivityOf({ detections }: Classified, customs: Customs) {
  const told = detections.flatMap((detection) => {
    const level = levelOf(detection, customs);
    return level === undefined ? [] : [{ detection, level }];
  });
  if (told.length === 0) return undefined;
  const kinds = new Set(told.map(({ detection }) => kindOf(detection)));
  const [only = 'PERSONAL_INFORMATION'] = kinds;
  const severity = severityOf(Math.max(...told.map(({ level }) => level)));
  if (kinds.size > 1) {
    return {
      type: 'SensitiveData:S3Object/Multiple' as const,
      title: 'The S3 object contains multiple categories of sensitive data',
      description: 'The S3 object contains more than one category of sensitive data.',
      severity,
    };
  }
  const { type, what } = TYPES[only];
  const title = `The S3 object contains ${what}`;
  return { type, title, description: `${title}.`, severity };
}

function kindOf({ id, isCustom }: Detection): Kind {
  return isCustom
    ? 'CUSTOM_IDENTIFIER'
    : (managedIdentifier(id)?.category ?? 'PERSONAL_INFORMATION');
}

function occurrencesOf(locations: readonly Location[]): Occurrences {
  const cells = locations.flatMap((place) =>
    place.kind === 'cell'
      ? [
          {
            row: place.row,
            column: place.column,
            ...(place.name === undefined ? {} : { columnName: place.name }),
          },
        ]
      : [],
  );
  const lineRanges = locations.flatMap((place) =>
    place.kind === 'line'
      ? [{ start: place.start, end: place.end, startColumn: place.startColumn }]
      : [],
  );
  const records = locations.flatMap((place) =>
    place.kind === 'record'
      ? [
          {
            recordIndex: place.index,
            ...(place.path === undefined ? {} : { jsonPath: place.path }),
          },
        ]
      : [],
  );
  return {
    ...(cells.length === 0 ? {} : { cells }),
    ...(lineRanges.length === 0 ? {} : { lineRanges }),
    ...(records.length === 0 ? {} : { records }),
  };
}

function total(detections: readonly Detection[]): number {
  return detections.reduce((sum, { count }) => sum + count, 0);
}

/**
 * The result of an object's classification, with no more places than `locationsMax` in all, the first type's before the next's.
 * Of files within archives no places are told.
 */
export function resultOf(
  { status, mimeType, size, isArchive, detections }: Classified,
  customs: Customs,
  locationsMax: number,
): ClassificationResult {
  let left = isArchive ? 0 : locationsMax;
  const placesOf = ({ locations }: Detection) => {
    const taken = locations.slice(0, left);
    left -= taken.length;
    return taken.length === 0 ? {} : { occurrences: occurrencesOf(taken) };
  };
  const managed = groupedBy(
    detections.filter(({ isCustom }) => !isCustom),
    kindOf,
  );
  const sensitiveData = [...managed].map(
    ([category, list]): SensitiveDataItem => ({
      category,
      totalCount: total(list),
      detections: list.map((detection) => ({
        type: detection.id,
        count: detection.count,
        ...placesOf(detection),
      })),
    }),
  );
  const own = detections.filter(({ isCustom }) => isCustom);
  return {
    status: {
      code: status.code,
      ...(status.reason === undefined ? {} : { reason: status.reason }),
    },
    sizeClassified: size,
    mimeType,
    sensitiveData,
    customDataIdentifiers: {
      totalCount: total(own),
      detections: own.map((detection) => ({
        arn: detection.id,
        name: customs.get(detection.id)?.name ?? '',
        count: detection.count,
        ...placesOf(detection),
      })),
    },
    additionalOccurrences: total(detections) > (isArchive ? 0 : locationsMax) - left,
  };
}
