import type { RuleCondition } from '../../../models/elbv2/types.ts';
import { blockOf, valuesOf } from './domain/conditions.ts';
import { unbuilt, validationError } from './errors.ts';

const VALUES_MAX = 5;
const VALUE_CHARACTERS_MAX = 128;
const WILDCARDS_MAX = 6;

const CONFIG: ReadonlyMap<string, keyof RuleCondition> = new Map([
  ['host-header', 'HostHeaderConfig'],
  ['path-pattern', 'PathPatternConfig'],
  ['http-header', 'HttpHeaderConfig'],
  ['http-request-method', 'HttpRequestMethodConfig'],
  ['query-string', 'QueryStringConfig'],
  ['source-ip', 'SourceIpConfig'],
]);
/** At most one of each in a rule. */
const SINGLE: ReadonlySet<string> = new Set([
  'host-header',
  'path-pattern',
  'http-request-method',
  'source-ip',
]);

/** Conditions as they are kept, in both of their forms. Errors: AWS's. */
export function conditionsOf(
  given: readonly RuleCondition[],
  operation: string,
): readonly RuleCondition[] {
  if (given.length === 0) throw validationError('A condition must be specified');
  const fields = given.map(({ Field }) => Field ?? '');
  const twice = fields.find((field, at) => SINGLE.has(field) && fields.indexOf(field) !== at);
  if (twice !== undefined) throw validationError(`A rule can only have one '${twice}' condition`);
  const all = given.map((condition) => conditionOf(condition, operation));
  const count = all.reduce((sum, one) => sum + countOf(one), 0);
  if (count > VALUES_MAX) {
    throw validationError(`A rule can only have '${VALUES_MAX}' condition values`);
  }
  const wildcards = all.flatMap(valuesOf).join('').replaceAll(/[^*?]/g, '').length;
  if (wildcards > WILDCARDS_MAX) {
    throw validationError(`A rule can only have '${WILDCARDS_MAX}' condition wildcards`);
  }
  return all;
}

function countOf(condition: RuleCondition): number {
  return condition.QueryStringConfig?.Values?.length ?? valuesOf(condition).length;
}

function conditionOf(condition: RuleCondition, operation: string): RuleCondition {
  const { Field = '' } = condition;
  const config = CONFIG.get(Field);
  if (config === undefined) {
    throw validationError(
      `Condition field '${Field}' must be one of '[${[...CONFIG.keys()].join(', ')}]'`,
    );
  }
  if (JSON.stringify(condition).includes('"RegexValues":["')) {
    throw unbuilt(operation, 'regular expressions in conditions');
  }
  const values = valuesOf(condition);
  if (countOf(condition) === 0) throw validationError('A condition value must be specified');
  const long = values.find((value) => value.length > VALUE_CHARACTERS_MAX);
  if (long !== undefined) {
    throw validationError(
      `Condition value '${long}' cannot be longer than '${VALUE_CHARACTERS_MAX}' characters`,
    );
  }
  requireValues(condition, values);
  if (Field === 'host-header' || Field === 'path-pattern') {
    return { Field, Values: values, [config]: { Values: values } };
  }
  const kept = condition[config];
  return { Field, [config]: kept ?? { Values: values } };
}

function requireValues(
  { Field, HttpHeaderConfig }: RuleCondition,
  values: readonly string[],
): void {
  if (Field === 'source-ip') {
    const wrong = values.find((value) => blockOf(value) === undefined);
    if (wrong !== undefined)
      throw validationError(`Condition value '${wrong}' is not a valid CIDR block`);
  }
  if (Field === 'http-request-method') {
    const wrong = values.find((value) => !/^[A-Z_-]{1,40}$/.test(value));
    if (wrong !== undefined)
      throw validationError(`Condition value '${wrong}' is not a valid method`);
  }
  if (Field === 'http-header') {
    const name = HttpHeaderConfig?.HttpHeaderName ?? '';
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}$/.test(name)) {
      throw validationError(`HTTP header name '${name}' is not valid`);
    }
    if (name.toLowerCase() === 'host') {
      throw validationError(
        "The HTTP header name 'Host' must be given in a 'host-header' condition",
      );
    }
  }
}
