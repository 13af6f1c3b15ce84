import type { Dimension } from '../../../models/cloudwatch/types.ts';
import { invalidValue } from './errors.ts';
import type { Dimensions } from './domain/metric.ts';

/** Printable ASCII: what names and values may hold, and keys of the store as well. */
const PRINTABLE = /^[\x20-\x7E]+$/;

/** Errors: InvalidParameterValueException for a name that comes twice, or what is not ASCII. */
export function dimensionsOf(list: readonly Dimension[] | undefined): Dimensions {
  const found: Record<string, string> = {};
  for (const { Name, Value } of list ?? []) {
    requirePrintable(Name, 'Dimensions.Name');
    requirePrintable(Value, 'Dimensions.Value');
    if (Object.hasOwn(found, Name)) {
      throw invalidValue(`No Metric may specify the same dimension name twice: ${Name}`);
    }
    found[Name] = Value;
  }
  return found;
}

export function requirePrintable(text: string, parameter: string): void {
  if (PRINTABLE.test(text)) return;
  throw invalidValue(`The parameter ${parameter} must contain only ASCII characters.`);
}

export function shownDimensions(dimensions: Dimensions): readonly Dimension[] {
  return Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
}
