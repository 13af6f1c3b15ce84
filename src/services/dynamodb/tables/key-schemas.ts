import type {
  AttributeDefinition,
  KeySchemaElement,
  LocalSecondaryIndex,
  Projection,
} from '../../../../models/dynamodb/types.ts';
import { invalid, invalidParameter } from '../domain/invalid.ts';
import { unbuilt } from '../errors.ts';
import type { IndexDocument, KeyAttribute, KeySchema, TableDocument } from '../state.ts';

/** Attributes of all projections of a table together. */
const PROJECTED_MAX = 100;
const LOCAL_INDEXES_MAX = 5;
const GLOBAL_INDEXES_MAX = 20;

/** The attributes that keys may name. Errors: ValidationException. */
export function definedAttributes(
  definitions: readonly AttributeDefinition[] | undefined,
): readonly KeyAttribute[] {
  const all = (definitions ?? []).map(({ AttributeName, AttributeType }) => ({
    name: AttributeName,
    type: AttributeType,
  }));
  const names = new Set(all.map(({ name }) => name));
  if (names.size < all.length) {
    const twice = all.find(({ name }, at) => all.findIndex((one) => one.name === name) < at);
    throw invalidParameter(`Duplicate AttributeName in AttributeDefinitions: ${twice?.name ?? ''}`);
  }
  return all;
}

/** Errors: ValidationException. */
export function keySchemaOf(
  operation: string,
  elements: readonly KeySchemaElement[],
  attributes: readonly KeyAttribute[],
): KeySchema {
  const [first, second, ...further] = elements;
  if (further.length > 0) throw unbuilt(operation, 'keys of several attributes');
  if (first?.KeyType !== 'HASH') {
    throw invalid('Invalid KeySchema: The first KeySchemaElement is not a HASH key type');
  }
  if (second !== undefined) {
    if (second.AttributeName === first.AttributeName) {
      throw invalid(
        'Both the Hash Key and the Range Key element in the KeySchema have the same name',
      );
    }
    if (second.KeyType !== 'RANGE') {
      throw invalid('Invalid KeySchema: The second KeySchemaElement is not a RANGE key type');
    }
  }
  const hash = attributes.find(({ name }) => name === first.AttributeName);
  const range = attributes.find(({ name }) => name === second?.AttributeName);
  if (hash === undefined || (second !== undefined && range === undefined)) {
    throw invalidParameter(
      'Some index key attributes are not defined in AttributeDefinitions. ' +
        `Keys: ${listed(elements.map(({ AttributeName }) => AttributeName))}, ` +
        `AttributeDefinitions: ${listed(attributes.map(({ name }) => name))}`,
    );
  }
  return range === undefined ? { hash } : { hash, range };
}

function listed(names: readonly string[]): string {
  return `[${names.join(', ')}]`;
}

/** Every attribute that is defined must be of a key. Errors: ValidationException. */
export function requireAllUsed(
  attributes: readonly KeyAttribute[],
  key: KeySchema,
  indexes: readonly IndexDocument[],
): void {
  const used = keyNames(key, indexes);
  if (attributes.every(({ name }) => used.has(name))) return;
  if (indexes.length === 0) {
    throw invalidParameter(
      'Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
    );
  }
  throw invalidParameter(
    'Some AttributeDefinitions are not used. ' +
      `AttributeDefinitions: ${listed(attributes.map(({ name }) => name))}, keys used: ${listed([...used])}`,
  );
}

/** Attributes that are of some key. */
export function usedAttributes({
  attributes,
  key,
  indexes,
}: Pick<TableDocument, 'attributes' | 'key' | 'indexes'>): readonly KeyAttribute[] {
  const names = keyNames(key, indexes);
  return attributes.filter(({ name }) => names.has(name));
}

function keyNames(key: KeySchema, indexes: readonly Pick<IndexDocument, 'key'>[]) {
  return new Set(
    [key, ...indexes.map((index) => index.key)].flatMap(({ hash, range }) =>
      range === undefined ? [hash.name] : [hash.name, range.name],
    ),
  );
}

/** An index as requests give it, whatever its kind. */
export interface GivenIndex {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: Projection;
}

export type IndexDraft = Pick<
  IndexDocument,
  'name' | 'isLocal' | 'key' | 'projection' | 'attributes'
>;

/** Errors: ValidationException. */
export function indexDraft(
  operation: string,
  given: GivenIndex,
  isLocal: boolean,
  attributes: readonly KeyAttribute[],
): IndexDraft {
  const { IndexName: name, KeySchema, Projection } = given;
  const key = keySchemaOf(operation, KeySchema, attributes);
  const { ProjectionType: projection, NonKeyAttributes: further } = Projection;
  if (projection === undefined) throw invalidParameter('Unknown ProjectionType: null');
  if (projection !== 'INCLUDE' && further !== undefined) {
    throw invalidParameter(`ProjectionType is ${projection}, but NonKeyAttributes is specified`);
  }
  if (projection === 'INCLUDE' && further === undefined) {
    throw invalidParameter('ProjectionType is INCLUDE, but NonKeyAttributes is not specified');
  }
  return { name, isLocal, key, projection, attributes: [...new Set(further)] };
}

/** Errors: ValidationException. */
export function localIndexDrafts(
  operation: string,
  given: readonly LocalSecondaryIndex[] | undefined,
  key: KeySchema,
  attributes: readonly KeyAttribute[],
): readonly IndexDraft[] {
  if (given === undefined) return [];
  if (given.length === 0) throw invalidParameter('List of LocalSecondaryIndexes is empty');
  if (key.range === undefined) {
    throw invalidParameter(
      'Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex',
    );
  }
  const drafts = given.map((one) => indexDraft(operation, one, true, attributes));
  for (const draft of drafts) {
    if (draft.key.range === undefined) {
      throw invalidParameter(`Index KeySchema does not have a range key for index: ${draft.name}`);
    }
    if (draft.key.hash.name !== key.hash.name) {
      throw invalidParameter(
        'Index KeySchema does not have the same leading hash key as table KeySchema for index: ' +
          `${draft.name}. index hash key: ${draft.key.hash.name}, table hash key: ${key.hash.name}`,
      );
    }
  }
  return drafts;
}

/** What indexes may be together. Errors: ValidationException. */
export function requireFitting(indexes: readonly IndexDraft[]): void {
  const seen = new Set<string>();
  for (const { name } of indexes) {
    if (seen.has(name)) throw invalidParameter(`Duplicate index name: ${name}`);
    seen.add(name);
  }
  const locals = indexes.filter(({ isLocal }) => isLocal).length;
  if (locals > LOCAL_INDEXES_MAX) {
    throw invalidParameter(
      `Number of LocalSecondaryIndexes exceeds per-table limit of ${LOCAL_INDEXES_MAX}`,
    );
  }
  if (indexes.length - locals > GLOBAL_INDEXES_MAX) {
    throw invalidParameter(
      `GlobalSecondaryIndex count exceeds the per-table limit of ${GLOBAL_INDEXES_MAX}`,
    );
  }
  const projected = indexes.reduce((sum, { attributes }) => sum + attributes.length, 0);
  if (projected > PROJECTED_MAX) {
    throw invalidParameter(
      `Number of NonKeyAttributes exceeds the per-table limit of ${PROJECTED_MAX} across all secondary indexes`,
    );
  }
}
