import type { ApiDetector } from '../detector.ts';
import { nameOf, ofCall, SEVERITY } from '../draft.ts';
import type { PasswordRules } from '../memory/memories.ts';
import { DEFAULT_RULES, passwordRulesOf } from '../memory/password-rules.ts';

const TYPE = 'Stealth:IAMUser/PasswordPolicyChange';
/** Characters fewer than this make a policy much weaker. */
const MUCH_SHORTER = 9;

/** The account's password policy was made weaker, or somebody tried to. */
export const passwordPolicy: ApiDetector = {
  types: [TYPE],
  names: new Set(['UpdateAccountPasswordPolicy', 'DeleteAccountPasswordPolicy']),
  detect: (call, { account }) => {
    const rules = passwordRulesOf(call);
    if (rules === undefined) return [];
    const severity =
      call.name === 'DeleteAccountPasswordPolicy'
        ? SEVERITY.high
        : severityOf(account.passwordPolicy ?? DEFAULT_RULES, rules);
    if (severity === undefined) return [];
    return [
      ofCall(call, {
        type: TYPE,
        severity,
        title: 'The account password policy was weakened.',
        description:
          `The password policy of account ${call.account} was weakened by ${nameOf(call)} calling ` +
          `${call.name}${call.error === undefined ? '' : `, which failed with ${call.error}`}.`,
      }),
    ];
  },
};

/** Undefined: the policy is no weaker than before. */
function severityOf(before: PasswordRules, after: PasswordRules): number | undefined {
  const weaker = [
    after.length < before.length,
    after.classes < before.classes,
    after.reuse < before.reuse,
    isLonger(before.age, after.age),
  ].filter(Boolean).length;
  if (weaker === 0) return undefined;
  const isMuch = before.length - after.length >= MUCH_SHORTER || weaker >= 3;
  return isMuch ? SEVERITY.medium : SEVERITY.low;
}

/** Passwords live longer: 0 is for ever. */
function isLonger(before: number, after: number): boolean {
  return before !== 0 && (after === 0 || after > before);
}
