import type { Label, LabelMatchStatement } from '../../../../models/wafv2/types.ts';
import { BAD_FORMAT, invalidParameter, TOO_MUCH } from '../errors.ts';

const RESERVED: ReadonlySet<string> = new Set([
  'awswaf',
  'aws',
  'waf',
  'rulegroup',
  'webacl',
  'regexpatternset',
  'ipset',
  'managed',
]);
const NAMESPACES_MAX = 5;
const PART_CHARACTERS_MAX = 128;

/** Labels that a rule adds. Errors: WAFInvalidParameterException. */
export function checkLabels(labels: readonly Label[]): void {
  for (const { Name } of labels) {
    const parts = Name.split(':');
    if (parts.some((part) => part === '' || RESERVED.has(part.toLowerCase()))) {
      throw invalidParameter(BAD_FORMAT, 'RULE', Name);
    }
    const isLong = parts.some((part) => part.length > PART_CHARACTERS_MAX);
    if (parts.length > NAMESPACES_MAX + 1 || isLong) throw invalidParameter(TOO_MUCH, 'RULE', Name);
  }
}

/** A namespace ends with a colon, and a label does not. */
export function checkLabelMatch({ Scope, Key }: LabelMatchStatement): void {
  if (Key.endsWith(':') !== (Scope === 'NAMESPACE')) {
    throw invalidParameter(BAD_FORMAT, 'LABEL_MATCH_STATEMENT', Key);
  }
}
