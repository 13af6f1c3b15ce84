import type { ResourceKind } from '../../contract/resource.ts';
import { parseArn } from '../../core/arn.ts';
import { denialText } from '../../policy/denial.ts';
import { validationError } from './errors.ts';
import { findManaged } from './grants.ts';
import { samlSource } from './saml-providers.ts';
import { webProvider } from './web-providers.ts';
import { proveMfa } from './mfa-codes.ts';
import type { AssumableRole, SessionDirectory } from './port.ts';
import { accountScope, roles } from './state.ts';

/**
 * A role by its ARN, in whatever account. Its trust policy must allow: identity policies alone never suffice.
 * Errors: ValidationError for what is no role's ARN.
 */
const assumableRole: ResourceKind<AssumableRole> = {
  name: 'iam:role',
  policyMode: 'required',
  policyType: 'trust',
  find: async (text, context) => {
    const arn = parseArn(text);
    if (arn === undefined || !/^\d{12}$/.test(arn.account)) {
      throw validationError(`${text} is invalid`);
    }
    const scope = accountScope(arn.account);
    const id = arn.resource.slice(arn.resource.lastIndexOf('/') + 1).toLowerCase();
    const found = await context.unit.view(scope).get(roles, id);
    return { arn: text, scope, id, document: found?.arn === text ? found : undefined };
  },
  policy: ({ document }) => document?.trust.bound?.text ?? document?.trust.text,
  tags: ({ document }) => document?.tags ?? {},
  // What lies in another account stays unsaid: neither whether the role exists nor whom it trusts.
  denial: ({ arn, scope, document }, action, decision, { caller }) => {
    const { type } = caller.identity;
    if (type === 'WebIdentity' || type === 'Saml') return `Not authorized to perform ${action}`;
    if (document !== undefined && scope.account === caller.identity.account) return undefined;
    return denialText(
      {
        action,
        resource: arn,
        principal: caller.identity,
        policies: { identity: [], scps: [] },
        resourceAccount: scope.account,
        resourcePolicyMode: 'required',
        rcps: [],
        condition: () => undefined,
      },
      decision,
      { reason: false },
    );
  },
};

export const sessionDirectory: SessionDirectory = {
  roles: assumableRole,
  policyExists: async (unit, account, arn) =>
    (await findManaged(unit.view(accountScope(account)), arn)) !== undefined,
  webProvider,
  samlSource,
  proveMfa,
};
