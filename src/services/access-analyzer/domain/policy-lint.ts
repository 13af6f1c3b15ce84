import type {
  PathElement,
  PolicyType,
  ValidatePolicyFindingType,
} from '../../../../models/access-analyzer/types.ts';
import { parseOperatorName } from '../../../policy/conditions.ts';
import type { Located } from './located-json.ts';

/** A fault of a policy, with where it stands. */
export interface Fault {
  readonly type: ValidatePolicyFindingType;
  /** `MISSING_ACTION` */
  readonly code: string;
  readonly details: string;
  readonly path: readonly PathElement[];
  readonly at: Located;
}

/** How a policy is read: a role's trust policy is a resource policy without resources. */
export type Reading = PolicyType | 'TRUST_POLICY';

type Path = readonly PathElement[];
type Statement = ReadonlyMap<string, Located>;

const TOP = new Set(['Version', 'Id', 'Statement']);
const PAIRS = ['Principal', 'Action', 'Resource'] as const;
const ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Condition',
  ...PAIRS.flatMap((one) => [one, `Not${one}`]),
]);
const PRINCIPAL_KEYS = new Set(['AWS', 'Service', 'Federated', 'CanonicalUser']);
const VERSIONS = ['2012-10-17', '2008-10-17'];

/** What AWS's policy checks say of a policy, as far as they are evaluated here. Source: Access Analyzer policy check reference. */
export function lint(policy: Located, reading: Reading): readonly Fault[] {
  const { value } = policy;
  if (!isMembers(value))
    return [error('MISSING_STATEMENT', 'Add a statement to the policy', [], policy)];
  const faults = unknownElements(value, TOP, []);
  const version = value.get('Version');
  if (version !== undefined && !VERSIONS.some((one) => one === version.value)) {
    const details =
      `The version ${textOf(version)} is not valid. Use one of the following versions: ` +
      VERSIONS.join(', ');
    faults.push(error('INVALID_VERSION', details, [{ value: 'Version' }], version));
  }
  const statements = statementsOf(value.get('Statement'));
  if (statements.length === 0) {
    faults.push(error('MISSING_STATEMENT', 'Add a statement to the policy', [], policy));
  }
  for (const { at, path } of statements) {
    if (isMembers(at.value)) faults.push(...inStatement(at, at.value, path, reading));
  }
  faults.push(...repeatedSids(statements, reading));
  return faults;
}

function error(code: string, details: string, path: Path, at: Located): Fault {
  return { type: 'ERROR', code, details, path, at };
}

interface Placed {
  readonly at: Located;
  readonly path: Path;
}

function statementsOf(statement: Located | undefined): readonly Placed[] {
  if (statement === undefined) return [];
  const path = [{ value: 'Statement' }];
  if (!isItems(statement.value)) return [{ at: statement, path }];
  return statement.value.map((at, index) => ({ at, path: [...path, { index }] }));
}

function unknownElements(members: Statement, known: ReadonlySet<string>, path: Path): Fault[] {
  return [...members]
    .filter(([name]) => !known.has(name))
    .map(([name, at]) =>
      error(
        'INVALID_POLICY_ELEMENT',
        `The policy element ${name} is not valid.`,
        [...path, { value: name }],
        at,
      ),
    );
}

function inStatement(at: Located, statement: Statement, path: Path, reading: Reading): Fault[] {
  return [
    ...unknownElements(statement, ELEMENTS, path),
    ...effectFaults(at, statement, path),
    ...combinations(statement, path),
    ...missing(at, statement, path, reading),
    ...principalFaults(statement, path, reading),
    ...conditionFaults(statement, path),
    ...sidFaults(statement, path, reading),
    ...passRoleFaults(at, statement, path),
  ];
}

function effectFaults(at: Located, statement: Statement, path: Path): readonly Fault[] {
  const effect = statement.get('Effect');
  if (effect === undefined) {
    const details = 'Add an Effect element to the policy statement with a value of Allow or Deny.';
    return [error('MISSING_EFFECT', details, path, at)];
  }
  if (effect.value === 'Allow' || effect.value === 'Deny') return [];
  const details = `The effect ${textOf(effect)} is not valid. Use Allow or Deny.`;
  return [error('INVALID_EFFECT', details, [...path, { value: 'Effect' }], effect)];
}

