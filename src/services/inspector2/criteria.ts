import type {
  DateFilter,
  FilterCriteria,
  MapFilter,
  NumberFilter,
  PackageFilter,
  StringFilter,
  VulnerablePackage,
} from '../../../models/inspector2/types.ts';
import type { FindingDocument } from './state.ts';

type Rows<F, V> = readonly (readonly [
  filters: (criteria: FilterCriteria) => readonly F[] | undefined,
  values: (finding: FindingDocument) => readonly V[],
])[];

/** What findings of instances, images and code alone have: none is found here, so no value of theirs is. */
const nothing = (): readonly never[] => [];

const TEXTS: Rows<StringFilter, string> = [
  [(criteria) => criteria.findingArn, ({ arn }) => [arn]],
  [(criteria) => criteria.awsAccountId, ({ account }) => [account]],
  [(criteria) => criteria.findingType, () => ['PACKAGE_VULNERABILITY']],
  [(criteria) => criteria.severity, ({ severity }) => [severity]],
  [(criteria) => criteria.findingStatus, ({ status }) => [status]],
  [(criteria) => criteria.title, ({ title }) => [title]],
  [(criteria) => criteria.resourceType, () => ['AWS_LAMBDA_FUNCTION']],
  [(criteria) => criteria.resourceId, ({ resource }) => [resource]],
  [(criteria) => criteria.vulnerabilityId, ({ vulnerability }) => [vulnerability.vulnerabilityId]],
  [(criteria) => criteria.vulnerabilitySource, ({ vulnerability }) => [vulnerability.source]],
  [
    (criteria) => criteria.vendorSeverity,
    ({ vulnerability: { vendorSeverity } }) =>
      vendorSeverity === undefined ? [] : [vendorSeverity],
  ],
  [
    (criteria) => criteria.relatedVulnerabilities,
    ({ vulnerability }) => vulnerability.relatedVulnerabilities ?? [],
  ],
  [(criteria) => criteria.fixAvailable, ({ fixAvailable }) => [fixAvailable]],
  [(criteria) => criteria.lambdaFunctionName, ({ lambda }) => [lambda.functionName]],
  [(criteria) => criteria.lambdaFunctionLayers, ({ lambda }) => lambda.layers ?? []],
  [(criteria) => criteria.lambdaFunctionRuntime, ({ lambda }) => [lambda.runtime]],
  [
    (criteria) => criteria.lambdaFunctionExecutionRoleArn,
    ({ lambda }) => [lambda.executionRoleArn],
  ],
  [(criteria) => criteria.exploitAvailable, nothing],
  [(criteria) => criteria.ec2InstanceImageId, nothing],
  [(criteria) => criteria.ec2InstanceVpcId, nothing],
  [(criteria) => criteria.ec2InstanceSubnetId, nothing],
  [(criteria) => criteria.ecrImageArchitecture, nothing],
  [(criteria) => criteria.ecrImageRegistry, nothing],
  [(criteria) => criteria.ecrImageRepositoryName, nothing],
  [(criteria) => criteria.ecrImageTags, nothing],
  [(criteria) => criteria.ecrImageHash, nothing],
  [(criteria) => criteria.networkProtocol, nothing],
  [(criteria) => criteria.componentId, nothing],
  [(criteria) => criteria.componentType, nothing],
  [(criteria) => criteria.codeVulnerabilityDetectorName, nothing],
  [(criteria) => criteria.codeVulnerabilityDetectorTags, nothing],
  [(criteria) => criteria.codeVulnerabilityFilePath, nothing],
  [(criteria) => criteria.codeRepositoryProjectName, nothing],
  [(criteria) => criteria.codeRepositoryProviderType, nothing],
];

const DATES: Rows<DateFilter, number> = [
  [(criteria) => criteria.firstObservedAt, ({ first }) => [first]],
  [(criteria) => criteria.lastObservedAt, ({ last }) => [last]],
  [(criteria) => criteria.updatedAt, ({ updated }) => [updated]],
  [(criteria) => criteria.lambdaFunctionLastModifiedAt, ({ lambda }) => [lambda.modified]],
  [(criteria) => criteria.ecrImagePushedAt, nothing],
  [(criteria) => criteria.ecrImageLastInUseAt, nothing],
];

