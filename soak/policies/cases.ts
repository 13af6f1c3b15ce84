import type {
  Closeness,
  OneOrMore,
  PlainPolicy,
  PlainPrincipal,
  PlainRequest,
  PlainStatement,
  PrincipalElement,
} from '../../test/policy/plain-request.ts';
import type { Random } from '../random.ts';
import { makeConditions, makeContext } from './conditions.ts';

const OWN = '111122223333';
const OTHER = '444455556666';

const PRINCIPALS: readonly PlainPrincipal[] = [OWN, OTHER].flatMap((account): PlainPrincipal[] => [
  {
    type: 'Root',
    account,
    arn: `arn:aws:iam::${account}:root`,
    principalId: account,
    canonicalUserId: `canonical-${account}`,
  },
  {
    type: 'IAMUser',
    account,
    arn: `arn:aws:iam::${account}:user/ann`,
    principalId: `AIDA${account}`,
    canonicalUserId: `canonical-${account}`,
  },
  {
    type: 'AssumedRole',
    account,
    arn: `arn:aws:sts::${account}:assumed-role/app/one`,
    principalId: `AROA${account}:one`,
    roleArn: `arn:aws:iam::${account}:role/path/app`,
    roleId: `AROA${account}`,
  },
  {
    type: 'FederatedUser',
    account,
    arn: `arn:aws:sts::${account}:federated-user/tmp`,
    principalId: `${account}:tmp`,
    userArn: `arn:aws:iam::${account}:user/ann`,
  },
]);
const STRANGERS: readonly PlainPrincipal[] = [
  {
    type: 'AWSService',
    account: '',
    arn: 'logs.amazonaws.com',
    principalId: 'logs.amazonaws.com',
    service: 'logs.amazonaws.com',
  },
  { type: 'WebIdentity', account: '', arn: 'accounts.google.com', principalId: 'google:1' },
  { type: 'Anonymous', account: '', arn: '', principalId: '' },
];

