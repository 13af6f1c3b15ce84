import type { Unit } from '../../contract/view.ts';
import type { JsonValue } from '../../core/json.ts';
import { compileCached } from '../../policy/cache.ts';
import { readDocument } from '../../policy/document.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { BoundPolicy, PrincipalDirectory } from '../iam/port.ts';
import { invalidAttributeValue } from './errors.ts';

const POLICY_BYTES_MAX = 8_192;
const STATEMENTS_MAX = 20;

/** A queue's policy, well-formed and about this queue alone; undefined for none. Errors: InvalidAttributeValue. */
export async function requirePolicy(
  principals: PrincipalDirectory,
  unit: Unit,
  text: string | undefined,
  arn: string,
): Promise<BoundPolicy | undefined> {
  if (text === undefined || text.trim() === '') return undefined;
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX || !isAbout(text, arn)) throw invalidPolicy();
  const policy = await principals.bind(unit, text);
  if ('unknown' in policy) throw invalidPolicy();
  return policy;
}

function invalidPolicy() {
  return invalidAttributeValue('Invalid value for the parameter Policy.');
}

function isAbout(text: string, arn: string): boolean {
  try {
    compileCached(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) return false;
    throw error;
  }
  const json: JsonValue = JSON.parse(text);
  const { statements } = readDocument(json);
  return (
    statements.length <= STATEMENTS_MAX &&
    statements.every(({ resource }) => {
      const named = resource?.values ?? [];
      return named.length > 0 && named.every((one) => one === '*' || one === arn || isWild(one));
    })
  );
}

/** A pattern matches this queue or nothing here: the policy is asked about this queue alone. */
function isWild(resource: string): boolean {
  return /[*?]/.test(resource) && resource.startsWith('arn:');
}
