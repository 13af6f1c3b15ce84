import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

/*
 * When a bucket's policy is public (S3 User Guide, "The meaning of public"): it allows everybody something, and no
 * condition narrows that to fixed values of one of these keys.
 */
const NARROWING: ReadonlySet<string> = new Set([
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:userid',
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceowner',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourceip',
  's3:dataaccesspointarn',
  's3:dataaccesspointaccount',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
]);

const OPERATORS = /^(?:ForAnyValue:)?(?:String|Arn)(?:Equals|Like|EqualsIgnoreCase)$|^IpAddress$/;
/** Wider ranges of addresses count as everybody. */
const WIDEST_V4 = 8;
const WIDEST_V6 = 32;

/** The text is a policy that was accepted. */
export function isPublicPolicy(text: string): boolean {
  const document: JsonValue = JSON.parse(text);
  if (!isJsonObject(document)) return false;
  return listOf(document['Statement']).some(
    (statement) => isJsonObject(statement) && isPublic(statement),
  );
}

function isPublic(statement: JsonObject): boolean {
  if (statement['Effect'] !== 'Allow' || !isForEverybody(statement)) return false;
  return !isNarrowed(statement['Condition']);
}

function isForEverybody({ Principal, NotPrincipal }: JsonObject): boolean {
  if (NotPrincipal !== undefined || Principal === '*') return true;
  return isJsonObject(Principal) && listOf(Principal['AWS']).includes('*');
}

function isNarrowed(condition: JsonValue | undefined): boolean {
  if (!isJsonObject(condition)) return false;
  return Object.entries(condition).some(
    ([operator, keys]) =>
      OPERATORS.test(operator) &&
      isJsonObject(keys) &&
      Object.entries(keys).some(
        ([key, values]) =>
          NARROWING.has(key.toLowerCase()) && listOf(values).every((value) => isFixed(value)),
      ),
  );
}

/** Whether a value of a condition means one thing, or one range that is not too wide. */
export function isFixed(value: JsonValue): boolean {
  if (typeof value !== 'string' || /[*?]|\$\{/.test(value)) return false;
  const range = /^([\d.]+|[\da-f:]+)\/(\d+)$/i.exec(value);
  if (range === null) return true;
  const [, address = '', bits = '0'] = range;
  return Number(bits) >= (address.includes(':') ? WIDEST_V6 : WIDEST_V4);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}