interface Target {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

const TARGETS: readonly Target[] = [
  {
    actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey'],
    resources: [`arn:aws:kms:us-east-1:${OWN}:key/k1`, `arn:aws:kms:eu-west-1:${OTHER}:key/mrk-2`],
  },
  {
    actions: ['s3:GetObject', 's3:PutObject'],
    resources: [
      'arn:aws:s3:::box/home/ann/x',
      'arn:aws:s3:::box/team/red/a:b',
      'arn:aws:s3:::box/a*b',
    ],
  },
  { actions: ['s3:ListAllMyBuckets', 'kms:ListKeys'], resources: ['*'] },
  {
    actions: ['sts:AssumeRole', 'sts:GetCallerIdentity'],
    resources: [`arn:aws:iam::${OWN}:role/path/app`],
  },
];
const ACTION_PATTERNS = ['*', 'kms:*', 'KMS:encrypt', 'kms:?ncrypt', 'kms:*crypt*', 'kms:Gen*Key']
  .concat(['s3:Get*', 's3:*Object', 's3:???Object', 's3:*', 'sts:*', 'sts:assumerole', 'kms:List*'])
  .concat(['kms:Decrypt', 'kms:ReEncrypt*', 's3:GetObject']);
const RESOURCE_PATTERNS = [
  '*',
  `arn:aws:kms:us-east-1:${OWN}:key/k1`,
  'arn:aws:kms:*:*:key/*',
  `arn:aws:kms:us-*-1:${OWN}:key/k?`,
  `arn:aws:kms:*:${OTHER}:key/mrk-*`,
  'arn:aws:kms:*',
  'arn:*:kms:*:*:key/k1',
  'arn:aws:kms:*:key/k1:*',
  'arn:aws:s3:::box/*',
  'arn:aws:s3:::box/home/${aws:username}/*',
  "arn:aws:s3:::box/team/${aws:PrincipalTag/team, 'red'}/*",
  'arn:aws:s3:::box/team/${AWS:principaltag/Team}/a:?',
  'arn:aws:s3:::box/a${*}b',
  'arn:aws:s3:::${aws:TagKeys}/*',
  'arn:aws:s3:::*/a*b',
  'arn:aws:s3:::*',
  `arn:aws:iam::${OWN}:role/*`,
];

/** A request that policies of every kind have something to say about; the seed decides all of it. */
export function makeCase(random: Random): PlainRequest {
  const principal = random.oneIn(8) ? random.pick(STRANGERS) : random.pick(PRINCIPALS);
  const isFederated = principal.type === 'FederatedUser';
  const isBounded = ['IAMUser', 'AssumedRole', 'FederatedUser'].includes(principal.type);
  const isSession = isFederated || principal.type === 'AssumedRole' || principal.type === 'Root';
  const levels = (make: (random: Random) => PlainPolicy) =>
    random.oneIn(3)
      ? Array.from({ length: random.between(1, 3) }, () => policies(random, 2, make))
      : [];
  return {
    ...makeQuestion(random),
    principal,
    scps: levels(control),
    rcps: levels(resourceControl),
    ...(random.oneIn(6) ? { endpoint: endpointPolicy(random) } : {}),
    ...(random.oneIn(3) ? {} : { resourcePolicy: resourcePolicy(random, principal) }),
    mustAllow: random.oneIn(3),
    grant: random.oneIn(6) ? random.pick<Closeness>(['account', 'role', 'direct']) : 'none',
    identity: policies(random, 3, attached),
    ...(random.oneIn(4) && isBounded ? { boundary: generous(random) } : {}),
    ...((isSession && random.oneIn(3)) || isFederated
      ? { session: policies(random, 2, generous) }
      : {}),
  };
}

/** What the same principal asks under the same policies. */
export function makeQuestion(
  random: Random,
): Pick<PlainRequest, 'action' | 'resource' | 'resourceAccount' | 'context'> {
  const { actions, resources } = random.pick(TARGETS);
  const action = random.pick(actions);
  return {
    action: random.oneIn(10) ? action.toUpperCase() : action,
    resource: random.pick(resources),
    resourceAccount: random.pick(['', OWN, OWN, OTHER]),
    context: makeContext(random),
  };
}

function policies(
  random: Random,
  most: number,
  make: (random: Random) => PlainPolicy,
): readonly PlainPolicy[] {
  return Array.from({ length: random.between(0, most) }, () => make(random));
}

function policyOf(random: Random, makeStatement: () => PlainStatement): PlainPolicy {
  const Statement = Array.from({ length: random.between(1, 3) }, makeStatement);
  return { Version: '2012-10-17', Statement };
}

function attached(random: Random): PlainPolicy {
  return policyOf(random, () => statement(random));
}

/** Policies that limit are written to let most things through. */
function generous(random: Random): PlainPolicy {
  const made = attached(random);
  if (random.oneIn(3)) return made;
  const everything: PlainStatement = { Effect: 'Allow', Action: '*', Resource: '*' };
  return { ...made, Statement: [everything, ...made.Statement.slice(1)] };
}

function control(random: Random): PlainPolicy {
  return generous(random);
}

function resourceControl(random: Random): PlainPolicy {
  const { Version, Statement } = generous(random);
  return {
    ...(Version === undefined ? {} : { Version }),
    Statement: Statement.map((one) => ({ ...one, Principal: '*' })),
  };
}

function endpointPolicy(random: Random): PlainPolicy {
  return random.oneIn(2) ? resourceControl(random) : generous(random);
}

function resourcePolicy(random: Random, principal: PlainPrincipal): PlainPolicy {
  const made = policyOf(random, () => {
    const { Resource, NotResource, ...rest } = statement(random);
    const resources =
      NotResource === undefined ? (Resource === undefined ? {} : { Resource }) : { NotResource };
    const named = { ...rest, ...(random.oneIn(5) ? {} : resources) };
    const element = principalElement(random, principal);
    return rest.Effect === 'Deny' && random.oneIn(3)
      ? { ...named, NotPrincipal: element }
      : { ...named, Principal: element };
  });
  if (random.oneIn(4)) return { ...made, Version: '2008-10-17' };
  return random.oneIn(6) ? { Statement: made.Statement } : made;
}

/** Names strangers, or the principal in some way, or everything that it is: only then NotPrincipal spares it. */
function principalElement(random: Random, principal: PlainPrincipal): PrincipalElement {
  if (random.oneIn(6)) return '*';
  if (random.oneIn(12)) return { AWS: '*' };
  const own = principal.account === '' ? [OWN] : [principal.account];
  const aws = random.oneIn(4)
    ? own.flatMap(namesIn)
    : someOf(random, (random.oneIn(2) ? own : [OWN, OTHER]).flatMap(namesIn));
  return {
    ...(random.oneIn(5) ? {} : { AWS: aws }),
    Service: random.pick(['logs.amazonaws.com', 'sns.amazonaws.com']),
    ...(random.oneIn(3) ? { Federated: 'accounts.google.com' } : {}),
    ...(random.oneIn(6) ? { CanonicalUser: `canonical-${random.pick([OWN, OTHER])}` } : {}),
  };
}

function namesIn(account: string): readonly string[] {
  return [
    account,
    `arn:aws:iam::${account}:root`,
    `arn:aws:iam::${account}:user/ann`,
    `AIDA${account}`,
    `arn:aws:iam::${account}:user/Ann`,
    `arn:aws:iam::${account}:role/path/app`,
    `AROA${account}`,
    `arn:aws:sts::${account}:assumed-role/app/one`,
    `arn:aws:sts::${account}:federated-user/tmp`,
  ];
}

function statement(random: Random): PlainStatement {
  const actions = someOf(random, ACTION_PATTERNS, '*');
  const resources = someOf(random, RESOURCE_PATTERNS, '*');
  return {
    Effect: random.oneIn(5) ? 'Deny' : 'Allow',
    ...(random.oneIn(7) ? { NotAction: actions } : { Action: actions }),
    ...(random.oneIn(7) ? { NotResource: resources } : { Resource: resources }),
    ...(random.oneIn(2) ? { Condition: makeConditions(random) } : {}),
  };
}

/** `usual` is picked often, so that statements match often. */
function someOf(random: Random, from: readonly string[], usual?: string): OneOrMore<string> {
  if (usual !== undefined && random.oneIn(3)) return usual;
  if (random.oneIn(3)) return random.pick(from);
  return Array.from({ length: random.between(1, 4) }, () => random.pick(from));
}
