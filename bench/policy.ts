/**
 * Time per authorization decision, one core. Run with:
 * npx esbuild bench/policy.ts --bundle --platform=node --format=esm --outfile=/tmp/policy.mjs &&
 *   node /tmp/policy.mjs
 */
import { cpus } from 'node:os';
import { evaluate } from '../src/policy/evaluate.ts';
import { parsePolicy } from '../src/policy/parse.ts';
import type { AuthorizationRequest } from '../src/policy/types.ts';

const ROUNDS = 20_000;
const CALLS_PER_ROUND = 20;
const ACCOUNT = '111122223333';

/** Half of the statements name the action; the last one allows it. */
function documentOf(statements: number): string {
  const lines = Array.from({ length: statements }, (_, position) => {
    return {
      Effect: position % 5 === 1 ? 'Deny' : 'Allow',
      Action: position % 2 === 0 ? 's3:Get*' : ['kms:Encrypt', 'kms:Decrypt'],
      Resource: `arn:aws:kms:*:${ACCOUNT}:key/team-${position}/*`,
      Condition: { StringEquals: { 'aws:PrincipalTag/team': `team-${position}` } },
    };
  });
  const last = { Effect: 'Allow', Action: 'kms:*', Resource: `arn:aws:kms:*:${ACCOUNT}:key/*` };
  return JSON.stringify({ Version: '2012-10-17', Statement: [...lines.slice(1), last] });
}

function requestOf(statements: number): AuthorizationRequest {
  const policy = parsePolicy(documentOf(statements), 'identity');
  const context = new Map([['aws:principaltag/team', ['team-1']]]);
  return {
    action: 'kms:Encrypt',
    resource: `arn:aws:kms:us-east-1:${ACCOUNT}:key/k1`,
    principal: {
      type: 'IAMUser',
      account: ACCOUNT,
      arn: `arn:aws:iam::${ACCOUNT}:user/ann`,
      principalId: 'AIDAANN',
    },
    policies: { identity: [{ type: 'identity', policy }], scps: [] },
    resourceAccount: ACCOUNT,
    resourcePolicyMode: 'optional',
    rcps: [],
    condition: (key) => context.get(key),
  };
}

/** Microseconds per decision, one sample per round, sorted. */
function measure(request: AuthorizationRequest): readonly number[] {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.hrtime.bigint();
    for (let call = 0; call < CALLS_PER_ROUND; call += 1) {
      if (!evaluate(request).allowed) throw new Error('the request should be allowed');
    }
    samples.push(Number(process.hrtime.bigint() - start) / 1000 / CALLS_PER_ROUND);
  }
  return samples.toSorted((a, b) => a - b);
}

function quantile(sorted: readonly number[], share: number): string {
  return (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2).padStart(8);
}

const [cpu] = cpus();
console.log(`${cpu?.model ?? 'unknown CPU'}, Node ${process.version}`);
console.log('statements   p50 µs   p99 µs');
for (const statements of [20, 200]) {
  const request = requestOf(statements);
  measure(request);
  const sorted = measure(request);
  const figures = `${quantile(sorted, 0.5)} ${quantile(sorted, 0.99)}`;
  console.log(`${String(statements).padStart(10)} ${figures}`);
}
