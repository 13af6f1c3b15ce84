import { ServiceError } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../../core/time.ts';
import { validation } from '../errors.ts';

export type PolicyType = 'Expiration' | 'ExpirationNotification' | 'NoChangeNotification';

/** A parameter policy with what became of it. */
export interface PolicyState {
  /** One policy's JSON, as it was given. */
  readonly text: string;
  readonly type: PolicyType;
  readonly status: 'Pending' | 'Finished';
  /** When a parameter expires. */
  readonly at?: Instant;
  /** How long before the expiration, or after the last change, one is told of it. */
  readonly spanMs?: number;
}

const POLICIES_MAX = 10;
const SPANS: ReadonlyMap<string, number> = new Map([
  ['days', DAY_MS],
  ['hours', HOUR_MS],
]);
/** A century: longer spans are mistakes, and lead past the last date there is. */
const COUNT_MAX = 36_525;

/** Policies of a request, all of them pending. `[{}]` is none. Errors: AWS's, of each rule. */
export function readPolicies(text: string): readonly PolicyState[] {
  const list = listIn(text);
  const [first] = list;
  if (list.length === 1 && isJsonObject(first) && Object.keys(first).length === 0) return [];
  if (list.length > POLICIES_MAX) {
    throw new ServiceError(
      'PoliciesLimitExceededException',
      `Number of policies attached to a parameter cannot exceed ${POLICIES_MAX}`,
    );
  }
  const policies = list.map((policy) => {
    if (!isJsonObject(policy)) throw invalidInput();
    return readPolicy(policy);
  });
  assertCompatible(policies);
  return policies;
}

/** When a pending policy is due; undefined when there is nothing to wait for. */
export function dueOf(
  policy: PolicyState,
  policies: readonly PolicyState[],
  modified: Instant,
): Instant | undefined {
  if (policy.status !== 'Pending') return undefined;
  switch (policy.type) {
    case 'Expiration':
      return policy.at;
    case 'ExpirationNotification': {
      const at = policies.find(({ type }) => type === 'Expiration')?.at;
      return at === undefined ? undefined : at - (policy.spanMs ?? 0);
    }
    case 'NoChangeNotification':
      return modified + (policy.spanMs ?? 0);
  }
}

/** Policies of a parameter that was changed: those that wait for a change wait anew. */
export function renewed(policies: readonly PolicyState[]): readonly PolicyState[] {
  return policies.map((policy) =>
    policy.type === 'NoChangeNotification' ? { ...policy, status: 'Pending' } : policy,
  );
}

function listIn(text: string): readonly JsonValue[] {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalidInput();
  }
  if (!Array.isArray(value)) throw invalidInput();
  return value;
}

function readPolicy(policy: JsonObject): PolicyState {
  const { Type: type, Version: version, Attributes: attributes } = policy;
  if (!isPolicyType(type)) {
    throw new ServiceError(
      'InvalidPolicyTypeException',
      `Policy type ${typeof type === 'string' ? type : JSON.stringify(type ?? null)} is not supported.`,
    );
  }
  if (version !== '1.0') throw validation('Unsupported policy version.');
  if (!isJsonObject(attributes)) throw missing('Attributes');
  const common = { text: JSON.stringify(policy), type, status: 'Pending' } as const;
  switch (type) {
    case 'Expiration':
      return { ...common, at: timestampOf(attributes['Timestamp']) };
    case 'ExpirationNotification':
      return { ...common, spanMs: spanOf(attributes, 'Before') };
    case 'NoChangeNotification':
      return { ...common, spanMs: spanOf(attributes, 'After') };
  }
}

function isPolicyType(value: JsonValue | undefined): value is PolicyType {
  return (
    value === 'Expiration' || value === 'ExpirationNotification' || value === 'NoChangeNotification'
  );
}

const TIMESTAMP = new RegExp(
  '^(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)' +
    '(Z|[+-]\\d{2}:\\d{2}(?::\\d{2})?)$',
);

/** Java's ISO_INSTANT or ISO_OFFSET_DATE_TIME. An offset may have seconds. */
function timestampOf(value: JsonValue | undefined): Instant {
  if (value === undefined) {
    throw invalidAttribute('A valid Expiration policy must have an attribute of Timestamp.');
  }
  const [, local = '', offset = ''] =
    typeof value === 'string' ? (TIMESTAMP.exec(value) ?? []) : [];
  const time = Date.parse(`${local.replace(/(\.\d{3})\d+$/, '$1')}Z`);
  if (Number.isNaN(time)) throw invalidAttribute('Invalid timestamp format');
  return time - offsetOf(offset);
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number);
  if (hours > 18 || minutes > 59 || seconds > 59)
    throw invalidAttribute('Invalid timestamp format');
  const offset = hours * HOUR_MS + minutes * 60_000 + seconds * 1_000;
  return text.startsWith('-') ? -offset : offset;
}

function spanOf(attributes: JsonObject, name: 'Before' | 'After'): number {
  const value = attributes[name];
  if (value === undefined) throw missing(name);
  const count = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (!/^\d{1,9}$/.test(count) || Number(count) < 1 || Number(count) > COUNT_MAX * 24) {
    throw invalidAttribute(`Attribute ${name} must be a positive integer.`);
  }
  const unit = attributes['Unit'];
  if (unit === undefined) throw missing('Unit');
  const length = typeof unit === 'string' ? SPANS.get(unit.toLowerCase()) : undefined;
  if (length === undefined) throw invalidAttribute('Supported time units: DAYS HOURS');
  return Math.min(Number(count) * length, COUNT_MAX * DAY_MS);
}

function assertCompatible(policies: readonly PolicyState[]): void {
  const expirations = policies.filter(({ type }) => type === 'Expiration').length;
  const notified = policies.some(({ type }) => type === 'ExpirationNotification');
  if (expirations > 1) throw incompatible('There can be only one expiration policy');
  if (notified && expirations === 0) {
    throw incompatible('Expiration notification policies are missing expiration policy');
  }
}

function invalidInput(): ServiceError {
  return invalidAttribute('Invalid policies input');
}

function missing(attribute: string): ServiceError {
  return invalidAttribute(`Mandatory policy attribute ${attribute} is missing.`);
}

function invalidAttribute(text: string): ServiceError {
  return new ServiceError('InvalidPolicyAttributeException', text);
}

function incompatible(text: string): ServiceError {
  return new ServiceError('IncompatiblePolicyException', text);
}
