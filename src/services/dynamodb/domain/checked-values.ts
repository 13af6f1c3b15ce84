import type { AttributeValue } from '../../../../models/dynamodb/types.ts';
import { type Decimal, formatDecimal, type NumberFault, parseDecimal } from './decimal.ts';
import { invalid, invalidParameter } from './invalid.ts';
import { type Item, itemOf, type Value } from './values.ts';

/** Levels of an attribute's value: its own is the first. */
const DEPTH = 32;

const NUMBER_TEXTS: Readonly<Record<NumberFault, string>> = {
  unreadable: 'The parameter cannot be converted to a numeric value',
  precision: 'Attempting to store more than 38 significant digits in a Number',
  overflow:
    'Number overflow. Attempting to store a number with magnitude larger than supported range',
  underflow:
    'Number underflow. Attempting to store a number with magnitude smaller than supported range',
};

/** A value of a request as DynamoDB keeps it. Errors: `ValidationException` with AWS's texts. */
export function checkedValue(supplied: AttributeValue): Value {
  return checkedAt(supplied, 1);
}

/** An item or key of a request. Errors: those of its values. */
export function checkedItem(supplied: { readonly [name: string]: AttributeValue }): Item {
  return checkedMap(supplied, 1);
}

/** Errors: `ValidationException` where an update made a value deeper than 32 levels. */
export function assertDepths(item: Item): void {
  for (const value of Object.values(item)) assertDepth(value, 1);
}

function assertDepth(value: Value, depth: number): void {
  assertLevel(depth);
  if ('L' in value) for (const element of value.L) assertDepth(element, depth + 1);
  if ('M' in value) for (const member of Object.values(value.M)) assertDepth(member, depth + 1);
}

function assertLevel(depth: number): void {
  if (depth <= DEPTH) return;
  throw invalid(
    'Nesting Levels have exceeded supported limits: ' +
      'Attributes in the item have nested levels beyond supported limit',
  );
}

/** Reads a number that was checked before, or one of a request. Errors: AWS's texts of numbers. */
export function numberOf(text: string): Decimal {
  return decided(parseDecimal(text), text);
}

/** A result of arithmetic, as a value. Errors: AWS's texts of numbers out of range. */
export function numberValue(result: Decimal | NumberFault): { readonly N: string } {
  return { N: formatDecimal(decided(result, '')) };
}

function decided(result: Decimal | NumberFault, text: string): Decimal {
  if (typeof result !== 'string') return result;
  const suffix = result === 'unreadable' && text !== '' ? `: ${text}` : '';
  throw invalid(NUMBER_TEXTS[result] + suffix);
}

function checkedAt(supplied: AttributeValue, depth: number): Value {
  assertLevel(depth);
  const members = Object.values(supplied).filter((member) => member !== undefined);
  if (members.length === 0) {
    throw invalid(
      'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
    );
  }
  const value = readMember(supplied, depth);
  if (members.length > 1) {
    throw invalid(
      'Supplied AttributeValue has more than one datatypes set, ' +
        'must contain exactly one of the supported datatypes',
    );
  }
  return value;
}

function readMember(supplied: AttributeValue, depth: number): Value {
  const { S, N, B, M, L, BOOL } = supplied;
  if (S !== undefined) return { S };
  if (N !== undefined) return { N: formatDecimal(numberOf(N)) };
  if (B !== undefined) return { B };
  if (BOOL !== undefined) return { BOOL };
  if (M !== undefined) return { M: checkedMap(M, depth + 1) };
  if (L !== undefined) return { L: L.map((element) => checkedAt(element, depth + 1)) };
  return readSet(supplied) ?? { NULL: true };
}

function readSet({ SS, NS, BS }: AttributeValue): Value | undefined {
  if (SS !== undefined) {
    if (SS.length === 0) throw invalidParameter('An string set  may not be empty');
    if (new Set(SS).size < SS.length) {
      throw invalidParameter(`Input collection [${SS.join(', ')}] contains duplicates.`);
    }
    return { SS };
  }
  if (NS !== undefined) {
    if (NS.length === 0) throw invalidParameter('An number set  may not be empty');
    const numbers = NS.map((text) => formatDecimal(numberOf(text)));
    if (new Set(numbers).size < numbers.length) {
      throw invalid('Input collection contains duplicates');
    }
    return { NS: numbers };
  }
  if (BS === undefined) return undefined;
  if (BS.length === 0) throw invalidParameter('Binary sets should not be empty');
  const texts = BS.map((bytes) => Buffer.from(bytes).toString('base64'));
  if (new Set(texts).size < texts.length) {
    throw invalidParameter(`Input collection [${texts.join(', ')}]of type BS contains duplicates.`);
  }
  return { BS };
}

function checkedMap(supplied: { readonly [name: string]: AttributeValue }, depth: number): Item {
  return itemOf(Object.entries(supplied).map(([name, value]) => [name, checkedAt(value, depth)]));
}
