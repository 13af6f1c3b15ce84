import type {
  AccessAnalyzerOperations,
  ValidatePolicyFinding,
} from '../../../models/access-analyzer/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { type Located, NotJson, placeOf, readLocated } from './domain/located-json.ts';
import { type Fault, lint } from './domain/policy-lint.ts';
import { pageOfList } from './pages.ts';

const REFERENCE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html' +
  '#access-analyzer-reference-policy-checks-';

/** What is wrong with a policy, or may be, before it is put anywhere. */
export const policyValidation: OperationOf<AccessAnalyzerOperations, 'ValidatePolicy'> = {
  name: 'ValidatePolicy',
  access: 'read',
  authorize: async () => [{ action: 'access-analyzer:ValidatePolicy', resource: '*' }],
  handle: async (input, { call }) => {
    const { policyDocument: text, policyType, validatePolicyResourceType: type } = input;
    const isTrust = type === 'AWS::IAM::AssumeRolePolicyDocument';
    const faults = faultsIn(text, isTrust ? 'TRUST_POLICY' : policyType);
    const page = pageOfList(call, input, JSON.stringify([text, policyType, type]), faults);
    return { findings: page.items.map((fault) => shown(text, fault)), ...page.answer };
  },
};

function faultsIn(text: string, reading: Parameters<typeof lint>[1]): readonly Fault[] {
  let policy: Located;
  try {
    policy = readLocated(text);
  } catch (error) {
    if (error instanceof NotJson) return [syntaxError(text, error.at)];
    throw error;
  }
  return lint(policy, reading);
}

function syntaxError(text: string, at: number): Fault {
  const { line, column } = placeOf(text, at);
  return {
    type: 'ERROR',
    code: 'JSON_SYNTAX_ERROR',
    details: `Fix the JSON syntax error at index ${at} line ${line} column ${column}.`,
    path: [],
    at: { start: at, end: Math.min(at + 1, text.length), value: null },
  };
}

function shown(text: string, { type, code, details, path, at }: Fault): ValidatePolicyFinding {
  const anchor = `${type}-${code}`.toLowerCase().replaceAll('_', '-');
  return {
    findingType: type,
    issueCode: code,
    findingDetails: details,
    learnMoreLink: `${REFERENCE}${anchor}`,
    locations: [{ path, span: { start: placeOf(text, at.start), end: placeOf(text, at.end) } }],
  };
}
