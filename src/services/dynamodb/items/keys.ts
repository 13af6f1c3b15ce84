import { createHmac } from 'node:crypto';
import { attributeOf, type Item, pick, typeOf, type Value } from '../domain/values.ts';
import { invalid, invalidParameter } from '../domain/invalid.ts';
import { valueSize } from '../domain/item-size.ts';
import {
  HASH_LENGTH,
  isKeyValue,
  keyDigest,
  type KeyValue,
  partitionHash,
  sortEncoding,
} from '../domain/key-encoding.ts';
import type { ItemKeys } from '../encryption/sealing.ts';
import type { IndexDocument, KeyAttribute, KeySchema, TableDocument } from '../state.ts';

const HASH_BYTES_MAX = 2_048;
const RANGE_BYTES_MAX = 1_024;

/** The values of a primary key. */
export interface PrimaryKey {
  readonly hash: KeyValue;
  readonly range?: KeyValue;
}

export function keyAttributes({ hash, range }: KeySchema): readonly KeyAttribute[] {
  return range === undefined ? [hash] : [hash, range];
}

/** The key of a request that names an item. Errors: ValidationException. */
export function givenKey(schema: KeySchema, key: Item): PrimaryKey {
  const attributes = keyAttributes(schema);
  const fits =
    Object.keys(key).length === attributes.length &&
    attributes.every(({ name, type }) => {
      const value = attributeOf(key, name);
      return value !== undefined && typeOf(value) === type;
    });
  if (!fits) throw invalid('The provided key element does not match the schema');
  return primaryKey(schema, key);
}

/** The key of an item that is put. Errors: ValidationException. */
export function keyOfItem(schema: KeySchema, item: Item): PrimaryKey {
  for (const { name, type } of keyAttributes(schema)) {
    const value = attributeOf(item, name);
    if (value === undefined) throw invalidParameter(`Missing the key ${name} in the item`);
    const actual = typeOf(value);
    if (actual !== type) {
      throw invalidParameter(`Type mismatch for key ${name} expected: ${type} actual: ${actual}`);
    }
  }
  return primaryKey(schema, item);
}

function primaryKey({ hash, range }: KeySchema, item: Item): PrimaryKey {
  const first = keyValue(item, hash);
  if (valueSize(first) > HASH_BYTES_MAX) {
    throw invalidParameter(
      `Size of hashkey has exceeded the maximum size limit of${HASH_BYTES_MAX} bytes`,
    );
  }
  if (range === undefined) return { hash: first };
  const second = keyValue(item, range);
  if (valueSize(second) > RANGE_BYTES_MAX) {
    throw invalidParameter(
      `Aggregated size of all range keys has exceeded the size limit of ${RANGE_BYTES_MAX} bytes`,
    );
  }
  return { hash: first, range: second };
}

function keyValue(item: Item, { name }: KeyAttribute): KeyValue {
  const value = attributeOf(item, name);
  if (value === undefined || !isKeyValue(value)) {
    throw invalid('The provided key element does not match the schema');
  }
  requireFilled(name, value);
  return value;
}

/** Errors: ValidationException for an empty value of the key attribute. */
export function requireFilled(name: string, value: Value): void {
  const empty = emptiness(value);
  if (empty === undefined) return;
  throw invalid(
    'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an ' +
      `empty ${empty} value. Key: ${name}`,
  );
}

function emptiness(value: Value): 'string' | 'binary' | undefined {
  if ('S' in value && value.S === '') return 'string';
  return 'B' in value && value.B.byteLength === 0 ? 'binary' : undefined;
}

/** The key's attributes of an item. */
export function keyPart(schema: KeySchema, item: Item): Item {
  return pick(
    item,
    keyAttributes(schema).map(({ name }) => name),
  );
}

/** What an item is stored under, the same whatever its length: a keyed hash of its key. */
export function itemId(
  { store }: Pick<TableDocument, 'store'>,
  keys: ItemKeys,
  { hash, range }: PrimaryKey,
): string {
  const digest = keyed(keys, `item ${keyDigest(hash, range)}`);
  return `${store}/${digest}`;
}

/** Where all items of a partition are, in an index or the table. Partition keys stand nowhere in clear. */
export function partitionPlace(keys: ItemKeys, hash: KeyValue): string {
  return keyed(keys, `partition ${partitionHash(hash)}`);
}

function keyed({ place }: ItemKeys, text: string): string {
  return createHmac('sha256', place).update(text).digest('hex').slice(0, HASH_LENGTH);
}

/** `partition/sort key`. Sort keys stand in clear, in a form that sorts. */
export function placeOf(keys: ItemKeys, { hash, range }: PrimaryKey): string {
  const sort = range === undefined ? '' : sortEncoding(range);
  return `${partitionPlace(keys, hash)}/${sort}`;
}

/**
 * Where an item is in each index; an index whose key the item lacks has it not.
 * Errors: ValidationException for what can't be an index's key.
 */
export function indexPlaces(
  { indexes }: Pick<TableDocument, 'indexes'>,
  keys: ItemKeys,
  item: Item,
): Readonly<Record<string, string>> {
  const places: Record<string, string> = {};
  for (const index of indexes) {
    if (index.status === 'DELETING') continue;
    const key = indexKeyOf(index, item);
    if (key !== undefined) places[index.place] = placeOf(keys, key);
  }
  return places;
}

/** The same for an item that was there before an index: it stays out of those that can't have it. */
export function laterIndexPlaces(
  { indexes }: Pick<TableDocument, 'indexes'>,
  keys: ItemKeys,
  item: Item,
): Readonly<Record<string, string>> {
  const fitting = indexes.filter(({ key }) =>
    keyAttributes(key).every(({ name, type }) => {
      const value = attributeOf(item, name);
      return value !== undefined && typeOf(value) === type && emptiness(value) === undefined;
    }),
  );
  return indexPlaces({ indexes: fitting }, keys, item);
}

function indexKeyOf(index: IndexDocument, item: Item): PrimaryKey | undefined {
  for (const { name, type } of keyAttributes(index.key)) {
    const value = attributeOf(item, name);
    if (value === undefined) return undefined;
    requireIndexable(index, { name, type }, value);
  }
  return primaryKey(index.key, item);
}

function requireIndexable(index: IndexDocument, { name, type }: KeyAttribute, value: Value): void {
  const actual = typeOf(value);
  if (actual !== type) {
    throw invalidParameter(
      `Type mismatch for Index Key ${name} Expected: ${type} Actual: ${actual} IndexName: ${index.name}`,
    );
  }
  const empty = emptiness(value);
  if (empty !== undefined) {
    throw invalid(
      'One or more parameter values are not valid. A value specified for a secondary index key is not supported. ' +
        `The AttributeValue for a key attribute cannot contain an empty ${empty} value. ` +
        `IndexName: ${index.name}, IndexKey: ${name}`,
    );
  }
}
