import type { PrincipalDocument } from './document.ts';
import type { Naming, PrincipalMatcher } from './statement.ts';
import { PolicySyntaxError } from './syntax-error.ts';
import type { PrincipalIdentity } from './types.ts';

/** The names of a Principal element, ready to be looked up. They are case-sensitive. */
interface Names {
  readonly everyone: boolean;
  readonly accounts: ReadonlySet<string>;
  /** User, role and session ARNs, and the unique ids that resolved principals are stored by. */
  readonly identities: ReadonlySet<string>;
  readonly services: ReadonlySet<string>;
  readonly federated: ReadonlySet<string>;
  readonly canonicalUsers: ReadonlySet<string>;
}

const ACCOUNT_ID = /^\d{12}$/;
const ROOT_ARN = /^arn:aws[a-z-]*:iam::(\d{12}):root$/;

/**
 * Compiles Principal or NotPrincipal. Wildcards inside an ARN are refused: a star stands only for
 * everyone, so that nobody gains access by choosing a name.
 */
export function compilePrincipal(document: PrincipalDocument): PrincipalMatcher {
  const names = namesOf(document);
  if (!document.negated) return { negated: false, naming: (principal) => naming(names, principal) };
  return {
    negated: true,
    naming: (principal, bounded) => (isSpared(names, principal, bounded) ? 'none' : 'direct'),
  };
}

function namesOf(document: PrincipalDocument): Names {
  const accounts = new Set<string>();
  const identities = new Set<string>();
  let everyone = false;
  for (const name of document.kinds.get('AWS') ?? []) {
    const account = ACCOUNT_ID.test(name) ? name : ROOT_ARN.exec(name)?.[1];
    if (name === '*') everyone = true;
    else if (account !== undefined) accounts.add(account);
    else if (/[*?]/.test(name)) {
      throw new PolicySyntaxError(`Invalid principal in policy: "AWS":"${name}"`);
    } else identities.add(name);
  }
  return {
    everyone,
    accounts,
    identities,
    services: new Set(document.kinds.get('Service') ?? []),
    federated: new Set(document.kinds.get('Federated') ?? []),
    canonicalUsers: new Set(document.kinds.get('CanonicalUser') ?? []),
  };
}

function naming(names: Names, principal: PrincipalIdentity): Naming {
  if (names.everyone) return 'direct';
  switch (principal.type) {
    case 'Anonymous':
      return 'none';
    case 'AWSService':
      return isNamedService(names, principal) ? 'direct' : 'none';
    case 'WebIdentity':
    case 'Saml':
      if (names.federated.has(principal.arn)) return 'direct';
      // Who has no role yet belongs to no account, whatever account knows the provider.
      if (principal.roleArn === undefined) return 'none';
      break;
    case 'Root':
    case 'IAMUser':
    case 'AssumedRole':
    case 'FederatedUser':
      break;
  }
  if (names.identities.size > 0) {
    const own = namingOfIdentity(names.identities, principal);
    if (own !== 'none') return own;
  }
  return isNamedAccount(names, principal) ? 'account' : 'none';
}

function namingOfIdentity(identities: ReadonlySet<string>, principal: PrincipalIdentity): Naming {
  if (identities.has(principal.arn) || identities.has(principal.principalId)) return 'direct';
  const { roleArn, roleId, userArn } = principal;
  if (roleArn !== undefined && identities.has(roleArn)) return 'role';
  if (roleId !== undefined && identities.has(roleId)) return 'role';
  return userArn !== undefined && identities.has(userArn) ? 'role' : 'none';
}

function isNamedService(names: Names, principal: PrincipalIdentity): boolean {
  if (names.services.has('*') || names.services.has(principal.arn)) return true;
  return principal.service !== undefined && names.services.has(principal.service);
}

function isNamedAccount(names: Names, principal: PrincipalIdentity): boolean {
  if (principal.account !== '' && names.accounts.has(principal.account)) return true;
  const { canonicalUserId } = principal;
  return canonicalUserId !== undefined && names.canonicalUsers.has(canonicalUserId);
}

/**
 * NotPrincipal spares only who is listed with everything they are: session, role and account. A
 * principal with a permissions boundary is never spared. (IAM User Guide, "NotPrincipal".)
 */
function isSpared(names: Names, principal: PrincipalIdentity, bounded: boolean): boolean {
  if (names.everyone) return true;
  if (bounded) return false;
  switch (principal.type) {
    case 'Anonymous':
      return false;
    case 'AWSService':
      return isNamedService(names, principal);
    case 'WebIdentity':
    case 'Saml':
      return names.federated.has(principal.arn);
    case 'Root':
      return isNamedAccount(names, principal);
    case 'IAMUser':
    case 'AssumedRole':
    case 'FederatedUser':
      return isNamedAccount(names, principal) && isListedWhole(names.identities, principal);
  }
}

function isListedWhole(identities: ReadonlySet<string>, principal: PrincipalIdentity): boolean {
  const self = identities.has(principal.arn) || identities.has(principal.principalId);
  const { roleArn, roleId } = principal;
  if (roleArn === undefined) return self;
  return self && (identities.has(roleArn) || (roleId !== undefined && identities.has(roleId)));
}
