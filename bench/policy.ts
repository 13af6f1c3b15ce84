// Time per authorization decision: 20 and 200 statements, and a cross-account call of KMS.
//   npm run bench -- policy
// Pure computation on one thread; a sample is the mean of 20 decisions.
import { evaluate } from '../src/policy/evaluate.ts';
import { parsePolicy } from '../src/policy/parse.ts';
import type { AuthorizationRequest, SourcedPolicy } from '../src/policy/types.ts';
import { machine, printTable, quantile } from './rig/figures.ts';

const ROUNDS = 20_000;
const CALLS_PER_ROUND = 20;
const ACCOUNT = '111122223333';
const OTHER_ACCOUNT = '444455556666';
const CONTEXT: ReadonlyMap<string, readonly string[]> = new Map([
  ['aws:principaltag/team', ['team-1']],
  ['kms:encryptioncontext:tenant', ['none']],
]);

/** Half of the statements name the action; the last one allows it. */
function identityPolicy(statements: number, resourceAccount: string): SourcedPolicy {
  const lines = Array.from({ length: statements }, (_, position) => {
    return {
      Effect: position % 5 === 1 ? 'Deny' : 'Allow',
      Action: position % 2 === 0 ? 's3:Get*' : ['kms:Encrypt', 'kms:Decrypt'],
      Resource: `arn:aws:kms:*:${resourceAccount}:key/team-${position}/*`,
      Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${position}` } },
    };
  });
  const Resource = `arn:aws:kms:*:${resourceAccount}:key/*`;
  const last = { Effect: 'Allow', Action: 'kms:*', Resource };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [...lines.slice(1), last] });
  return { type: 'identity', policy: parsePolicy(text, 'identity') };
}

/** A key policy of 20 statements; the last one names the caller's account. */
function keyPolicy(): SourcedPolicy {
  const lines = Array.from({ length: 19 }, (_, n) => ({
    Effect: n % 5 === 0 ? 'Deny' : 'Allow',
    Principal: { AWS: '*' },
    Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:GenerateDataKey*'],
    Resource: '*',
    Condition: {
      StringEquals: { 'kms:EncryptionContext:tenant': `tenant-${n}`, 'aws:PrincipalTag/team': 'x' },
    },
  }));
  const Principal = { AWS: `arn:aws:iam::${ACCOUNT}:root` };
  const last = { Effect: 'Allow', Principal, Action: 'kms:*', Resource: '*' };
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [...lines, last] });
  return { type: 'resource', policy: parsePolicy(text, 'resource') };
}

function requestOf(statements: number, resourceAccount = ACCOUNT): AuthorizationRequest {
  return {
    action: 'kms:Encrypt',
    resource: `arn:aws:kms:us-east-1:${resourceAccount}:key/k1`,
    principal: {
      type: 'IAMUser',
      account: ACCOUNT,
      arn: `arn:aws:iam::${ACCOUNT}:user/ann`,
      principalId: 'AIDAANN',
    },
    policies: { identity: [identityPolicy(statements, resourceAccount)], scps: [] },
    resourceAccount,
    resourcePolicyMode: 'optional',
    rcps: [],
    condition: (key) => CONTEXT.get(key),
  };
}

/** Microseconds per decision, one sample per round. */
function measure(request: AuthorizationRequest): readonly number[] {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.hrtime.bigint();
    for (let call = 0; call < CALLS_PER_ROUND; call += 1) {
      if (!evaluate(request).allowed) throw new Error('the request should be allowed');
    }
    samples.push(Number(process.hrtime.bigint() - start) / 1000 / CALLS_PER_ROUND);
  }
  return samples;
}

const cases: readonly (readonly [string, AuthorizationRequest])[] = [
  ['20 statements, one account', requestOf(20)],
  ['200 statements, one account', requestOf(200)],
  [
    '20 + 20 statements, KMS across accounts',
    {
      ...requestOf(20, OTHER_ACCOUNT),
      resourcePolicy: keyPolicy(),
      resourcePolicyMode: 'required',
    },
  ],
];
console.log(`${machine()}\n`);
// All of them once first: a decision is never measured alone in its process.
for (const [, request] of cases) measure(request);
printTable(
  ['decision', 'p50 µs', 'p99 µs'],
  cases.map(([name, request]) => {
    const samples = measure(request);
    return [name, quantile(samples, 0.5).toFixed(2), quantile(samples, 0.99).toFixed(2)];
  }),
);
