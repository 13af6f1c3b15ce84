import type {
  AttributeValue,
  ConditionalOperator,
  Select,
} from '../../../../models/dynamodb/types.ts';
import { compileCondition } from '../domain/expressions/compile.ts';
import { type Condition, meets } from '../domain/expressions/conditions.ts';
import { projectionOf } from '../domain/expressions/item-requests.ts';
import { assertScalarKeys, conditionPaths } from '../domain/expressions/key-paths.ts';
import {
  assertConditionalOperator,
  type LegacyCondition,
  legacyFilter,
} from '../domain/expressions/legacy-conditions.ts';
import { type Path, valueAt } from '../domain/expressions/paths.ts';
import type { Placeholders } from '../domain/expressions/placeholders.ts';
import { type Projection, projected } from '../domain/expressions/projections.ts';
import { invalid, invalidParameter } from '../domain/invalid.ts';
import { type Item, itemOf, type Value } from '../domain/values.ts';
import { keyAttributes } from './keys.ts';
import { hasAttribute, type Target } from './query-target.ts';

/** What queries and scans say of the items they want, and of what of them. */
export interface SelectionRequest {
  readonly Select?: Select | undefined;
  readonly IndexName?: string | undefined;
  readonly AttributesToGet?: readonly string[] | undefined;
  readonly ProjectionExpression?: string | undefined;
  readonly FilterExpression?: string | undefined;
  readonly ConditionalOperator?: ConditionalOperator | undefined;
  readonly ExpressionAttributeNames?: { readonly [name: string]: string } | undefined;
  readonly ExpressionAttributeValues?: { readonly [name: string]: AttributeValue } | undefined;
}

export interface Selection {
  readonly filter: Condition | undefined;
  readonly projection: Projection | undefined;
  readonly countsOnly: boolean;
  /** All of an item is asked for, whatever the index has of it. */
  readonly wantsAll: boolean;
  /** What the projection names stands side by side, by the last name of each path, as PartiQL answers it. */
  readonly isFlat?: boolean;
}

/** `legacy`: `QueryFilter` or `ScanFilter`. Errors: `ValidationException` with AWS's texts. */
export function selectionOf(
  request: SelectionRequest,
  legacy: { readonly [name: string]: LegacyCondition } | undefined,
  placeholders: Placeholders,
): Selection {
  const { FilterExpression, ConditionalOperator: operator, Select: select } = request;
  assertConditionalOperator(operator, legacy);
  const filter =
    FilterExpression === undefined
      ? legacy && legacyFilter(legacy, operator)
      : compileCondition('FilterExpression', FilterExpression, placeholders);
  return {
    filter,
    projection: projectionOf(request, placeholders),
    countsOnly: select === 'COUNT',
    wantsAll: select === 'ALL_ATTRIBUTES',
  };
}

const CHOICES: Readonly<Record<Exclude<Select, 'SPECIFIC_ATTRIBUTES'>, string>> = {
  ALL_ATTRIBUTES: 'ALL_ATTRIBUTES',
  ALL_PROJECTED_ATTRIBUTES: 'ALL_PROJECTED_ATTRIBUTES',
  COUNT: 'only the Count',
};

/** Whether `Select` goes with the rest. `before`: what the operation's refusals begin with. Errors: `ValidationException`. */
export function assertSelect(request: SelectionRequest, before: string): void {
  const { Select: select, IndexName, AttributesToGet, ProjectionExpression } = request;
  const chooser =
    AttributesToGet === undefined
      ? ProjectionExpression && 'ProjectionExpression'
      : 'AttributesToGet';
  if (select === undefined) return;
  if (select === 'SPECIFIC_ATTRIBUTES') {
    if (chooser !== undefined) return;
    throw invalid(
      `${before}Must specify the AttributesToGet or ProjectionExpression when choosing to get ` +
        'SPECIFIC_ATTRIBUTES',
    );
  }
  if (chooser !== undefined) {
    throw invalid(`${before}Cannot specify the ${chooser} when choosing to get ${CHOICES[select]}`);
  }
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && IndexName === undefined) {
    throw invalid(
      `${before}ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName`,
    );
  }
}

/** Whether the target can give what is selected. Errors: `ValidationException`. */
export function assertSelectable(
  target: Target,
  { projection, filter, wantsAll }: Selection,
): void {
  const { index, open } = target;
  const indexKeys = open.table.indexes.flatMap(({ key }) => keyAttributes(key));
  assertScalarKeys(
    [...(projection ?? []), ...(filter === undefined ? [] : conditionPaths(filter))],
    keyAttributes(open.table.key).map(({ name }) => name),
    indexKeys.map(({ name }) => name),
  );
  if (index === undefined || index.isLocal) return;
  if (wantsAll && index.projection !== 'ALL') {
    throw invalidParameter(
      `Select type ALL_ATTRIBUTES is not supported for global secondary index ${index.name} ` +
        'because its projection type is not ALL',
    );
  }
  const lacking = [...new Set((projection ?? []).map(({ attribute }) => attribute))].filter(
    (name) => !hasAttribute(target, name),
  );
  if (lacking.length === 0) return;
  throw invalidParameter(
    `Global secondary index ${index.name} does not project [${lacking.join(', ')}]`,
  );
}

/** Whether a local index must ask its table for what is selected. */
export function needsTable(target: Target, { projection, wantsAll }: Selection): boolean {
  if (target.index === undefined || target.index.projection === 'ALL') return false;
  return wantsAll || (projection ?? []).some(({ attribute }) => !hasAttribute(target, attribute));
}

export function passes(item: Item, { filter }: Selection): boolean {
  return filter === undefined || meets(item, filter);
}

export function selected(item: Item, { projection, isFlat }: Selection): Item {
  if (projection === undefined) return item;
  if (isFlat !== true) return projected(item, projection);
  return itemOf(
    projection.flatMap((path): [string, Value][] => {
      const value = valueAt(item, path);
      return value === undefined ? [] : [[lastName(path), value]];
    }),
  );
}

function lastName({ attribute, steps }: Path): string {
  const at = steps.findLastIndex((step) => typeof step === 'string');
  const name = at === -1 ? attribute : String(steps[at]);
  return (
    name +
    steps
      .slice(at + 1)
      .map((step) => `[${step}]`)
      .join('')
  );
}
