import type { Context } from '../../contract/operation.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { compileCached } from '../../policy/cache.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { BoundPolicy, PrincipalDirectory } from '../iam/port.ts';
import { badRequest } from './errors.ts';

const POLICY_BYTES_MAX = 8_192;
const INVALID =
  'Invalid policy document. Please check the policy syntax and ensure that Principals are valid.';

/**
 * A resource policy as it is kept: `execute-api:/…` of its resources is written out as the API's own ARN.
 * Errors: BadRequestException.
 */
export async function boundPolicy(
  { unit }: Pick<Context, 'unit'>,
  principals: PrincipalDirectory,
  given: string,
  arn: string,
): Promise<BoundPolicy> {
  if (Buffer.byteLength(given) > POLICY_BYTES_MAX) throw badRequest(INVALID);
  try {
    const text = JSON.stringify(writtenOut(readJson(given), arn));
    compileCached(text, 'resource');
    const policy = await principals.bind(unit, text);
    if ('unknown' in policy) throw badRequest(INVALID);
    return policy;
  } catch (error) {
    if (error instanceof PolicySyntaxError || error instanceof SyntaxError) {
      throw badRequest(INVALID);
    }
    throw error;
  }
}

function readJson(text: string): JsonValue {
  const value: JsonValue = JSON.parse(text);
  return value;
}

function writtenOut(policy: JsonValue, arn: string): JsonValue {
  if (!isJsonObject(policy)) return policy;
  const { Statement: statements = [] } = policy;
  const all: readonly JsonValue[] = Array.isArray(statements) ? statements : [statements];
  return { ...policy, Statement: all.map((statement) => withResources(statement, arn)) };
}

function withResources(statement: JsonValue, arn: string): JsonValue {
  if (!isJsonObject(statement)) return statement;
  const changed = { ...statement };
  for (const name of ['Resource', 'NotResource'] as const) {
    const value = statement[name];
    if (value === undefined) continue;
    const all: readonly JsonValue[] = Array.isArray(value) ? value : [value];
    const long = all.map((one) => (typeof one === 'string' ? longForm(one, arn) : one));
    const [only] = long;
    changed[name] = Array.isArray(value) || only === undefined ? long : only;
  }
  return changed;
}

/** `execute-api:/prod/GET/pets` of an API is `arn:aws:execute-api:us-east-1:111122223333:abc/prod/GET/pets`. */
function longForm(resource: string, arn: string): string {
  return resource.startsWith('execute-api:/')
    ? `${arn}${resource.slice('execute-api:'.length)}`
    : resource;
}

/** AWS answers a policy as the inside of a JSON text: each quote has a backslash. */
export async function shownPolicy(
  { unit }: Pick<Context, 'unit'>,
  principals: PrincipalDirectory,
  policy: BoundPolicy | undefined,
): Promise<string | undefined> {
  if (policy === undefined) return undefined;
  return JSON.stringify(await principals.show(unit, policy)).slice(1, -1);
}
