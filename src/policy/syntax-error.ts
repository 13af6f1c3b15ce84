/**
 * A policy document that can't be accepted. The message is IAM's text for
 * `MalformedPolicyDocument`; services with wording of their own map it.
 */
export class PolicySyntaxError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PolicySyntaxError';
  }
}

/** What IAM says about every fault of form. */
export const SYNTAX_ERRORS = 'Syntax errors in policy.';
