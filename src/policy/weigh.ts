import type { CompiledStatement, Naming } from './statement.ts';
import type {
  AuthorizationRequest,
  Mismatch,
  SourcedPolicy,
  StatementRef,
  WeighedStatement,
} from './types.ts';

/**
 * How the statement names the principal; policies without a Principal element are about everyone.
 */
export function namingIn(statement: CompiledStatement, request: AuthorizationRequest): Naming {
  if (statement.principal === undefined) return 'direct';
  return statement.principal.naming(request.principal, request.policies.boundary !== undefined);
}

/** Whether a statement whose action is known to match covers resource and conditions too. */
export function covers(statement: CompiledStatement, request: AuthorizationRequest): boolean {
  if (!statement.matchesResource(request.resource, request.condition)) return false;
  for (const condition of statement.conditions) {
    if (!condition.test(request.condition)) return false;
  }
  return true;
}

export function findDenyIn(
  policy: SourcedPolicy,
  request: AuthorizationRequest,
): CompiledStatement | undefined {
  for (const statement of policy.policy.index.candidates(request.action).deny) {
    if (namingIn(statement, request) !== 'none' && covers(statement, request)) return statement;
  }
  return undefined;
}

export function findAllowIn(
  policy: SourcedPolicy,
  request: AuthorizationRequest,
): CompiledStatement | undefined {
  for (const statement of policy.policy.index.candidates(request.action).allow) {
    if (namingIn(statement, request) !== 'none' && covers(statement, request)) return statement;
  }
  return undefined;
}

export function refer(policy: SourcedPolicy, statement: CompiledStatement): StatementRef {
  return {
    policyType: policy.type,
    ...(policy.arn === undefined ? {} : { policyArn: policy.arn }),
    ...(policy.name === undefined ? {} : { policyName: policy.name }),
    ...(statement.sid === undefined ? {} : { sid: statement.sid }),
    statement: statement.position,
  };
}

/** The same judgement in slow motion: the first element that does not match, by name. */
export function weigh(
  policy: SourcedPolicy,
  statement: CompiledStatement,
  request: AuthorizationRequest,
): WeighedStatement {
  const shared = { ...refer(policy, statement), effect: statement.effect };
  const failed = (mismatch: Mismatch): WeighedStatement => {
    return { ...shared, matched: false, mismatch };
  };
  if (!statement.matchesAction(request.action.toLowerCase())) return failed('action');
  if (namingIn(statement, request) === 'none') return failed('principal');
  if (!statement.matchesResource(request.resource, request.condition)) return failed('resource');
  const condition = statement.conditions.find((candidate) => !candidate.test(request.condition));
  if (condition !== undefined) return { ...failed('condition'), condition: condition.label };
  return { ...shared, matched: true };
}
