import type { AttributeValue } from '../../../../../models/dynamodb/types.ts';
import { ServiceError } from '../../../../core/errors.ts';
import { checkedValue } from '../checked-values.ts';
import { invalid } from '../invalid.ts';
import { itemSize } from '../item-size.ts';
import { itemOf, type Value } from '../values.ts';
import { ExpressionFault } from './reader.ts';

/** AWS's limits: of one placeholder, and of all names, and of all values. */
const PLACEHOLDER_BYTES = 255;
const TOTAL_BYTES = 2 * 1024 * 1024;

export interface SuppliedPlaceholders {
  readonly ExpressionAttributeNames?: { readonly [name: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [name: string]: AttributeValue } | undefined;
}

/** The names and values that a request's expressions share. What no expression asked for is refused at the end. */
export interface Placeholders {
  /** The attribute's name behind `#name`. Errors: `ExpressionFault` when there is none. */
  nameOf(placeholder: string): string;
  /** The value behind `:name`. Errors: `ExpressionFault` when there is none. */
  valueOf(placeholder: string): Value;
  /** Errors: `ValidationException` when a name or value was used by no expression. */
  assertAllUsed(): void;
}

/** Errors: `ValidationException` for names and values that can't be used. */
export function placeholdersOf(supplied: SuppliedPlaceholders): Placeholders {
  const names = suppliedNames(supplied);
  const values = suppliedValues(supplied);
  const unusedNames = new Set(names.keys());
  const unusedValues = new Set(values.keys());
  return {
    nameOf(placeholder) {
      const name = names.get(placeholder);
      if (name === undefined) {
        throw new ExpressionFault(
          'An expression attribute name used in the document path is not defined; ' +
            `attribute name: ${placeholder}`,
        );
      }
      unusedNames.delete(placeholder);
      return name;
    },
    valueOf(placeholder) {
      const value = values.get(placeholder);
      if (value === undefined) {
        throw new ExpressionFault(
          'An expression attribute value used in expression is not defined; ' +
            `attribute value: ${placeholder}`,
        );
      }
      unusedValues.delete(placeholder);
      return value;
    },
    assertAllUsed() {
      assertNoneUnused('ExpressionAttributeNames', unusedNames);
      assertNoneUnused('ExpressionAttributeValues', unusedValues);
    },
  };
}

function assertNoneUnused(parameter: string, unused: ReadonlySet<string>): void {
  if (unused.size === 0) return;
  throw invalid(
    `Value provided in ${parameter} unused in expressions: keys: {${[...unused].join(', ')}}`,
  );
}

function suppliedNames({
  ExpressionAttributeNames: supplied,
}: SuppliedPlaceholders): ReadonlyMap<string, string> {
  if (supplied === undefined) return new Map();
  const names = new Map(Object.entries(supplied));
  assertPlaceholders('ExpressionAttributeNames', '#', [...names.keys()]);
  const bytes = [...names].reduce((sum, pair) => sum + Buffer.byteLength(pair.join('')), 0);
  if (bytes > TOTAL_BYTES) throw invalid('ExpressionAttributeNames exceeds max size');
  for (const [placeholder, name] of names) {
    if (name === '') {
      throw invalid(
        'ExpressionAttributeNames contains invalid value: ' +
          `Empty attribute name for key ${placeholder}`,
      );
    }
  }
  return names;
}

function suppliedValues({
  ExpressionAttributeValues: supplied,
}: SuppliedPlaceholders): ReadonlyMap<string, Value> {
  if (supplied === undefined) return new Map();
  const entries = Object.entries(supplied);
  assertPlaceholders('ExpressionAttributeValues', ':', Object.keys(supplied));
  const values = new Map(
    entries.map(([placeholder, value]) => [placeholder, suppliedValue(placeholder, value)]),
  );
  if (itemSize(itemOf(values)) > TOTAL_BYTES) {
    throw invalid('ExpressionAttributeValues exceeds max size');
  }
  return values;
}

function suppliedValue(placeholder: string, supplied: AttributeValue): Value {
  try {
    return checkedValue(supplied);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalid(
      `ExpressionAttributeValues contains invalid value: ${error.message} for key ${placeholder}`,
    );
  }
}

function assertPlaceholders(parameter: string, sign: string, keys: readonly string[]): void {
  if (keys.length === 0) throw invalid(`${parameter} must not be empty`);
  for (const key of keys) {
    const bytes = Buffer.byteLength(key);
    if (bytes > PLACEHOLDER_BYTES) {
      throw invalid(
        `${parameter} contains invalid key: ` +
          `The expression attribute map contains a key that is too long; size of key: ${bytes}`,
      );
    }
    if (!key.startsWith(sign) || !/^\w+$/.test(key.slice(1))) {
      throw invalid(`${parameter} contains invalid key: Syntax error; key: "${key}"`);
    }
  }
}
