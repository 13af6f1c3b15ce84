import type { Statement } from '../../../models/iam/types.ts';
import { parseArn } from '../../core/arn.ts';
import { contextKeysOf } from '../../policy/context-keys.ts';
import { evaluate } from '../../policy/evaluate.ts';
import { type Span, statementSpans } from '../../policy/positions.ts';
import type {
  AuthorizationRequest,
  ConditionLookup,
  PrincipalIdentity,
  SourcedPolicy,
} from '../../policy/types.ts';
import { weigh } from '../../policy/weigh.ts';
import type { PolicyInput } from './simulation-subject.ts';

/** AWS answers names of policy types that its model does not list. */
export type MatchedStatement = Omit<Statement, 'SourcePolicyType'> & {
  readonly SourcePolicyType: SimulatedPolicy['kind'];
};

export type SimulatedDecision = 'allowed' | 'explicitDeny' | 'implicitDeny';

/** One policy of the simulation, compiled, with where its statements stand. */
export interface SimulatedPolicy {
  readonly id: string;
  readonly kind: 'IAM Policy' | 'Resource Policy' | 'Permissions Boundary Policy';
  readonly policy: SourcedPolicy;
  readonly spans: readonly Span[];
  /** The condition keys it asks for as it writes them, by their lower-case form. */
  readonly keyNames: ReadonlyMap<string, string>;
}

export interface Simulation {
  readonly principal: PrincipalIdentity;
  readonly identity: readonly SimulatedPolicy[];
  readonly boundary: SimulatedPolicy | undefined;
  readonly resource: SimulatedPolicy | undefined;
  readonly scps: readonly (readonly SourcedPolicy[])[];
  /** The account of resources whose ARN names none. */
  readonly resourceOwner: string;
  readonly lookup: ConditionLookup;
}

export function simulatedPolicy(
  { id, text }: PolicyInput,
  kind: SimulatedPolicy['kind'],
  policy: SourcedPolicy,
): SimulatedPolicy {
  const keys = contextKeysOf(text, policy.type);
  const keyNames = new Map(keys.map((name) => [name.toLowerCase(), name]));
  return { id, kind, policy, spans: statementSpans(text), keyNames };
}

/** What one action on one resource came to. */
export interface Outcome {
  readonly decision: SimulatedDecision;
  readonly resource: string;
  /** Statements whose effect decided. */
  readonly decisive: readonly MatchedStatement[];
  /** All allows that matched, for a decision that something else took away. */
  readonly allows: readonly MatchedStatement[];
  readonly missing: readonly string[];
  readonly allowedByBoundary: boolean | undefined;
  readonly allowedByOrganization: boolean | undefined;
  /** By kind of policy; empty within one account. */
  readonly details: Readonly<Record<string, SimulatedDecision>>;
}

/** Decides with the engine that decides real requests, then tells which statements matched. */
export function simulate(simulation: Simulation, action: string, resource: string): Outcome {
  const request = requestFor(simulation, action, resource);
  const { reason } = evaluate(request);
  const missing = new Set<string>();
  const findings = policiesOf(simulation).map((policy) => {
    for (const key of missingKeys(policy.policy, policy.keyNames, request)) missing.add(key);
    return { policy, ...matchedStatements(policy, request) };
  });
  for (const policy of simulation.scps.flat()) {
    for (const key of missingKeys(policy, writtenKeys(policy), request)) missing.add(key);
  }
  const shown = findings.filter(({ policy }) => policy.kind !== 'Permissions Boundary Policy');
  const denies = shown.flatMap(({ deny }) => deny);
  const allows = shown.flatMap(({ allow }) => allow);
  const { boundary, scps } = simulation;
  const ofBoundary = findings.find(({ policy }) => policy === boundary);
  const isForeign = request.resourceAccount !== simulation.principal.account;
  return {
    decision: reason.outcome,
    resource,
    decisive:
      reason.outcome === 'explicitDeny' ? denies : reason.outcome === 'allowed' ? allows : [],
    allows,
    missing: [...missing],
    allowedByBoundary:
      ofBoundary === undefined ? undefined : decisionOf([ofBoundary]) === 'allowed',
    allowedByOrganization: scps.length === 0 ? undefined : isAllowedByLevels(request),
    details: isForeign && !isOfOrganization(reason) ? detailsOf(findings) : {},
  };
}

type Finding = {
  readonly policy: SimulatedPolicy;
  readonly deny: readonly MatchedStatement[];
  readonly allow: readonly MatchedStatement[];
};

