import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { validation } from '../errors.ts';

export type UpdateAction = 'Update:Modify' | 'Update:Replace' | 'Update:Delete';

/** Errors: ValidationError for a text that is no policy of a stack. */
export function assertStackPolicy(text: string): void {
  statementsOf(text);
}

function statementsOf(text: string): readonly JsonObject[] {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    throw validation('Error validating stack policy: Invalid stack policy');
  }
  const listed = isJsonObject(value) ? value['Statement'] : undefined;
  const statements: readonly (JsonValue | undefined)[] = Array.isArray(listed) ? listed : [listed];
  return statements.map((one) => {
    if (!isJsonObject(one) || (one['Effect'] !== 'Allow' && one['Effect'] !== 'Deny')) {
      throw validation('Error validating stack policy: Invalid stack policy');
    }
    return one;
  });
}

/** Why a policy keeps a resource from being changed so, with AWS's text. Undefined: it does not. */
export function stackPolicyRefusal(
  text: string,
  action: UpdateAction,
  resource: { readonly logicalId: string; readonly type: string },
): string | undefined {
  let isAllowed = false;
  for (const [at, statement] of statementsOf(text).entries()) {
    if (!applies(statement, action, resource)) continue;
    if (statement['Effect'] === 'Deny') {
      return refusal(` [#${at + 1}]`, action, resource.logicalId);
    }
    isAllowed = true;
  }
  return isAllowed ? undefined : refusal('', action, resource.logicalId);
}

function refusal(statement: string, action: UpdateAction, logicalId: string): string {
  const said = statement === '' ? 'does not allow' : `Statement${statement} does not allow`;
  return `Action denied by stack policy: ${said} [${action}] for resource [${logicalId}]`;
}

function applies(
  statement: JsonObject,
  action: UpdateAction,
  { logicalId, type }: { readonly logicalId: string; readonly type: string },
): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const isOfAction =
    NotAction === undefined ? matches(Action, action) : !matches(NotAction, action);
  const named = `LogicalResourceId/${logicalId}`;
  const isOfResource =
    NotResource === undefined ? matches(Resource, named) : !matches(NotResource, named);
  return isOfAction && isOfResource && isOfType(Condition, type);
}

function isOfType(condition: JsonValue | undefined, type: string): boolean {
  if (!isJsonObject(condition)) return true;
  return Object.values(condition).every(
    (tests) => !isJsonObject(tests) || matches(tests['ResourceType'], type),
  );
}

function matches(patterns: JsonValue | undefined, text: string): boolean {
  const listed: readonly (JsonValue | undefined)[] = Array.isArray(patterns)
    ? patterns
    : [patterns];
  return listed.some((pattern) => typeof pattern === 'string' && matchesOne(pattern, text));
}

/** `*` stands for anything. Parts are searched from left to right, so a long pattern costs no more than its text. */
function matchesOne(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (!text.startsWith(first)) return false;
  if (rest.length === 0) return text === first;
  let at = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