function combinations(statement: Statement, path: Path): readonly Fault[] {
  return PAIRS.flatMap((name) => {
    const negative = statement.get(`Not${name}`);
    if (!statement.has(name) || negative === undefined) return [];
    const details =
      `The policy elements ${name} and Not${name} can not be used in the same statement. Remove ` +
      'one of these elements.';
    return [
      error(
        'UNSUPPORTED_ELEMENT_COMBINATION',
        details,
        [...path, { value: `Not${name}` }],
        negative,
      ),
    ];
  });
}

function missing(
  at: Located,
  statement: Statement,
  path: Path,
  reading: Reading,
): readonly Fault[] {
  const has = (name: string): boolean => statement.has(name) || statement.has(`Not${name}`);
  const faults: Fault[] = [];
  if (!has('Action')) {
    const details = 'Add an Action or NotAction element to the policy statement.';
    faults.push(error('MISSING_ACTION', details, path, at));
  }
  if (!has('Resource') && reading !== 'TRUST_POLICY') {
    const details = 'Add a Resource or NotResource element to the policy statement.';
    faults.push(error('MISSING_RESOURCE', details, path, at));
  }
  const needsPrincipal = reading === 'RESOURCE_POLICY' || reading === 'TRUST_POLICY';
  if (needsPrincipal && !has('Principal')) {
    faults.push(
      error('MISSING_PRINCIPAL', 'Add a Principal element to the policy statement.', path, at),
    );
  }
  return faults;
}

function principalFaults(statement: Statement, path: Path, reading: Reading): readonly Fault[] {
  const name = statement.has('Principal') ? 'Principal' : 'NotPrincipal';
  const principal = statement.get(name);
  if (principal === undefined) return [];
  const here = [...path, { value: name }];
  if (reading === 'IDENTITY_POLICY') {
    const details =
      `The policy type ${reading} does not support the Principal element. Remove the Principal ` +
      'element.';
    return [error('UNSUPPORTED_PRINCIPAL', details, here, principal)];
  }
  if (reading === 'SERVICE_CONTROL_POLICY') {
    const details =
      'SCPs do not support specifying principals. Remove the Principal or NotPrincipal element.';
    return [error('SCP_SYNTAX_ERROR_PRINCIPAL', details, here, principal)];
  }
  if (principal.value === '*') return [];
  if (!isMembers(principal.value)) {
    const details =
      'The Principal element contents are not valid. Specify a key-value pair in the Principal ' +
      'element.';
    return [error('INVALID_PRINCIPAL_FORMAT', details, here, principal)];
  }
  return [...principal.value].flatMap(([key, at]) => {
    const there = [...here, { value: key }];
    if (!PRINCIPAL_KEYS.has(key)) {
      return [error('INVALID_PRINCIPAL_KEY', `The principal key ${key} is not valid.`, there, at)];
    }
    const wild = textsIn(at).some((text) => /[*?]/.test(text) && !(key === 'AWS' && text === '*'));
    if (!wild) return [];
    const details =
      `Wildcards (*, ?) are not supported with the principal key ${key}. Replace the wildcard ` +
      'with a valid principal value.';
    return [error('UNSUPPORTED_WILDCARD_IN_PRINCIPAL', details, there, at)];
  });
}

