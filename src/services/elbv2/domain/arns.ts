import { formatArn, parseArn, partitionOf } from '../../../core/arn.ts';
import type { Scope } from '../../../core/scope.ts';

/** What ARNs of the service name. */
export type Noun = 'loadbalancer' | 'listener' | 'listener-rule' | 'targetgroup';

export interface Named {
  readonly noun: Noun;
  readonly scope: Scope;
  /** What stands behind the noun: `app/name/50dc6c495c0c9188`. */
  readonly parts: readonly string[];
}

const PARTS: ReadonlyMap<string, { readonly noun: Noun; readonly count: number }> = new Map([
  ['loadbalancer', { noun: 'loadbalancer', count: 3 }],
  ['listener', { noun: 'listener', count: 4 }],
  ['listener-rule', { noun: 'listener-rule', count: 5 }],
  ['targetgroup', { noun: 'targetgroup', count: 2 }],
]);

/** Undefined: it is no ARN of the service. */
export function namedBy(arn: string): Named | undefined {
  const parsed = parseArn(arn);
  if (parsed?.service !== 'elasticloadbalancing') return undefined;
  const [noun = '', ...parts] = parsed.resource.split('/');
  const kind = PARTS.get(noun);
  if (kind === undefined || parts.length !== kind.count) return undefined;
  const { account, region } = parsed;
  return { noun: kind.noun, scope: { account, region }, parts };
}

export function arnOf(scope: Scope, noun: Noun, parts: readonly string[]): string {
  const partition = partitionOf(scope.region);
  const resource = [noun, ...parts].join('/');
  return formatArn({ partition, service: 'elasticloadbalancing', ...scope, resource });
}

/** What a part of something will be called, its id unknown: listeners of a load balancer, rules of a listener. */
export function partArn(owner: string, noun: 'listener' | 'listener-rule'): string {
  const named = namedBy(owner);
  return named === undefined ? owner : arnOf(named.scope, noun, [...named.parts, '*']);
}
