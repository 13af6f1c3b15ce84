import type { FieldToMatch } from '../../../models/wafv2/types.ts';
import type { PreParsed, Transformed } from '../document.ts';
import type { Field } from '../fields/reading.ts';
import { chainOf } from '../fields/slots.ts';
import { fieldOf } from '../fields/table.ts';
import type { Building } from './matching.ts';

/** The part of the request that a statement looks at, and the slot of it with its transformations. */
export function fieldSlot(
  statement: Transformed & PreParsed & { readonly FieldToMatch: FieldToMatch },
  { slots }: Building,
): { readonly field: Field; readonly slot: number } {
  const preParse = chainOf(statement.PreParseTextTransformations ?? []);
  const field = fieldOf(statement.FieldToMatch, preParse);
  return { field, slot: slots.number(field, chainOf(statement.TextTransformations)) };
}
