import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { unbuilt, validation } from '../errors.ts';
import type { Template } from './template.ts';

type Parameter = (name: string) => JsonValue | undefined;

const DEPTH_MAX = 100;

/**
 * Holds the values of parameters against a template's rules. Errors: ValidationError with an assertion's own text;
 * NotImplementedException for functions that ask about the account.
 */
export function assertRules(
  operation: string,
  { rules }: Pick<Template, 'rules'>,
  parameter: Parameter,
): void {
  for (const [name, { RuleCondition, Assertions }] of rules) {
    const rule = new Rule(operation, name, parameter);
    if (!Array.isArray(Assertions)) throw rule.malformed('requires a list of Assertions');
    if (RuleCondition !== undefined && !rule.holds(RuleCondition, 0)) continue;
    for (const assertion of Assertions) {
      const { Assert, AssertDescription }: JsonObject = isJsonObject(assertion) ? assertion : {};
      if (Assert === undefined) throw rule.malformed('has an assertion without Assert');
      if (rule.holds(Assert, 0)) continue;
      const said = typeof AssertDescription === 'string' ? AssertDescription : undefined;
      throw validation(said ?? `The parameters do not satisfy the rule ${name}`);
    }
  }
}

class Rule {
  readonly #operation: string;
  readonly #name: string;
  readonly #parameter: Parameter;

  constructor(operation: string, name: string, parameter: Parameter) {
    this.#operation = operation;
    this.#name = name;
    this.#parameter = parameter;
  }

  malformed(what: string) {
    return validation(`Template format error: the rule ${this.#name} ${what}`);
  }

  holds(value: JsonValue, depth: number): boolean {
    if (depth > DEPTH_MAX) throw this.malformed('is nested too deep');
    const [[name, inner] = ['', null], ...more] = isJsonObject(value) ? Object.entries(value) : [];
    const parts: readonly JsonValue[] = Array.isArray(inner) ? inner : [];
    if (more.length > 0) throw this.malformed('has an assertion that is no function');
    const each = (part: JsonValue): boolean => this.holds(part, depth + 1);
    switch (name) {
      case 'Fn::And':
        return parts.every(each);
      case 'Fn::Or':
        return parts.some(each);
      case 'Fn::Not':
        return !parts.every(each);
      case 'Fn::Equals': {
        const [one, other] = this.#pair(parts, name);
        return JSON.stringify(one) === JSON.stringify(other);
      }
      case 'Fn::Contains':
      case 'Fn::EachMemberIn': {
        const [one, other] = this.#pair(parts, name);
        return name === 'Fn::Contains'
          ? one.includes(other[0] ?? '')
          : one.every((text) => other.includes(text));
      }
      case 'Fn::EachMemberEquals': {
        const [one, other] = this.#pair(parts, name);
        return one.every((text) => text === other[0]);
      }
      case 'Fn::RefAll':
      case 'Fn::ValueOf':
      case 'Fn::ValueOfAll':
        throw unbuilt(this.#operation, `the rule function ${name}`);
      default:
        throw this.malformed('has an assertion that is no rule function');
    }
  }

  #pair(
    parts: readonly JsonValue[],
    name: string,
  ): readonly [readonly string[], readonly string[]] {
    const [one, other] = parts;
    if (one === undefined || other === undefined || parts.length !== 2) {
      throw this.malformed(`requires two arguments of ${name}`);
    }
    return [this.#texts(one), this.#texts(other)];
  }

  #texts(value: JsonValue): readonly string[] {
    if (Array.isArray(value)) return value.flatMap((one: JsonValue) => this.#texts(one));
    if (!isJsonObject(value)) return [String(value)];
    const [[name, inner] = ['', null]] = Object.entries(value);
    if (name.startsWith('Fn::')) throw unbuilt(this.#operation, `${name} within a rule`);
    const found = name === 'Ref' ? this.#parameter(String(inner)) : undefined;
    if (found === undefined) throw this.malformed(`names no parameter: ${String(inner)}`);
    return Array.isArray(found) ? found.map(String) : [String(found)];
  }
}
