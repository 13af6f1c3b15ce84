import type { AttributeValueUpdate } from '../../../../../models/dynamodb/types.ts';
import { checkedValue } from '../checked-values.ts';
import { invalidParameter } from '../invalid.ts';
import { typeOf } from '../values.ts';
import type { Path } from './paths.ts';
import type { Action, Update } from './updates.ts';

/** `AttributeUpdates` as an update. Errors: `ValidationException` with AWS's texts. */
export function legacyUpdate(updates: {
  readonly [attribute: string]: AttributeValueUpdate;
}): Update {
  return {
    actions: Object.entries(updates).map(([attribute, update]) =>
      actionOf({ attribute, steps: [] }, update),
    ),
    mismatch: 'Type mismatch for attribute to update',
  };
}

function actionOf(
  path: Path,
  { Action: action = 'PUT', Value: supplied }: AttributeValueUpdate,
): Action {
  if (supplied === undefined) {
    if (action === 'DELETE') return { kind: 'remove', path };
    throw invalidParameter('Only DELETE action is allowed when no attribute value is specified');
  }
  const value = checkedValue(supplied);
  if (action === 'PUT') return { kind: 'set', path, source: { kind: 'value', value } };
  const isSet = 'SS' in value || 'NS' in value || 'BS' in value;
  if (action === 'DELETE') {
    if (isSet) return { kind: 'delete', path, value };
    throw invalidParameter(
      `DELETE action with value is not supported for the type ${typeOf(value)}`,
    );
  }
  if (isSet || 'N' in value) return { kind: 'add', path, value };
  if ('L' in value) return { kind: 'extend', path, value: value.L };
  throw invalidParameter(`ADD action is not supported for the type ${typeOf(value)}`);
}