function conditionFaults(statement: Statement, path: Path): readonly Fault[] {
  const condition = statement.get('Condition');
  if (condition === undefined || !isMembers(condition.value)) return [];
  return [...condition.value].flatMap(([operator, keys]) => {
    const here = [...path, { value: 'Condition' }, { value: operator }];
    if (/^NullIfExists$/i.test(operator)) {
      const details =
        'The Null condition operator cannot be used with the IfExists suffix. Update the operator ' +
        'or the suffix.';
      return [error('NULL_WITH_IF_EXISTS', details, here, keys)];
    }
    if (parseOperatorName(operator) === undefined) {
      const details = `The condition operator ${operator} is not valid. Use a valid condition operator.`;
      return [error('INVALID_CONDITION_OPERATOR', details, here, keys)];
    }
    if (!isMembers(keys.value)) return [];
    return [...keys.value]
      .filter(([key]) => !/^[\w-]+:./.test(key))
      .map(([key, at]) => {
        const details = 'The condition key format is not valid. Use the format service:keyname.';
        return error('INVALID_CONDITION_KEY_FORMAT', details, [...here, { value: key }], at);
      });
  });
}

function sidFaults(statement: Statement, path: Path, reading: Reading): readonly Fault[] {
  const sid = statement.get('Sid');
  if (sid === undefined || reading !== 'IDENTITY_POLICY') return [];
  if (typeof sid.value === 'string' && /^[0-9A-Za-z]*$/.test(sid.value)) return [];
  const details =
    'Update the characters in the Sid element to use one of the following character types: [a-z, ' +
    'A-Z, 0-9]';
  return [error('UNSUPPORTED_SID', details, [...path, { value: 'Sid' }], sid)];
}

function repeatedSids(statements: readonly Placed[], reading: Reading): readonly Fault[] {
  if (reading === 'RESOURCE_POLICY') return [];
  const seen = new Set<string>();
  return statements.flatMap(({ at, path }) => {
    const sid = isMembers(at.value) ? at.value.get('Sid') : undefined;
    if (sid === undefined || typeof sid.value !== 'string' || sid.value === '') return [];
    if (!seen.has(sid.value)) {
      seen.add(sid.value);
      return [];
    }
    const details =
      'Duplicate statement IDs are not supported for this policy type. Update the Sid value.';
    return [error('UNIQUE_SIDS_REQUIRED', details, [...path, { value: 'Sid' }], sid)];
  });
}

/** Who may pass any role may take what any role may do. */
function passRoleFaults(at: Located, statement: Statement, path: Path): readonly Fault[] {
  if (statement.get('Effect')?.value !== 'Allow' || namesService(statement)) return [];
  const resource = statement.get('Resource');
  if (resource === undefined || !textsIn(resource).includes('*')) return [];
  const actions = textsIn(statement.get('Action') ?? at).map((one) => one.toLowerCase());
  const advice =
    'We recommend that you specify resource ARNs or add the iam:PassedToService condition key to ' +
    'your statement.';
  const here = [...path, { value: 'Resource' }];
  if (actions.includes('iam:passrole')) {
    const details =
      'Using wildcards (*) in the resource can be overly permissive because it allows iam:PassRole ' +
      `permissions on multiple resources. ${advice}`;
    return [warning('PASS_ROLE_WITH_STAR_IN_RESOURCE', details, here, resource)];
  }
  if (!actions.some((one) => one === 'iam:*' || one === 'iam:pass*')) return [];
  const details =
    'Using wildcards (*) in the action and the resource can be overly permissive because it allows ' +
    `iam:PassRole permissions on multiple resources. ${advice}`;
  return [warning('PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE', details, here, resource)];
}

function warning(code: string, details: string, path: Path, at: Located): Fault {
  return { type: 'SECURITY_WARNING', code, details, path, at };
}

function namesService(statement: Statement): boolean {
  const condition = statement.get('Condition');
  if (condition === undefined || !isMembers(condition.value)) return false;
  return [...condition.value.values()].some(
    ({ value }) =>
      isMembers(value) && [...value.keys()].some((key) => /^iam:passedtoservice$/i.test(key)),
  );
}

function textsIn({ value }: Located): readonly string[] {
  const all = isItems(value) ? value.map((item) => item.value) : [value];
  return all.filter((one) => typeof one === 'string');
}

function textOf({ value }: Located): string {
  return typeof value === 'object' ? '' : String(value);
}

function isMembers(value: Located['value']): value is ReadonlyMap<string, Located> {
  return value instanceof Map;
}

function isItems(value: Located['value']): value is readonly Located[] {
  return Array.isArray(value);
}
