import type { ApiCall } from '../api-call.ts';
import type { JsonObject } from '../../core/json.ts';
import type { PasswordRules } from './memories.ts';

/** What holds without a policy. */
export const DEFAULT_RULES: PasswordRules = { length: 8, classes: 3, age: 0, reuse: 0 };
const CLASSES = [
  'requireSymbols',
  'requireNumbers',
  'requireUppercaseCharacters',
  'requireLowercaseCharacters',
];

/** The rules that hold once a call has succeeded; undefined: it is about something else. */
export function passwordRulesOf({ source, name, parameters }: ApiCall): PasswordRules | undefined {
  if (source !== 'iam.amazonaws.com') return undefined;
  if (name === 'DeleteAccountPasswordPolicy') return DEFAULT_RULES;
  if (name !== 'UpdateAccountPasswordPolicy') return undefined;
  return {
    length: numberIn(parameters, 'minimumPasswordLength', 6),
    classes: CLASSES.filter((one) => parameters[one] === true).length,
    age: numberIn(parameters, 'maxPasswordAge', 0),
    reuse: numberIn(parameters, 'passwordReusePrevention', 0),
  };
}

function numberIn(parameters: JsonObject, name: string, otherwise: number): number {
  const value = parameters[name];
  return typeof value === 'number' ? value : otherwise;
}
