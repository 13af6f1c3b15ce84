import type { LabelMatchStatement } from '../../../models/wafv2/types.ts';
import type { Building, Matcher } from './matching.ts';

/**
 * LabelMatch: a label that an earlier rule added. A key that begins with `awswaf:` is a whole label (LABEL) or the beginning of
 * one (NAMESPACE); any other is looked for among the labels of the rule's own web ACL or group, as their last components
 * (LABEL) or among their namespaces (NAMESPACE). Case matters. Linear in the labels, which are few.
 */
export function labelMatch({ Scope, Key }: LabelMatchStatement, building: Building): Matcher {
  const test = Scope === 'LABEL' ? labelTest(Key, building) : namespaceTest(Key, building);
  return ({ labels }) => labels.filter(test).length > 0;
}

function labelTest(key: string, { labelPrefix }: Building): (label: string) => boolean {
  if (key.startsWith('awswaf:')) return (label) => label === key;
  const tail = `:${key}`;
  return (label) => label.startsWith(labelPrefix) && label.endsWith(tail);
}

/** Whether a label stands in a namespace, which ends in a colon. */
export function namespaceTest(key: string, { labelPrefix }: Building): (label: string) => boolean {
  if (key.startsWith('awswaf:')) return (label) => label.startsWith(key);
  const inner = `:${key}`;
  return (label) =>
    label.startsWith(labelPrefix) && label.slice(labelPrefix.length - 1).includes(inner);
}
