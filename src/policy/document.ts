import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import { parseOperatorName } from './conditions.ts';
import { PolicySyntaxError, SYNTAX_ERRORS } from './syntax-error.ts';
import type { PolicyVersion } from './types.ts';

/** A policy document of the right form, lists made uniform. What it says is not judged yet. */
export interface PolicyDocument {
  readonly version: PolicyVersion | undefined;
  readonly id: string | undefined;
  readonly statements: readonly StatementDocument[];
}

export interface StatementDocument {
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  /** False: the effect is right but for its case, which IAM's older parser refuses. */
  readonly effectExact: boolean;
  readonly action: NegatableList | undefined;
  readonly resource: NegatableList | undefined;
  readonly principal: PrincipalDocument | undefined;
  readonly conditions: readonly ConditionDocument[];
}

/** `Action` or `NotAction`, `Resource` or `NotResource`. */
export interface NegatableList {
  readonly negated: boolean;
  readonly values: readonly string[];
}

export interface PrincipalDocument {
  readonly negated: boolean;
  /** Values by kind; a bare `*` is `AWS: *`. */
  readonly kinds: ReadonlyMap<PrincipalKind, readonly string[]>;
}

export type PrincipalKind = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser';

export interface ConditionDocument {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

const EFFECTS: ReadonlyMap<string, 'Allow' | 'Deny'> = new Map([
  ['allow', 'Allow'],
  ['deny', 'Deny'],
]);
const TOP_ELEMENTS = new Set(['Version', 'Id', 'Statement']);
const STATEMENT_ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);
const PRINCIPAL_KINDS: ReadonlyMap<string, PrincipalKind> = new Map([
  ['AWS', 'AWS'],
  ['Service', 'Service'],
  ['Federated', 'Federated'],
  ['CanonicalUser', 'CanonicalUser'],
]);

/** Throws PolicySyntaxError when the JSON has not the form of a policy. */
export function readDocument(json: JsonValue): PolicyDocument {
  const document = objectOf(json, TOP_ELEMENTS);
  const statements = listOf(document['Statement']);
  if (statements.length === 0) fail();
  return {
    version: readVersion(document['Version']),
    id: optionalString(document['Id']),
    statements: statements.map(readStatement),
  };
}

function readVersion(value: JsonValue | undefined): PolicyVersion | undefined {
  if (value === undefined || value === '2012-10-17' || value === '2008-10-17') return value;
  return fail();
}

function readStatement(json: JsonValue): StatementDocument {
  const statement = objectOf(json, STATEMENT_ELEMENTS);
  const effectText = optionalString(statement['Effect']);
  const effect = EFFECTS.get(effectText?.toLowerCase() ?? '');
  if (effect === undefined) return fail();
  return {
    sid: optionalString(statement['Sid']),
    effect,
    effectExact: effect === effectText,
    action: readNegatable(statement, 'Action'),
    resource: readNegatable(statement, 'Resource'),
    principal: readPrincipal(statement),
    conditions: readConditions(statement['Condition']),
  };
}

function readNegatable(
  statement: JsonObject,
  element: 'Action' | 'Resource',
): NegatableList | undefined {
  const plain = statement[element];
  const negative = statement[`Not${element}`];
  if (plain !== undefined && negative !== undefined) fail();
  const value = plain ?? negative;
  if (value === undefined) return undefined;
  return { negated: plain === undefined, values: stringsOf(value) };
}

function readPrincipal(statement: JsonObject): PrincipalDocument | undefined {
  const plain = statement['Principal'];
  const negative = statement['NotPrincipal'];
  if (plain !== undefined && negative !== undefined) fail();
  const value = plain ?? negative;
  if (value === undefined) return undefined;
  const negated = plain === undefined;
  if (value === '*') return { negated, kinds: new Map([['AWS', ['*']]]) };
  if (!isJsonObject(value)) return fail();
  const kinds = new Map<PrincipalKind, readonly string[]>();
  for (const [name, values] of Object.entries(value)) {
    const kind = PRINCIPAL_KINDS.get(name);
    if (kind === undefined || values === undefined) return fail();
    kinds.set(kind, stringsOf(values));
  }
  return kinds.size === 0 ? fail() : { negated, kinds };
}

function readConditions(value: JsonValue | undefined): readonly ConditionDocument[] {
  if (value === undefined) return [];
  if (!isJsonObject(value)) return fail();
  return Object.entries(value).flatMap(([operator, keys]) => {
    if (!isJsonObject(keys)) return fail();
    const entries = Object.entries(keys);
    // IAM accepts an unknown operator without keys.
    if (entries.length > 0 && parseOperatorName(operator) === undefined) return fail();
    return entries.map(([key, values]) => {
      return { operator, key, values: listOf(values).map(conditionValue) };
    });
  });
}

function conditionValue(value: JsonValue): string {
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' || typeof value === 'number' ? String(value) : fail();
}

function objectOf(value: JsonValue, elements: ReadonlySet<string>): JsonObject {
  if (!isJsonObject(value)) return fail();
  return Object.keys(value).every((name) => elements.has(name)) ? value : fail();
}

/** One value stands for a list of one. */
function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined || value === null) return fail();
  if (typeof value !== 'object' || isJsonObject(value)) return [value];
  return value;
}

function stringsOf(value: JsonValue): readonly string[] {
  return listOf(value).map((entry) => (typeof entry === 'string' ? entry : fail()));
}

function optionalString(value: JsonValue | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : fail();
}

function fail(): never {
  throw new PolicySyntaxError(SYNTAX_ERRORS);
}
