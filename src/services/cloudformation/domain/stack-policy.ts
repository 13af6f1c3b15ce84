import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { validation } from '../errors.ts';

/** AWS's limit. */
const BYTES_MAX = 16_384;
const OPERATORS: ReadonlySet<string> = new Set([
  'StringEquals',
  'StringLike',
  'StringNotEquals',
  'StringNotLike',
]);

export type UpdateAction = 'Update:Modify' | 'Update:Replace' | 'Update:Delete';

const INVALID = 'Error validating stack policy: Invalid stack policy';
const MEMBERS: ReadonlySet<string> = new Set([
  'Action',
  'Condition',
  'Effect',
  'NotAction',
  'NotResource',
  'Principal',
  'Resource',
  'Sid',
]);
const ACTION = /^(\*|Update:(\*|Modify|Replace|Delete))$/;
const RESOURCE = /^(\*|LogicalResourceId\/.+)$/;

/** Errors: ValidationError for a text that is no policy of a stack. */
export function assertStackPolicy(text: string): void {
  if (Buffer.byteLength(text) > BYTES_MAX) {
    throw validation(`Error validating stack policy: Stack policy is over ${BYTES_MAX} bytes`);
  }
  const isWhole = statementsOf(text).every(
    (one) =>
      Object.keys(one).every((name) => MEMBERS.has(name)) &&
      (one['Principal'] === '*' || isEverybody(one['Principal'])) &&
      isOneOf(one['Action'], one['NotAction'], ACTION) &&
      isOneOf(one['Resource'], one['NotResource'], RESOURCE) &&
      isCondition(one['Condition']),
  );
  if (!isWhole) throw validation(INVALID);
}

function isEverybody(principal: JsonValue | undefined): boolean {
  return isJsonObject(principal) && principal['AWS'] === '*';
}

/** One of the two members is there, and each of its texts has the form. */
function isOneOf(own: JsonValue | undefined, other: JsonValue | undefined, form: RegExp): boolean {
  if ((own === undefined) === (other === undefined)) return false;
  const texts = listOf(own ?? other);
  return texts.length > 0 && texts.every((one) => typeof one === 'string' && form.test(one));
}

function isCondition(condition: JsonValue | undefined): boolean {
  if (condition === undefined) return true;
  if (!isJsonObject(condition)) return false;
  return Object.entries(condition).every(([operator, tests]) => {
    if (!OPERATORS.has(operator) || !isJsonObject(tests)) return false;
    return Object.entries(tests).every(
      ([key, values]) =>
        key === 'ResourceType' && listOf(values).every((one) => typeof one === 'string'),
    );
  });
}

function listOf(value: JsonValue | undefined): readonly (JsonValue | undefined)[] {
  return Array.isArray(value) ? value : [value];
}

function statementsOf(text: string): readonly JsonObject[] {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    throw validation(INVALID);
  }
  const listed = isJsonObject(value) ? value['Statement'] : undefined;
  return listOf(listed).map((one) => {
    if (!isJsonObject(one) || (one['Effect'] !== 'Allow' && one['Effect'] !== 'Deny')) {
      throw validation(INVALID);
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
  return Object.entries(condition).every(([operator, tests]) => {
    const patterns = isJsonObject(tests) ? tests['ResourceType'] : undefined;
    if (patterns === undefined) return true;
    const isAlike = operator.endsWith('Like')
      ? matches(patterns, type)
      : listOf(patterns).includes(type);
    return operator.includes('Not') ? !isAlike : isAlike;
  });
}

function matches(patterns: JsonValue | undefined, text: string): boolean {
  return listOf(patterns).some(
    (pattern) => typeof pattern === 'string' && matchesOne(pattern, text),
  );
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
