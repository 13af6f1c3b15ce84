import { judged, type ManagedRule } from '../evaluating/managed-rule.ts';
import { objectsAt, textAt } from '../evaluating/reading.ts';
import type { Item } from '../state.ts';

const common = { types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'], trigger: 'change' } as const;

function isApplication({ configuration }: Item): boolean {
  return textAt(configuration, 'type') === 'application';
}

function attributeOf({ supplementary }: Item, key: string): string | undefined {
  const attributes = objectsAt(supplementary, 'LoadBalancerAttributes');
  return textAt(
    attributes.find((one) => textAt(one, 'key') === key),
    'value',
  );
}

export const loadBalancerRules: readonly ManagedRule[] = [
  {
    ...common,
    kind: 'resource',
    identifier: 'ALB_WAF_ENABLED',
    parameters: { wafWebAclIds: {} },
    judge: (item, { wafWebAclIds }) => {
      if (!isApplication(item)) return undefined;
      const acl = textAt(item.supplementary, 'WebACL');
      const isListed = wafWebAclIds === undefined || wafWebAclIds.split(',').includes(acl ?? '');
      return judged(acl !== undefined && isListed, 'No web ACL protects the load balancer.');
    },
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'ALB_HTTP_DROP_INVALID_HEADER_ENABLED',
    judge: (item) =>
      isApplication(item)
        ? judged(
            attributeOf(item, 'routing.http.drop_invalid_header_fields.enabled') === 'true',
            'The load balancer passes on invalid headers.',
          )
        : undefined,
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'ELB_DELETION_PROTECTION_ENABLED',
    judge: (item) =>
      judged(
        attributeOf(item, 'deletion_protection.enabled') === 'true',
        'The load balancer may be deleted at once.',
      ),
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'ELB_LOGGING_ENABLED',
    parameters: { s3BucketNames: {} },
    judge: (item, { s3BucketNames }) => {
      const isOn = attributeOf(item, 'access_logs.s3.enabled') === 'true';
      const bucket = attributeOf(item, 'access_logs.s3.bucket') ?? '';
      const isListed = s3BucketNames === undefined || s3BucketNames.split(',').includes(bucket);
      return judged(isOn && isListed, 'The load balancer writes no access logs.');
    },
  },
];
