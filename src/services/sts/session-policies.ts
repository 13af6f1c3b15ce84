import type { Unit } from '../../contract/view.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { SessionDirectory } from '../iam/port.ts';
import { malformedPolicy, packedPolicyTooLarge } from './errors.ts';

/** What AWS allots to policies and tags together, in its packed form. */
const PACKED_BYTES = 2_048;

export interface PolicyInput {
  readonly Policy?: string | undefined;
  readonly PolicyArns?: readonly { readonly arn?: string | undefined }[] | undefined;
}

export interface SessionPolicies {
  readonly policies: readonly string[];
  readonly policyArns: readonly string[];
}

/**
 * The session policies passed with a request.
 * Errors: MalformedPolicyDocument.
 */
export async function sessionPolicies(
  unit: Unit,
  directory: SessionDirectory,
  account: string,
  input: PolicyInput,
): Promise<SessionPolicies> {
  const policyArns = (input.PolicyArns ?? []).flatMap(({ arn }) =>
    arn === undefined ? [] : [arn],
  );
  for (const arn of policyArns) {
    if (!(await directory.policyExists(unit, account, arn))) {
      throw malformedPolicy(`Policy ${arn} does not exist or is not attachable.`);
    }
  }
  const { Policy: text } = input;
  if (text === undefined) return { policies: [], policyArns };
  try {
    parsePolicy(text, 'session');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw malformedPolicy(error.message);
    throw error;
  }
  return { policies: [JSON.stringify(JSON.parse(text))], policyArns };
}

/**
 * Per cent of the allotted space that policies and tags take; undefined when there are none.
 * Errors: PackedPolicyTooLarge above 100.
 */
export function packedSize(
  { policies, policyArns }: SessionPolicies,
  tags: Readonly<Record<string, string>>,
): number | undefined {
  const texts = [...policies, ...policyArns, ...Object.entries(tags).flat()];
  if (texts.length === 0) return undefined;
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const percent = Math.ceil((bytes / PACKED_BYTES) * 100);
  if (percent > 100) throw packedPolicyTooLarge(percent);
  return percent;
}
