import type { ComparisonOperator, SizeConstraintStatement } from '../../../models/wafv2/types.ts';
import { fieldSlot } from './field-slot.ts';
import { anyValue, type Building, type Matcher } from './matching.ts';

const COMPARISONS: Readonly<Record<ComparisonOperator, (size: number, limit: number) => boolean>> =
  {
    EQ: (size, limit) => size === limit,
    NE: (size, limit) => size !== limit,
    LE: (size, limit) => size <= limit,
    LT: (size, limit) => size < limit,
    GE: (size, limit) => size >= limit,
    GT: (size, limit) => size > limit,
  };

/**
 * SizeConstraint: bytes of the value behind its transformations. Constant time. Of a body that is longer than what is
 * inspected only the inspected bytes count; OversizeHandling is what closes that.
 */
export function sizeConstraint(statement: SizeConstraintStatement, building: Building): Matcher {
  const compare = COMPARISONS[statement.ComparisonOperator];
  const { slot } = fieldSlot(statement, building);
  return anyValue(slot, (value) => compare(value.length, statement.Size));
}
