import type {
  Action,
  MutualAuthenticationAttributes,
  ProtocolEnum,
  RuleCondition,
  RuleTransform,
  TargetHealthReasonEnum,
} from '../../../models/elbv2/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope, ScopeKind } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

export interface LoadBalancerDocument {
  readonly name: string;
  readonly arn: string;
  /** 16 hexadecimal digits. */
  readonly id: string;
  readonly scope: Scope;
  readonly scheme: 'internet-facing' | 'internal';
  readonly dnsName: string;
  readonly created: Instant;
  readonly vpcId: string;
  readonly zones: readonly { readonly zone: string; readonly subnetId: string }[];
  readonly securityGroups: readonly string[];
  /** As they were set; what is not there has its default. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Tags;
}

export interface RuleDocument {
  readonly arn: string;
  /** 1 to 50,000. */
  readonly priority: number;
  readonly conditions: readonly RuleCondition[];
  readonly actions: readonly Action[];
  readonly transforms: readonly RuleTransform[];
  readonly tags: Tags;
}

/** With its rules: a request reads one document to be routed. */
export interface ListenerDocument {
  readonly arn: string;
  readonly id: string;
  readonly loadBalancerArn: string;
  readonly loadBalancerName: string;
  readonly port: number;
  readonly protocol: ProtocolEnum;
  /** The default one first. */
  readonly certificates: readonly string[];
  readonly sslPolicy: string | undefined;
  readonly mutualAuthentication: MutualAuthenticationAttributes | undefined;
  readonly defaultRuleArn: string;
  readonly defaultActions: readonly Action[];
  /** By priority. */
  readonly rules: readonly RuleDocument[];
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Tags;
}

export interface TargetGroupDocument {
  readonly name: string;
  readonly arn: string;
  readonly id: string;
  readonly scope: Scope;
  readonly targetType: 'instance' | 'ip' | 'lambda';
  readonly protocol: ProtocolEnum | undefined;
  readonly protocolVersion: string | undefined;
  readonly port: number | undefined;
  readonly vpcId: string | undefined;
  readonly healthCheck: HealthCheck;
  readonly attributes: Readonly<Record<string, string>>;
  readonly tags: Tags;
}

export interface HealthCheck {
  readonly enabled: boolean;
  readonly protocol: ProtocolEnum | undefined;
  /** `traffic-port`, or a number. */
  readonly port: string;
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
  /** `200`, `200-299,301`. */
  readonly matcher: string;
}

export interface TargetDocument {
  /** An address, an instance's id, a function's ARN. */
  readonly id: string;
  /** Undefined for functions. */
  readonly port: number | undefined;
  readonly zone: string | undefined;
  readonly state: 'initial' | 'healthy' | 'unhealthy' | 'draining';
  readonly reason: TargetHealthReasonEnum | undefined;
  readonly description: string | undefined;
  /** Checks in a row that went well, or badly. */
  readonly passes: number;
  readonly failures: number;
  /** When a target that is on its way out is gone. */
  readonly drained?: Instant;
}

/** What makes a target one of a group. */
export function targetKey({ id, port }: Pick<TargetDocument, 'id' | 'port'>): string {
  return `${id}:${port ?? ''}`;
}

/** The targets of a group, by the group's id. */
export interface TargetSet {
  readonly targets: readonly TargetDocument[];
}

/** A load balancer that clients find by its name. */
export interface SiteDocument {
  readonly scope: Scope;
  readonly loadBalancerName: string;
  readonly ports: readonly SitePort[];
}

export interface SitePort {
  readonly port: number;
  readonly protocol: ProtocolEnum;
  /** Names of others' that lead here, by a rule or a certificate: `app.example.com`, `*.example.com`. */
  readonly names: readonly string[];
}

/** What every load balancer at a port is found by, and the one that a name leads to there. */
export const siteKeys = {
  port: (port: number) => `${port}/`,
  name: (name: string, port: number) => `${name}/${port}/`,
};

function collection<T extends object>(
  name: string,
  indexes: Collection<T>['indexes'] = {},
  scope: ScopeKind = 'regional',
): Collection<T> {
  return {
    name: `elasticloadbalancing.${name}`,
    scope,
    sealed: false,
    shape: 1,
    upgrades: {},
    indexes,
  };
}

/** By name. */
export const loadBalancers = collection<LoadBalancerDocument>('loadBalancer');

export function listenerKey(loadBalancerName: string, port: number): string {
  return `${loadBalancerName}/${String(port).padStart(5, '0')}`;
}

/** By `listenerKey`. */
export const listeners = collection<ListenerDocument>('listener', {
  id: ({ id }) => [id],
  targetGroup: (listener) => targetGroupsOf(listener),
});

/** By name. */
export const targetGroups = collection<TargetGroupDocument>('targetGroup');

/** By the group's id. */
export const targetSets = collection<TargetSet>('targets');

/** By DNS name, of all accounts and Regions. */
export const sites = collection<SiteDocument>(
  'site',
  {
    port: ({ ports }) => ports.map(({ port }) => siteKeys.port(port)),
    name: ({ ports }) =>
      ports.flatMap(({ port, names }) => names.map((name) => siteKeys.name(name, port))),
  },
  'global',
);

/** ARNs of the target groups that actions of a listener forward to, each once. */
export function targetGroupsOf({
  defaultActions,
  rules,
}: Pick<ListenerDocument, 'defaultActions' | 'rules'>): readonly string[] {
  const actions = [...defaultActions, ...rules.flatMap((rule) => rule.actions)];
  return [...new Set(actions.flatMap(forwardedTo).map(({ arn }) => arn))];
}

export interface WeightedGroup {
  readonly arn: string;
  readonly weight: number;
}

/** Where a forward action leads; nowhere for the others. */
export function forwardedTo({
  Type,
  TargetGroupArn,
  ForwardConfig,
}: Action): readonly WeightedGroup[] {
  if (Type !== 'forward') return [];
  const tuples = ForwardConfig?.TargetGroups ?? [{ TargetGroupArn }];
  return tuples.flatMap(({ TargetGroupArn: arn, Weight: weight = 1 }) =>
    arn === undefined ? [] : [{ arn, weight }],
  );
}