function requestFor(
  simulation: Simulation,
  action: string,
  resource: string,
): AuthorizationRequest {
  const { principal, identity, boundary, scps, resourceOwner, lookup } = simulation;
  const arn = parseArn(resource);
  const account = arn === undefined || arn.account === '' ? resourceOwner : arn.account;
  return {
    action,
    resource,
    principal,
    policies: {
      identity: identity.map(({ policy }) => policy),
      scps,
      ...(boundary === undefined ? {} : { boundary: boundary.policy }),
    },
    resourceAccount: account,
    // A key's policy must allow; where none is given, nothing is known of it.
    resourcePolicyMode:
      arn?.service === 'kms' && simulation.resource !== undefined ? 'required' : 'optional',
    rcps: [],
    condition: lookup,
    ...(simulation.resource === undefined ? {} : { resourcePolicy: simulation.resource.policy }),
  };
}

function policiesOf({ identity, boundary, resource }: Simulation): readonly SimulatedPolicy[] {
  return [
    ...identity,
    ...(resource === undefined ? [] : [resource]),
    ...(boundary === undefined ? [] : [boundary]),
  ];
}

function matchedStatements(
  { id, kind, policy, spans }: SimulatedPolicy,
  request: AuthorizationRequest,
) {
  const deny: MatchedStatement[] = [];
  const allow: MatchedStatement[] = [];
  for (const statement of policy.policy.statements) {
    if (!weigh(policy, statement, request).matched) continue;
    const span = spans[statement.position];
    (statement.effect === 'Deny' ? deny : allow).push({
      SourcePolicyId: id,
      SourcePolicyType: kind,
      ...(span === undefined
        ? {}
        : {
            StartPosition: { Line: span.start.line, Column: span.start.column },
            EndPosition: { Line: span.end.line, Column: span.end.column },
          }),
    });
  }
  return { deny, allow };
}

/** Keys that statements about the action and the resource ask for, and that the simulation does not know. */
function missingKeys(
  source: SourcedPolicy,
  keyNames: ReadonlyMap<string, string>,
  request: AuthorizationRequest,
): readonly string[] {
  const missing = new Set<string>();
  const lookup: ConditionLookup = (key) => {
    const values = request.condition(key);
    if (values === undefined) missing.add(keyNames.get(key) ?? key);
    return values;
  };
  for (const statement of source.policy.statements) {
    const { mismatch } = weigh(source, statement, request);
    if (mismatch === 'action' || mismatch === 'principal') continue;
    if (!statement.matchesResource(request.resource, lookup)) continue;
    for (const condition of statement.conditions) condition.test(lookup);
  }
  return [...missing];
}

/** The condition keys of a policy's statements as it writes them, by their lower-case form. */
function writtenKeys({ policy }: SourcedPolicy): ReadonlyMap<string, string> {
  const labels = policy.statements.flatMap(({ conditions }) =>
    conditions.map(({ label }) => label),
  );
  const names = labels.map((label) => label.slice(label.indexOf(' ') + 1));
  return new Map(names.map((name) => [name.toLowerCase(), name]));
}

function detailsOf(findings: readonly Finding[]): Readonly<Record<string, SimulatedDecision>> {
  const details: Record<string, SimulatedDecision> = {};
  for (const kind of ['IAM Policy', 'Resource Policy', 'Permissions Boundary Policy'] as const) {
    const own = findings.filter(({ policy }) => policy.kind === kind);
    if (own.length > 0 || kind === 'IAM Policy') details[kind] = decisionOf(own);
  }
  return details;
}

function decisionOf(findings: readonly Finding[]): SimulatedDecision {
  if (findings.some(({ deny }) => deny.length > 0)) return 'explicitDeny';
  return findings.some(({ allow }) => allow.length > 0) ? 'allowed' : 'implicitDeny';
}

function isOfOrganization(reason: ReturnType<typeof evaluate>['reason']): boolean {
  return reason.outcome !== 'allowed' && reason.policyType === 'scp';
}

/** Whether every level's policies allow, and none denies. */
function isAllowedByLevels(request: AuthorizationRequest): boolean {
  return request.policies.scps.every((level) => {
    const matched = level.flatMap((policy) =>
      policy.policy.statements.filter((one) => weigh(policy, one, request).matched),
    );
    return matched.length > 0 && matched.every(({ effect }) => effect === 'Allow');
  });
}

/** One resource's share of an action's result. */
export function shownOutcome(outcome: Outcome) {
  const { decision, allowedByBoundary, details } = outcome;
  return {
    EvalResourceName: outcome.resource,
    EvalResourceDecision: decision,
    MatchedStatements: decision === 'implicitDeny' ? outcome.allows : outcome.decisive,
    MissingContextValues: outcome.missing,
    ...(Object.keys(details).length === 0 ? {} : { EvalDecisionDetails: details }),
    ...shownBoundaryDecision(allowedByBoundary),
  };
}

export function shownBoundaryDecision(allowed: boolean | undefined) {
  if (allowed === undefined) return {};
  return { PermissionsBoundaryDecisionDetail: { AllowedByPermissionsBoundary: allowed } };
}
