import { parsePolicy } from '../../src/policy/parse.ts';
import type { Naming } from '../../src/policy/statement.ts';
import type {
  AuthorizationRequest,
  PolicyType,
  PrincipalIdentity,
  SourcedPolicy,
} from '../../src/policy/types.ts';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const KEY_ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/k1`;

const session = {
  type: 'AssumedRole',
  account: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/app/one`,
  principalId: 'AROAAPP:one',
  roleArn: `arn:aws:iam::${ACCOUNT}:role/path/app`,
  roleId: 'AROAAPP',
} as const satisfies PrincipalIdentity;

/** The principals that vectors name. */
export const PRINCIPALS: ReadonlyMap<string, PrincipalIdentity> = new Map<
  string,
  PrincipalIdentity
>([
  [
    'root',
    {
      type: 'Root',
      account: ACCOUNT,
      arn: `arn:aws:iam::${ACCOUNT}:root`,
      principalId: ACCOUNT,
    },
  ],
  [
    'foreign-root',
    {
      type: 'Root',
      account: OTHER_ACCOUNT,
      arn: `arn:aws:iam::${OTHER_ACCOUNT}:root`,
      principalId: OTHER_ACCOUNT,
    },
  ],
  [
    'ann',
    {
      type: 'IAMUser',
      account: ACCOUNT,
      arn: `arn:aws:iam::${ACCOUNT}:user/ann`,
      principalId: 'AIDAANN',
      userName: 'ann',
    },
  ],
  [
    'foreigner',
    {
      type: 'IAMUser',
      account: OTHER_ACCOUNT,
      arn: `arn:aws:iam::${OTHER_ACCOUNT}:user/bob`,
      principalId: 'AIDABOB',
      userName: 'bob',
    },
  ],
  ['session', session],
  [
    'federated',
    {
      type: 'FederatedUser',
      account: ACCOUNT,
      arn: `arn:aws:sts::${ACCOUNT}:federated-user/ann-tmp`,
      principalId: `${ACCOUNT}:ann-tmp`,
      userArn: `arn:aws:iam::${ACCOUNT}:user/ann`,
    },
  ],
  [
    'service',
    {
      type: 'AWSService',
      account: '',
      arn: 'logs.amazonaws.com',
      principalId: 'logs.amazonaws.com',
      service: 'logs.amazonaws.com',
    },
  ],
  ['anonymous', { type: 'Anonymous', account: '', arn: '', principalId: '' }],
  [
    'web',
    { type: 'WebIdentity', account: '', arn: 'accounts.google.com', principalId: 'google:1' },
  ],
]);

/** A vector: policies as JSON values, the request, and the reason expected in short form. */
export interface Vector {
  readonly name: string;
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly mode?: 'optional' | 'required';
  /** True: a grant to the principal itself. */
  readonly grant?: boolean | 'account' | 'role';
  readonly context?: Readonly<Record<string, readonly string[]>>;
  readonly identity?: readonly object[];
  readonly boundary?: object;
  readonly session?: readonly object[];
  readonly scps?: readonly (readonly object[])[];
  readonly rcps?: readonly (readonly object[])[];
  readonly endpoint?: object;
  readonly resourcePolicy?: object;
  readonly trust?: object;
  /** `allowed identity`, `explicitDeny scp`, `implicitDeny boundary principal`. */
  readonly expected: string;
}

export function sourced(type: PolicyType, document: object, arn?: string): SourcedPolicy {
  const policy = parsePolicy(JSON.stringify(document), type);
  return arn === undefined ? { type, policy } : { type, policy, arn };
}

function namingOf(grant: NonNullable<Vector['grant']>): Naming {
  if (grant === false) return 'none';
  return grant === true ? 'direct' : grant;
}

export function requestOf(vector: Vector): AuthorizationRequest {
  const principal = PRINCIPALS.get(vector.principal ?? 'ann');
  if (principal === undefined) throw new Error(`unknown principal in ${vector.name}`);
  const of = (type: PolicyType, list: readonly object[]): readonly SourcedPolicy[] =>
    list.map((document) => sourced(type, document));
  const context = new Map(
    Object.entries(vector.context ?? {}).map(([key, values]) => [key.toLowerCase(), values]),
  );
  const { boundary, session: sessionPolicies, resourcePolicy, trust, endpoint, grant } = vector;
  return {
    action: vector.action ?? 'kms:Encrypt',
    resource: vector.resource ?? KEY_ARN,
    principal,
    policies: {
      identity: of('identity', vector.identity ?? []),
      ...(boundary === undefined ? {} : { boundary: sourced('boundary', boundary) }),
      ...(sessionPolicies === undefined ? {} : { session: of('session', sessionPolicies) }),
      scps: (vector.scps ?? []).map((level) => of('scp', level)),
    },
    resourceAccount: vector.resourceAccount ?? ACCOUNT,
    ...(resourcePolicy === undefined
      ? {}
      : { resourcePolicy: sourced('resource', resourcePolicy) }),
    ...(trust === undefined ? {} : { resourcePolicy: sourced('trust', trust) }),
    ...(endpoint === undefined ? {} : { endpointPolicy: sourced('endpoint', endpoint) }),
    ...(grant === undefined ? {} : { grant: namingOf(grant) }),
    resourcePolicyMode: vector.mode ?? 'optional',
    rcps: (vector.rcps ?? []).map((level) => of('rcp', level)),
    condition: (key) => context.get(key),
  };
}
