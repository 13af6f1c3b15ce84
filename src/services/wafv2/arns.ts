import type { Scope as WafScope } from '../../../models/wafv2/types.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';

/** Where everything of CloudFront's scope lives. */
export const GLOBAL_REGION = 'us-east-1';

export type ItemType = 'webacl' | 'rulegroup' | 'ipset' | 'regexpatternset' | 'managedruleset';

const TYPES: ReadonlyMap<string, ItemType> = new Map([
  ['webacl', 'webacl'],
  ['rulegroup', 'rulegroup'],
  ['ipset', 'ipset'],
  ['regexpatternset', 'regexpatternset'],
]);

/** What an item's ARN says of it. */
export interface ItemName {
  readonly type: ItemType;
  readonly scope: Scope;
  readonly wafScope: WafScope;
  readonly name: string;
  readonly id: string;
}

/** `arn:aws:wafv2:eu-west-1:123456789012:regional/ipset/name/id`. */
export function itemArn({ type, scope, wafScope, name, id }: ItemName): string {
  const level = wafScope === 'CLOUDFRONT' ? 'global' : 'regional';
  return formatArn({
    partition: partitionOf(scope.region),
    service: 'wafv2',
    ...scope,
    resource: `${level}/${type}/${name}/${id}`,
  });
}

/** Undefined: the text is no ARN of an item. */
export function parseItemArn(text: string): ItemName | undefined {
  const arn = parseArn(text);
  const [level, typeName = '', name = '', id = '', more] = arn?.resource.split('/') ?? [];
  const type = TYPES.get(typeName);
  if (arn?.service !== 'wafv2' || type === undefined || name === '' || id === '') return undefined;
  if (more !== undefined || (level !== 'regional' && level !== 'global')) return undefined;
  if (level === 'global' && arn.region !== GLOBAL_REGION) return undefined;
  const item: ItemName = {
    type,
    scope: { account: arn.account, region: arn.region },
    wafScope: level === 'global' ? 'CLOUDFRONT' : 'REGIONAL',
    name,
    id,
  };
  // One item has one ARN: under another one it would be used where nobody sees that it is.
  return itemArn(item) === text ? item : undefined;
}

/** An item's document id: its name is unique in its scope. */
export function itemKey({ wafScope, name }: Pick<ItemName, 'wafScope' | 'name'>): string {
  return `${wafScope} ${name}`;
}

/** What the labels of an item's own rules begin with: `awswaf:123456789012:webacl:name:`. */
export function labelNamespace({ type, scope, name }: ItemName): string {
  return `awswaf:${scope.account}:${type}:${name}:`;
}
