import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

/** Basic selectors: what a trail records, by kind and by resource. */
export interface BasicSelector {
  readonly readWriteType: 'All' | 'ReadOnly' | 'WriteOnly';
  readonly management: boolean;
  readonly dataResources: readonly { readonly type: string; readonly values: readonly string[] }[];
  readonly excludedSources: readonly string[];
}

export interface FieldSelector {
  readonly field: string;
  readonly equals?: readonly string[];
  readonly startsWith?: readonly string[];
  readonly endsWith?: readonly string[];
  readonly notEquals?: readonly string[];
  readonly notStartsWith?: readonly string[];
  readonly notEndsWith?: readonly string[];
}

export interface AdvancedSelector {
  readonly name?: string;
  readonly fields: readonly FieldSelector[];
}

export type Selectors =
  | { readonly kind: 'basic'; readonly selectors: readonly BasicSelector[] }
  | { readonly kind: 'advanced'; readonly selectors: readonly AdvancedSelector[] };

/** All management events: what a trail records that nobody told otherwise. */
export const DEFAULT_SELECTORS: Selectors = Object.freeze({
  kind: 'basic',
  selectors: [{ readWriteType: 'All', management: true, dataResources: [], excludedSources: [] }],
} as const);

/** Services of no Region, whose events a trail may leave out. */
const GLOBAL_SOURCES: ReadonlySet<string> = new Set([
  'iam.amazonaws.com',
  'sts.amazonaws.com',
  'cloudfront.amazonaws.com',
]);

/** Tells whether a record is one that selectors want. Several selectors: any of them. */
export function isSelected(
  record: JsonObject,
  selectors: Selectors,
  includeGlobal: boolean,
): boolean {
  if (!includeGlobal && GLOBAL_SOURCES.has(textOf(record['eventSource']))) return false;
  return selectors.kind === 'basic'
    ? selectors.selectors.some((selector) => isBasic(record, selector))
    : selectors.selectors.some((selector) =>
        selector.fields.every((field) => isField(record, field)),
      );
}

function isBasic(record: JsonObject, selector: BasicSelector): boolean {
  const readOnly = record['readOnly'] === true;
  if (selector.readWriteType === 'ReadOnly' && !readOnly) return false;
  if (selector.readWriteType === 'WriteOnly' && readOnly) return false;
  if (record['managementEvent'] !== false) {
    const source = textOf(record['eventSource']);
    return selector.management && !selector.excludedSources.includes(source);
  }
  const resources = resourcesOf(record);
  return selector.dataResources.some(({ type, values }) =>
    resources.some(
      (found) => found.type === type && values.some((value) => covers(value, found.arn)),
    ),
  );
}

/** `arn:aws:s3` stands for every bucket; `arn:aws:s3:::bucket/` for all that is in one. */
function covers(value: string, arn: string): boolean {
  if (/^arn:[^:]+:[^:]+$/.test(value)) return arn.startsWith(`${value}:`);
  return arn.startsWith(value);
}

function isField(record: JsonObject, selector: FieldSelector): boolean {
  const values = valuesOf(record, selector.field);
  const anyOf = (
    given: readonly string[] | undefined,
    test: (value: string, part: string) => boolean,
  ): boolean | undefined =>
    given && values.some((value) => given.some((part) => test(value, part)));
  const same = (value: string, part: string): boolean => value === part;
  const starts = (value: string, part: string): boolean => value.startsWith(part);
  const ends = (value: string, part: string): boolean => value.endsWith(part);
  const wanted = [
    anyOf(selector.equals, same),
    anyOf(selector.startsWith, starts),
    anyOf(selector.endsWith, ends),
  ].filter((found) => found !== undefined);
  const unwanted = [
    anyOf(selector.notEquals, same),
    anyOf(selector.notStartsWith, starts),
    anyOf(selector.notEndsWith, ends),
  ];
  return (wanted.length === 0 || wanted.includes(true)) && !unwanted.includes(true);
}

function valuesOf(record: JsonObject, field: string): readonly string[] {
  switch (field) {
    case 'eventCategory':
    case 'eventName':
    case 'eventSource':
    case 'eventType':
    case 'errorCode':
    case 'vpcEndpointId':
      return given(record[field]);
    case 'readOnly':
    case 'sessionCredentialFromConsole':
      return [String(record[field] === true)];
    case 'resources.type':
      return resourcesOf(record).map(({ type }) => type);
    case 'resources.ARN':
      return resourcesOf(record).map(({ arn }) => arn);
    case 'userIdentity.arn': {
      const identity = record['userIdentity'];
      return isJsonObject(identity) ? given(identity['arn']) : [];
    }
    default:
      return [];
  }
}

function given(value: JsonValue | undefined): readonly string[] {
  return typeof value === 'string' ? [value] : [];
}

function resourcesOf(
  record: JsonObject,
): readonly { readonly type: string; readonly arn: string }[] {
  const { resources } = record;
  if (!Array.isArray(resources)) return [];
  return resources
    .filter(isJsonObject)
    .map((resource) => ({ type: textOf(resource['type']), arn: textOf(resource['ARN']) }));
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
