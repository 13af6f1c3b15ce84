import { isIP } from 'node:net';
import type { Call } from '../contract/operation.ts';
import type { Membership } from '../contract/organization.ts';
import type { Tags } from '../core/tags.ts';
import type { ConditionLookup } from '../policy/types.ts';

/** What one permission adds to the call's own keys. */
export interface PermissionConditions {
  readonly request: ReadonlyMap<string, readonly string[]> | undefined;
  /** The account whose resource is judged. */
  readonly resourceAccount: string;
  /** Organizations of the caller, of the resource's owner, and of whose resource a service acts for. */
  readonly organizations: Organizations;
  readonly resourceTags: Tags;
  /** The kind's own keys, such as `kms:keyspec`. */
  readonly kind: (key: string) => readonly string[] | undefined;
}

export interface Organizations {
  readonly principal: Membership | undefined;
  readonly resource: Membership | undefined;
  readonly source: Membership | undefined;
}

const RESOURCE_TAG = 'aws:resourcetag/';
const PRINCIPAL_TAG = 'aws:principaltag/';

/** Answers condition keys of one permission. Lower-case keys; values as AWS documents them. */
export function conditionLookup(call: Call, permission: PermissionConditions): ConditionLookup {
  return (key) => {
    const global = GLOBAL_KEYS.get(key);
    if (global !== undefined) return global(call, permission);
    if (key.startsWith(RESOURCE_TAG)) {
      return tagValue(permission.resourceTags, key.slice(RESOURCE_TAG.length));
    }
    if (key.startsWith(PRINCIPAL_TAG)) {
      return tagValue(call.caller.tags, key.slice(PRINCIPAL_TAG.length));
    }
    return permission.request?.get(key) ?? call.caller.conditions.get(key) ?? permission.kind(key);
  };
}

type GlobalKey = (call: Call, permission: PermissionConditions) => readonly string[] | undefined;

const GLOBAL_KEYS: ReadonlyMap<string, GlobalKey> = new Map<string, GlobalKey>([
  ['aws:currenttime', (call) => [new Date(call.now).toISOString()]],
  ['aws:epochtime', (call) => [String(Math.floor(call.now / 1_000))]],
  // What a service does has its host in the place of an address.
  ['aws:sourceip', (call) => (isIP(call.sourceIp) === 0 ? undefined : [call.sourceIp])],
  ['aws:securetransport', (call) => [String(call.secure)]],
  ['aws:useragent', (call) => [call.userAgent]],
  ['aws:requestedregion', (call) => [call.scope.region]],
  ['aws:calledvia', (call) => (call.calledVia.length > 0 ? call.calledVia : undefined)],
  ['aws:calledviafirst', (call) => optional(call.calledVia[0])],
  ['aws:calledvialast', (call) => optional(call.calledVia.at(-1))],
  ['aws:viaawsservice', (call) => [String(call.calledVia.length > 0)]],
  ['aws:principalisawsservice', (call) => [String(isService(call))]],
  ['aws:principalservicename', (call) => optional(call.caller.identity.service)],
  ['aws:principalaccount', (call) => optional(call.caller.identity.account)],
  ['aws:principalarn', (call) => optional(principalArn(call))],
  ['aws:principaltype', (call) => optional(PRINCIPAL_TYPES[call.caller.identity.type])],
  ['aws:userid', (call) => optional(call.caller.identity.principalId)],
  ['aws:username', (call) => optional(call.caller.identity.userName)],
  ['aws:resourceaccount', (_call, permission) => optional(permission.resourceAccount)],
  ['aws:principalorgid', (_call, { organizations }) => idOf(organizations.principal)],
  ['aws:principalorgpaths', (_call, { organizations }) => pathsOf(organizations.principal)],
  ['aws:resourceorgid', (_call, { organizations }) => idOf(organizations.resource)],
  ['aws:resourceorgpaths', (_call, { organizations }) => pathsOf(organizations.resource)],
  ['aws:sourceorgid', (_call, { organizations }) => idOf(organizations.source)],
  ['aws:sourceorgpaths', (_call, { organizations }) => pathsOf(organizations.source)],
]);

const PRINCIPAL_TYPES = {
  Root: 'Account',
  IAMUser: 'User',
  AssumedRole: 'AssumedRole',
  FederatedUser: 'FederatedUser',
  WebIdentity: undefined,
  Saml: undefined,
  AWSService: undefined,
  Anonymous: 'Anonymous',
} as const;

function idOf(membership: Membership | undefined): readonly string[] | undefined {
  return optional(membership?.organizationId);
}

function pathsOf(membership: Membership | undefined): readonly string[] | undefined {
  return optional(membership?.path);
}

function optional(value: string | undefined): readonly string[] | undefined {
  return value === undefined || value === '' ? undefined : [value];
}

function isService(call: Call): boolean {
  return call.caller.identity.type === 'AWSService';
}

/** The role's ARN for a session: AWS compares `aws:PrincipalArn` with the role, not with the session. */
function principalArn(call: Call): string | undefined {
  const { identity } = call.caller;
  return identity.type === 'AWSService' ? undefined : (identity.roleArn ?? identity.arn);
}

/** Tag keys in condition keys are compared without regard to case. */
function tagValue(tags: Tags, lowerCaseKey: string): readonly string[] | undefined {
  for (const [key, value] of Object.entries(tags)) {
    if (key.toLowerCase() === lowerCaseKey) return [value];
  }
  return undefined;
}
