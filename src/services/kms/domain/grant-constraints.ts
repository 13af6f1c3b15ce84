import type { GrantOperation } from '../../../../models/kms/types.ts';
import type { EncryptionContext } from './encryption-context.ts';

/** What must hold of a request besides its operation. At most one of `equals` and `subset` is set. */
export interface GrantConstraints {
  readonly equals?: EncryptionContext;
  readonly subset?: EncryptionContext;
  readonly sourceArn?: string;
}

/** What a request shows of itself. */
export interface ConstrainedRequest {
  readonly operation: GrantOperation;
  /** Keys in lower case: constraints name them without regard to case. Values as they are. */
  readonly pairs: readonly ContextPair[];
  /** The resource that a service acts for. */
  readonly sourceArn: string | undefined;
}

export type ContextPair = readonly [key: string, value: string];

/** Operations without an encryption context, whose constraint does not bind them. */
const WITHOUT_CONTEXT: ReadonlySet<GrantOperation> = new Set(['DescribeKey', 'RetireGrant']);

/** Whether a grant with these constraints covers the request. CreateGrant is judged by what it asks for instead. */
export function satisfies(request: ConstrainedRequest, constraints: GrantConstraints): boolean {
  const { sourceArn, equals, subset } = constraints;
  if (sourceArn !== undefined && sourceArn !== request.sourceArn) return false;
  if (WITHOUT_CONTEXT.has(request.operation) || request.operation === 'CreateGrant') return true;
  if (equals !== undefined) return isSame(request.pairs, pairsOf(equals));
  return subset === undefined || includes(request.pairs, pairsOf(subset));
}

/** What a CreateGrant asks for. */
export interface AskedGrant {
  readonly operations: readonly string[];
  /** Which of the two constraints `pairs` are; undefined where there is none. */
  readonly kind: 'equals' | 'subset' | undefined;
  readonly pairs: readonly ContextPair[];
  readonly sourceArn: string | undefined;
}

/** Whether a grant is at most as wide as its parent: no further operation, and constraints at least as strict. */
export function isWithin(
  asked: AskedGrant,
  parent: { readonly operations: readonly string[]; readonly constraints: GrantConstraints },
): boolean {
  if (!asked.operations.every((operation) => parent.operations.includes(operation))) return false;
  const { equals, subset, sourceArn } = parent.constraints;
  if (sourceArn !== undefined && asked.sourceArn !== sourceArn) return false;
  if (equals !== undefined) return asked.kind === 'equals' && isSame(asked.pairs, pairsOf(equals));
  if (subset === undefined) return true;
  return asked.kind !== undefined && includes(asked.pairs, pairsOf(subset));
}

export function pairsOf(context: EncryptionContext): readonly ContextPair[] {
  return Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]);
}

function includes(all: readonly ContextPair[], wanted: readonly ContextPair[]): boolean {
  const present = new Set(all.map(textOf));
  return wanted.every((pair) => present.has(textOf(pair)));
}

function isSame(left: readonly ContextPair[], right: readonly ContextPair[]): boolean {
  return left.length === right.length && includes(left, right) && includes(right, left);
}

function textOf(pair: ContextPair): string {
  return JSON.stringify(pair);
}
