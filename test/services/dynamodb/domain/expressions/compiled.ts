import type { AttributeValue } from '../../../../../models/dynamodb/types.ts';
import {
  compileCondition,
  compileProjection,
  compileUpdate,
} from '../../../../../src/services/dynamodb/domain/expressions/compile.ts';
import { meets } from '../../../../../src/services/dynamodb/domain/expressions/conditions.ts';
import { placeholdersOf } from '../../../../../src/services/dynamodb/domain/expressions/placeholders.ts';
import { projected } from '../../../../../src/services/dynamodb/domain/expressions/projections.ts';
import { updatedItem } from '../../../../../src/services/dynamodb/domain/expressions/updates.ts';
import type { Item } from '../../../../../src/services/dynamodb/domain/values.ts';

export type Values = { readonly [name: string]: AttributeValue };
export type Names = { readonly [name: string]: string };

/** An expression with placeholders for `values` and `names`; either may be left out. */
function placeholders(values: Values | undefined, names: Names | undefined) {
  return placeholdersOf({ ExpressionAttributeNames: names, ExpressionAttributeValues: values });
}

export function met(item: Item, text: string, values?: Values, names?: Names): boolean {
  return meets(item, compileCondition('ConditionExpression', text, placeholders(values, names)));
}

export function updated(item: Item, text: string, values?: Values, names?: Names): Item {
  return updatedItem(item, compileUpdate(text, placeholders(values, names)));
}

export function part(item: Item, text: string, names?: Names): Item {
  return projected(item, compileProjection(text, placeholders(undefined, names)));
}

/** The text of what compiling throws. */
export function refusal(compile: () => unknown): string {
  try {
    compile();
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  throw new Error('nothing was refused');
}
