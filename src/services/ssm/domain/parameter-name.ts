import { formatArn, parseArn, partitionOf } from '../../../core/arn.ts';
import type { Scope } from '../../../core/scope.ts';
import { accessDenied, tooManyLevels, validation } from '../errors.ts';

const LEVELS_MAX = 15;
/** Of the whole ARN. Source: Systems Manager User Guide, "Creating Systems Manager parameters". */
const ARN_CHARACTERS_MAX = 1_011;
const SEGMENT = /^[a-zA-Z0-9_.-]+$/;
export const PUBLIC_PREFIX = '/aws/service';
export const SECRET_PREFIX = '/aws/reference/secretsmanager/';

const HIERARCHY =
  'Parameter name: can\'t be prefixed with "ssm" (case-insensitive). If formed as a path, it can ' +
  'consist of sub-paths divided by slash symbol; each sub-path can be formed as a mix of letters, ' +
  'numbers and the following 3 symbols .-_';
const RESERVED = 'Parameter name: can\'t be prefixed with "aws" or "ssm" (case-insensitive).';

/** A parameter as a request names it. */
export interface ParameterReference {
  readonly scope: Scope;
  /** The name without its leading slash. */
  readonly id: string;
  /** A version's number or a label. */
  readonly selector?: string;
}

export function parameterArn(scope: Scope, id: string): string {
  return ssmArn(scope, `parameter/${id}`);
}

/** AWS's own parameters belong to no account. */
export function publicArn(region: string, name: string): string {
  return ssmArn({ account: '', region }, `parameter${name}`);
}

export function ssmArn(scope: Scope, resource: string): string {
  return formatArn({ partition: partitionOf(scope.region), service: 'ssm', ...scope, resource });
}

/** The name of a parameter that may be made, without spaces around it. Errors: AWS's, of each rule. */
export function newName(text: string, scope: Scope): string {
  const name = text.trim();
  if (name.length > 1 && name.endsWith('/')) throw endsWithSlash();
  const segments = segmentsOf(name);
  const first = (segments[0] ?? '').toLowerCase();
  if (name.startsWith('/')) {
    if (first.startsWith('aws')) {
      throw accessDenied(`No access to reserved parameter name: ${name}.`);
    }
    if (first.startsWith('ssm')) throw validation(HIERARCHY);
  } else {
    if (first.startsWith('aws') || first.startsWith('ssm')) throw validation(RESERVED);
    if (segments.length > 1) throw notQualified();
  }
  if (!segments.every((segment) => SEGMENT.test(segment))) throw validation(HIERARCHY);
  if (segments.length > LEVELS_MAX) throw tooManyLevels();
  const arn = parameterArn(scope, idOf(name));
  if (arn.length > ARN_CHARACTERS_MAX) {
    throw accessDenied(`User is not authorized to perform: ssm:PutParameter on resource: ${arn}`);
  }
  return name;
}

/** What a name, or the ARN of a parameter that may be another account's, refers to. Errors: ValidationException. */
export function parseReference(text: string, scope: Scope): ParameterReference {
  if (text.startsWith('arn:')) {
    const arn = parseArn(text);
    if (arn?.service !== 'ssm' || !arn.resource.startsWith('parameter/')) {
      throw validation(`Invalid parameter ARN: ${text}`);
    }
    const { account, region } = arn;
    return selected({ account, region }, arn.resource.slice('parameter/'.length));
  }
  const [name = ''] = text.split(':');
  if (name.length > 1 && name.endsWith('/')) throw endsWithSlash();
  if (name.includes('/') && !name.startsWith('/')) throw notQualified();
  return selected(scope, idOf(text));
}

function selected(scope: Scope, text: string): ParameterReference {
  const colon = text.indexOf(':');
  if (colon < 0) return { scope, id: text };
  return { scope, id: text.slice(0, colon), selector: text.slice(colon + 1) };
}

/** `/a` and `a` are one parameter. */
export function idOf(name: string): string {
  return name.startsWith('/') ? name.slice(1) : name;
}

export function isPublic(name: string): boolean {
  return name === PUBLIC_PREFIX || name.startsWith(`${PUBLIC_PREFIX}/`);
}

function segmentsOf(name: string): readonly string[] {
  return idOf(name).split('/');
}

function endsWithSlash() {
  return validation('Parameter name must not end with slash.');
}

function notQualified() {
  return validation('Parameter name must be a fully qualified name.');
}

const PATH =
  "The parameter doesn't meet the parameter name requirements. The parameter name must begin with " +
  'a forward slash "/". It can\'t be prefixed with "aws" or "ssm" (case-insensitive). It must use ' +
  'only letters, numbers, or the following symbols: . (period), - (hyphen), _ (underscore). ' +
  'Special characters are not allowed. All sub-paths, if specified, must use the forward slash ' +
  'symbol "/". Valid example: /get/parameters2-/by1./path0_.';

/** The id of a level of the hierarchy: `` of `/`, `a/b` of `/a/b/`. Errors: ValidationException. */
export function levelOf(path: string): string {
  if (!path.startsWith('/')) throw validation(PATH);
  const trimmed = path.length > 1 && path.endsWith('/') ? path.slice(1, -1) : path.slice(1);
  if (trimmed === '') return '';
  const segments = trimmed.split('/');
  const first = (segments[0] ?? '').toLowerCase();
  const isReserved = first.startsWith('aws') || first.startsWith('ssm');
  if (isReserved || !segments.every((segment) => SEGMENT.test(segment))) throw validation(PATH);
  if (segments.length > LEVELS_MAX) throw tooManyLevels();
  return trimmed;
}
