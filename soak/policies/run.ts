import { parsePolicy } from '../../src/policy/parse.ts';
import { evaluate } from '../../src/policy/evaluate.ts';
import type { AuthorizationRequest, PolicyType, SourcedPolicy } from '../../src/policy/types.ts';
import { decide, type PlainDecision } from '../../test/policy/plain-evaluator.ts';
import type { PlainPolicy, PlainRequest } from '../../test/policy/plain-request.ts';
import { Random } from '../random.ts';
import { makeCase, makeQuestion } from './cases.ts';

export interface PoliciesOptions {
  /** How many requests are decided. */
  readonly count: number;
  readonly seed: number;
  readonly report: (line: string) => void;
}

export interface PoliciesResult {
  readonly decided: number;
  readonly counts: ReadonlyMap<string, number>;
  /** How many statements were judged, one by one. */
  readonly statements: number;
  readonly matchedStatements: number;
  /** The operators that policies named: `ForAnyValue:StringLikeIfExists`. */
  readonly operators: ReadonlySet<string>;
  readonly faults: readonly string[];
}

const FAULTS_MAX = 20;
/** Questions under one set of policies: parsing them costs more than deciding. */
const QUESTIONS = 8;
const PROGRESS_EVERY = 50_000;

/** Decides random requests with the engine and with the plain evaluator: decision and every statement must agree. */
export function runPolicies({ count, seed, report }: PoliciesOptions): PoliciesResult {
  const random = new Random(seed);
  const counts = new Map<string, number>();
  const operators = new Set<string>();
  const faults: string[] = [];
  let asked = makeCase(random.fork());
  let request = requestOf(asked);
  let statements = 0;
  let matchedStatements = 0;
  let decided = 0;
  for (; decided < count && faults.length < FAULTS_MAX; decided += 1) {
    if (decided % QUESTIONS === 0) {
      asked = makeCase(random.fork());
      request = requestOf(asked);
      collectOperators(asked, operators);
    } else {
      const question = makeQuestion(random);
      asked = { ...asked, ...question };
      request = { ...request, ...question, condition: lookupOf(asked) };
    }
    const expected = decide(asked);
    const decision = evaluate(request);
    const matched = decision.explain().map((one) => one.matched);
    const { outcome } = decision.reason;
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    statements += matched.length;
    matchedStatements += matched.filter(Boolean).length;
    const fault = differenceOf(outcome, matched, expected);
    if (fault !== undefined) faults.push(`case ${decided}: ${fault}: ${JSON.stringify(asked)}`);
    if ((decided + 1) % PROGRESS_EVERY === 0) report(`${decided + 1} decided`);
  }
  return { decided, counts, statements, matchedStatements, operators, faults };
}

/** What the engine says otherwise than the plain evaluator; undefined when they agree. */
function differenceOf(
  outcome: string,
  matched: readonly boolean[],
  expected: PlainDecision,
): string | undefined {
  const { judged } = expected;
  if (matched.length !== judged.length) {
    return `the engine weighs ${matched.length} statements, the plain evaluator ${judged.length}`;
  }
  const at = judged.findIndex((one, index) => one.matched !== matched[index]);
  if (at !== -1) {
    const verb = matched[at] === true ? 'matches' : 'does not match';
    return `the engine alone says that statement ${at} ${verb}, ${JSON.stringify(judged[at]?.statement)}`;
  }
  if (outcome === expected.outcome) return undefined;
  return `the engine says ${outcome}, the plain evaluator ${expected.outcome}`;
}

function requestOf(asked: PlainRequest): AuthorizationRequest {
  const { boundary, session, endpoint, resourcePolicy } = asked;
  const listed = (type: PolicyType, list: readonly PlainPolicy[]): readonly SourcedPolicy[] =>
    list.map((policy) => sourced(type, policy));
  return {
    action: asked.action,
    resource: asked.resource,
    principal: asked.principal,
    policies: {
      identity: listed('identity', asked.identity),
      ...(boundary === undefined ? {} : { boundary: sourced('boundary', boundary) }),
      ...(session === undefined ? {} : { session: listed('session', session) }),
      scps: asked.scps.map((level) => listed('scp', level)),
    },
    resourceAccount: asked.resourceAccount,
    ...(resourcePolicy === undefined
      ? {}
      : { resourcePolicy: sourced('resource', resourcePolicy) }),
    resourcePolicyMode: asked.mustAllow ? 'required' : 'optional',
    rcps: asked.rcps.map((level) => listed('rcp', level)),
    ...(endpoint === undefined ? {} : { endpointPolicy: sourced('endpoint', endpoint) }),
    ...(asked.grant === 'none' ? {} : { grant: asked.grant }),
    condition: lookupOf(asked),
  };
}

function lookupOf({ context }: PlainRequest): AuthorizationRequest['condition'] {
  const known = new Map(Object.entries(context));
  return (key) => known.get(key);
}

function sourced(type: PolicyType, policy: PlainPolicy): SourcedPolicy {
  return { type, policy: parsePolicy(JSON.stringify(policy), type) };
}

function collectOperators(asked: PlainRequest, into: Set<string>): void {
  const { scps, rcps, endpoint, resourcePolicy, identity, boundary, session } = asked;
  const alone = [endpoint, resourcePolicy, boundary].filter((policy) => policy !== undefined);
  const all = [...scps.flat(), ...rcps.flat(), ...alone, ...identity, ...(session ?? [])];
  for (const { Condition } of all.flatMap(({ Statement }) => Statement)) {
    for (const operator of Object.keys(Condition ?? {})) into.add(operator);
  }
}