const NUMBERS: Rows<NumberFilter, number> = [
  [(criteria) => criteria.inspectorScore, nothing],
  [(criteria) => criteria.epssScore, nothing],
  [(criteria) => criteria.ecrImageInUseCount, nothing],
];

/** What is asked for is any of several; what is excluded is all of them. */
export function meetsTexts(
  values: readonly string[],
  filters: readonly Pick<StringFilter, 'comparison' | 'value'>[] | undefined,
): boolean {
  if (filters === undefined) return true;
  const wanted = filters.filter(({ comparison }) => comparison !== 'NOT_EQUALS');
  const unwanted = filters.filter(({ comparison }) => comparison === 'NOT_EQUALS');
  const meetsOne = ({ comparison, value }: Pick<StringFilter, 'comparison' | 'value'>): boolean =>
    values.some((one) => (comparison === 'PREFIX' ? one.startsWith(value) : one === value));
  return (
    (wanted.length === 0 || wanted.some(meetsOne)) &&
    !unwanted.some(({ value }) => values.includes(value))
  );
}

export function meetsDates(
  values: readonly number[],
  filters: readonly DateFilter[] | undefined,
): boolean {
  return (
    filters?.some(({ startInclusive, endInclusive }) =>
      values.some(
        (value) =>
          value >= (startInclusive?.getTime() ?? Number.NEGATIVE_INFINITY) &&
          value <= (endInclusive?.getTime() ?? Number.POSITIVE_INFINITY),
      ),
    ) ?? true
  );
}

function meetsNumbers(
  values: readonly number[],
  filters: readonly NumberFilter[] | undefined,
): boolean {
  return (
    filters?.some(({ lowerInclusive, upperInclusive }) =>
      values.some(
        (value) =>
          value >= (lowerInclusive ?? Number.NEGATIVE_INFINITY) &&
          value <= (upperInclusive ?? Number.POSITIVE_INFINITY),
      ),
    ) ?? true
  );
}

/** A filter without a value asks for the key alone. */
export function meetsTags(
  tags: Readonly<Record<string, string>>,
  filters: readonly Pick<MapFilter, 'key' | 'value'>[] | undefined,
): boolean {
  return (
    filters?.some(({ key, value }) => {
      const found = Object.hasOwn(tags, key) ? tags[key] : undefined;
      return found !== undefined && (value === undefined || found === value);
    }) ?? true
  );
}

/** One package that has all that a filter names. */
function meetsPackages(
  packages: readonly VulnerablePackage[],
  filters: readonly PackageFilter[] | undefined,
): boolean {
  const meets = (one: VulnerablePackage, filter: PackageFilter): boolean => {
    const texts = [
      [filter.name, one.name],
      [filter.version, one.version],
      [filter.release, one.release],
      [filter.architecture, one.arch],
      [filter.sourceLayerHash, one.sourceLayerHash],
      [filter.sourceLambdaLayerArn, one.sourceLambdaLayerArn],
      [filter.filePath, one.filePath],
    ] as const;
    const epoch = one.epoch === undefined ? [] : [one.epoch];
    return (
      texts.every(([asked, value]) =>
        meetsTexts(value === undefined ? [] : [value], asked && [asked]),
      ) && meetsNumbers(epoch, filter.epoch && [filter.epoch])
    );
  };
  return filters?.some((filter) => packages.some((one) => meets(one, filter))) ?? true;
}

/** Whether a finding meets every criterion. */
export function meets(finding: FindingDocument, criteria: FilterCriteria | undefined): boolean {
  if (criteria === undefined) return true;
  return (
    TEXTS.every(([filters, values]) => meetsTexts(values(finding), filters(criteria))) &&
    DATES.every(([filters, values]) => meetsDates(values(finding), filters(criteria))) &&
    NUMBERS.every(([filters, values]) => meetsNumbers(values(finding), filters(criteria))) &&
    meetsTags(finding.tags, criteria.resourceTags) &&
    meetsPackages(finding.vulnerability.vulnerablePackages ?? [], criteria.vulnerablePackages) &&
    // No port is open in any finding here.
    (criteria.portRange ?? []).length === 0
  );
}
