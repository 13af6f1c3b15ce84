import type {
  AttributeValueUpdate,
  ConditionalOperator,
  ExpectedAttributeValue,
} from '../../../../../models/dynamodb/types.ts';
import { compileCondition, compileProjection, compileUpdate } from './compile.ts';
import type { Condition } from './conditions.ts';
import { assertConditionalOperator, legacyExpectation } from './legacy-conditions.ts';
import { legacyUpdate } from './legacy-updates.ts';
import { type Placeholders, placeholdersOf, type SuppliedPlaceholders } from './placeholders.ts';
import type { Projection } from './projections.ts';
import { assertOneForm, legacyProjection } from './request-parameters.ts';
import type { Update } from './updates.ts';

interface SuppliedCondition extends SuppliedPlaceholders {
  readonly ConditionExpression?: string | undefined;
  readonly Expected?: { readonly [attribute: string]: ExpectedAttributeValue } | undefined;
  readonly ConditionalOperator?: ConditionalOperator | undefined;
}

interface SuppliedUpdate extends SuppliedCondition {
  readonly UpdateExpression?: string | undefined;
  readonly AttributeUpdates?: { readonly [attribute: string]: AttributeValueUpdate } | undefined;
}

interface SuppliedProjection extends SuppliedPlaceholders {
  readonly ProjectionExpression?: string | undefined;
  readonly AttributesToGet?: readonly string[] | undefined;
}

/**
 * What a put or a deletion asks of the item that is there, by either form of parameters; undefined: nothing. Errors:
 * `ValidationException` with AWS's texts.
 */
export function requestedCondition(supplied: SuppliedCondition): Condition | undefined {
  const { Expected, ConditionalOperator: operator } = supplied;
  assertOneForm(
    supplied,
    [['ConditionExpression', supplied.ConditionExpression]],
    [
      ['Expected', Expected],
      ['ConditionalOperator', operator],
    ],
  );
  assertConditionalOperator(operator, Expected);
  const placeholders = placeholdersOf(supplied);
  const condition = conditionOf(supplied, placeholders);
  placeholders.assertAllUsed();
  return condition;
}

/** What an update does, and asks before. Errors: `ValidationException` with AWS's texts. */
export function requestedUpdate(supplied: SuppliedUpdate): {
  readonly update: Update;
  readonly condition: Condition | undefined;
} {
  const { UpdateExpression, AttributeUpdates, Expected, ConditionalOperator: operator } = supplied;
  assertOneForm(
    supplied,
    [
      ['UpdateExpression', UpdateExpression],
      ['ConditionExpression', supplied.ConditionExpression],
    ],
    [
      ['AttributeUpdates', AttributeUpdates],
      ['Expected', Expected],
      ['ConditionalOperator', operator],
    ],
  );
  assertConditionalOperator(operator, Expected);
  const placeholders = placeholdersOf(supplied);
  const update =
    UpdateExpression === undefined
      ? legacyUpdate(AttributeUpdates ?? {})
      : compileUpdate(UpdateExpression, placeholders);
  const condition = conditionOf(supplied, placeholders);
  placeholders.assertAllUsed();
  return { update, condition };
}

/** What of an item is answered; undefined: all of it. Errors: `ValidationException` with AWS's texts. */
export function requestedProjection(supplied: SuppliedProjection): Projection | undefined {
  const { ProjectionExpression, AttributesToGet } = supplied;
  assertOneForm(
    supplied,
    [['ProjectionExpression', ProjectionExpression]],
    [['AttributesToGet', AttributesToGet]],
  );
  const placeholders = placeholdersOf(supplied);
  const projection = projectionOf(supplied, placeholders);
  placeholders.assertAllUsed();
  return projection;
}

/** As `requestedProjection`, where placeholders are shared with other expressions. */
export function projectionOf(
  { ProjectionExpression, AttributesToGet }: SuppliedProjection,
  placeholders: Placeholders,
): Projection | undefined {
  if (ProjectionExpression !== undefined) {
    return compileProjection(ProjectionExpression, placeholders);
  }
  return AttributesToGet === undefined ? undefined : legacyProjection(AttributesToGet);
}

function conditionOf(
  { ConditionExpression, Expected, ConditionalOperator: operator }: SuppliedCondition,
  placeholders: Placeholders,
): Condition | undefined {
  if (ConditionExpression !== undefined) {
    return compileCondition('ConditionExpression', ConditionExpression, placeholders);
  }
  return Expected === undefined ? undefined : legacyExpectation(Expected, operator);
}
