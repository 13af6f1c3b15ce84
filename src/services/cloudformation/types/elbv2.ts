import type { JsonObject } from '../../../core/json.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { listOf, objectOf, picked, textOf, textsOf, without } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Changing, Made, ResourceType, Waiting, Work } from './resource-type.ts';
import { changeTags, type TagOperations } from './tags.ts';

const NAME_MAX = 32;
const LOOK_MS = 2 * SECOND_MS;

const TAGS: TagOperations = {
  service: 'elbv2',
  tag: 'AddTags',
  untag: 'RemoveTags',
  target: (arn) => ({ ResourceArns: [arn] }),
  tags: (Tags) => ({ Tags }),
  keys: (TagKeys) => ({ TagKeys }),
};

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('elbv2', operation, input);
}

function tagged(work: Work, properties: JsonObject): JsonObject {
  const Tags = work.tags(properties['Tags']);
  return Tags.length === 0 ? {} : { Tags };
}

/** What comes after `loadbalancer/` or `listener/` of an ARN: metrics know it by that. */
function fullName(arn: string, kind: string): string {
  const resource = arn.split(':').at(-1) ?? '';
  return kind === '' ? resource : resource.slice(kind.length + 1);
}

/** Attributes by key, where a template gives any. */
async function setAttributes(
  work: Work,
  properties: JsonObject,
  member: string,
  [operation, target]: readonly [operation: string, target: JsonObject],
): Promise<void> {
  const Attributes = listOf(properties[member]);
  if (Attributes.length > 0) await call(work, operation, { ...target, Attributes });
}

const BALANCER = ['IpAddressType', 'Scheme', 'SecurityGroups', 'SubnetMappings', 'Subnets', 'Type'];

const loadBalancer: ResourceType = {
  name: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  needs: 'elbv2:CreateLoadBalancer',
  handles: `${BALANCER.join(' ')} LoadBalancerAttributes Name Tags`,
  create: async (work, properties) => {
    const { LoadBalancers } = await call(work, 'CreateLoadBalancer', {
      Name: textOf(properties['Name']) ?? work.name(NAME_MAX),
      ...picked(properties, ...BALANCER),
      ...tagged(work, properties),
    });
    const { LoadBalancerArn } = objectOf(listOf(LoadBalancers)[0]);
    const id = String(LoadBalancerArn);
    work.holds(id);
    const target = { LoadBalancerArn: id };
    const operation = ['ModifyLoadBalancerAttributes', target] as const;
    await setAttributes(work, properties, 'LoadBalancerAttributes', operation);
    return { id, waits: { notes: {}, ms: 0 } };
  },
  update: changeBalancer,
  delete: async (work, { id: LoadBalancerArn }) => {
    await work.attempt('elbv2', 'DeleteLoadBalancer', { LoadBalancerArn });
    return undefined;
  },
  check: checkBalancer,
};

async function changeBalancer(work: Work, change: Changing): Promise<Made> {
  const { id: LoadBalancerArn, properties, changed, attributes } = change;
  const differs = (...names: readonly string[]): boolean =>
    names.some((name) => changed.includes(name));
  if (differs('Subnets', 'SubnetMappings')) {
    const subnets = picked(properties, 'Subnets', 'SubnetMappings');
    await call(work, 'SetSubnets', { LoadBalancerArn, ...subnets });
  }
  if (differs('SecurityGroups')) {
    const SecurityGroups = properties['SecurityGroups'] ?? [];
    await call(work, 'SetSecurityGroups', { LoadBalancerArn, SecurityGroups });
  }
  if (differs('IpAddressType')) {
    const IpAddressType = properties['IpAddressType'] ?? 'ipv4';
    await call(work, 'SetIpAddressType', { LoadBalancerArn, IpAddressType });
  }
  if (differs('LoadBalancerAttributes')) {
    const operation = ['ModifyLoadBalancerAttributes', { LoadBalancerArn }] as const;
    await setAttributes(work, properties, 'LoadBalancerAttributes', operation);
  }
  await changeTags(work, change, LoadBalancerArn, TAGS);
  return { id: LoadBalancerArn, attributes, waits: { notes: {}, ms: 0 } };
}

async function checkBalancer(work: Work, { id, attributes }: Waiting): Promise<Made> {
  const { LoadBalancers } = await call(work, 'DescribeLoadBalancers', { LoadBalancerArns: [id] });
  const found = objectOf(listOf(LoadBalancers)[0]);
  const { DNSName, CanonicalHostedZoneId, LoadBalancerName, SecurityGroups = [], State } = found;
  const { Code } = objectOf(State);
  if (Code === 'failed') throw new PlainFailure(`The load balancer ${id} failed.`);
  if (Code === 'provisioning') return { id, attributes, waits: { notes: {}, ms: LOOK_MS } };
  return {
    id,
    attributes: {
      LoadBalancerArn: id,
      DNSName,
      CanonicalHostedZoneID: CanonicalHostedZoneId,
      LoadBalancerName,
      LoadBalancerFullName: fullName(id, 'loadbalancer'),
      SecurityGroups,
    },
  };
}

const HEALTH = [
  'HealthCheckEnabled',
  'HealthCheckIntervalSeconds',
  'HealthCheckPath',
  'HealthCheckPort',
  'HealthCheckProtocol',
  'HealthCheckTimeoutSeconds',
  'HealthyThresholdCount',
  'Matcher',
  'UnhealthyThresholdCount',
] as const;
const GROUP = [
  'IpAddressType',
  'Port',
  'Protocol',
  'ProtocolVersion',
  'TargetControlPort',
  'TargetType',
  'VpcId',
] as const;

const targetGroup: ResourceType = {
  name: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  needs: 'elbv2:CreateTargetGroup',
  handles: [...HEALTH, ...GROUP, 'Name', 'Tags', 'TargetGroupAttributes', 'Targets'].join(' '),
  create: async (work, properties) => {
    const { TargetGroups } = await call(work, 'CreateTargetGroup', {
      Name: textOf(properties['Name']) ?? work.name(NAME_MAX),
      ...picked(properties, ...GROUP, ...HEALTH),
      ...tagged(work, properties),
    });
    const { TargetGroupArn, TargetGroupName } = objectOf(listOf(TargetGroups)[0]);
    const id = String(TargetGroupArn);
    work.holds(id);
    const operation = ['ModifyTargetGroupAttributes', { TargetGroupArn: id }] as const;
    await setAttributes(work, properties, 'TargetGroupAttributes', operation);
    const Targets = listOf(properties['Targets']);
    if (Targets.length > 0) await call(work, 'RegisterTargets', { TargetGroupArn: id, Targets });
    const TargetGroupFullName = fullName(id, '');
    const own = { TargetGroupArn: id, TargetGroupName, TargetGroupFullName };
    return { id, attributes: { ...own, LoadBalancerArns: [] } };
  },
  replaces: ({ changed }) => changed.includes('TargetControlPort'),
  update: changeGroup,
  delete: async (work, { id: TargetGroupArn }) => {
    await work.attempt('elbv2', 'DeleteTargetGroup', { TargetGroupArn });
    return undefined;
  },
};

async function changeGroup(work: Work, change: Changing): Promise<Made> {
  const { id: TargetGroupArn, before, properties, changed, attributes } = change;
  const health = HEALTH.filter((name) => changed.includes(name));
  if (health.length > 0) {
    await call(work, 'ModifyTargetGroup', { TargetGroupArn, ...picked(properties, ...health) });
  }
  if (changed.includes('TargetGroupAttributes')) {
    const operation = ['ModifyTargetGroupAttributes', { TargetGroupArn }] as const;
    await setAttributes(work, properties, 'TargetGroupAttributes', operation);
  }
  if (changed.includes('Targets')) {
    const [had, wanted] = [targetTexts(before), targetTexts(properties)];
    const gone = without(had, wanted).map(parsed);
    const fresh = without(wanted, had).map(parsed);
    if (gone.length > 0) await call(work, 'DeregisterTargets', { TargetGroupArn, Targets: gone });
    if (fresh.length > 0) await call(work, 'RegisterTargets', { TargetGroupArn, Targets: fresh });
  }
  await changeTags(work, change, TargetGroupArn, TAGS);
  const { TargetGroups } = await call(work, 'DescribeTargetGroups', {
    TargetGroupArns: [TargetGroupArn],
  });
  const { LoadBalancerArns = [] } = objectOf(listOf(TargetGroups)[0]);
  return { id: TargetGroupArn, attributes: { ...attributes, LoadBalancerArns } };
}

/** Targets as texts that are alike when the targets are. */
function targetTexts(properties: JsonObject): readonly string[] {
  return listOf(properties['Targets']).map((one) =>
    JSON.stringify(picked(objectOf(one), 'Id', 'Port', 'AvailabilityZone', 'QuicServerId')),
  );
}

function parsed(text: string): JsonObject {
  const value: JsonObject = JSON.parse(text);
  return value;
}

const LISTENER = [
  'AlpnPolicy',
  'Certificates',
  'DefaultActions',
  'MutualAuthentication',
  'Port',
  'Protocol',
  'SslPolicy',
] as const;

const listener: ResourceType = {
  name: 'AWS::ElasticLoadBalancingV2::Listener',
  needs: 'elbv2:CreateListener',
  handles: `${LISTENER.join(' ')} ListenerAttributes LoadBalancerArn Tags`,
  create: async (work, properties) => {
    const { Listeners } = await call(work, 'CreateListener', {
      ...picked(properties, ...LISTENER, 'LoadBalancerArn'),
      ...tagged(work, properties),
    });
    const id = String(objectOf(listOf(Listeners)[0])['ListenerArn']);
    work.holds(id);
    const operation = ['ModifyListenerAttributes', { ListenerArn: id }] as const;
    await setAttributes(work, properties, 'ListenerAttributes', operation);
    return { id, attributes: { ListenerArn: id } };
  },
  update: async (work, change) => {
    const { id: ListenerArn, properties, changed, attributes } = change;
    const terms = LISTENER.filter((name) => changed.includes(name));
    if (terms.length > 0) {
      await call(work, 'ModifyListener', { ListenerArn, ...picked(properties, ...terms) });
    }
    if (changed.includes('ListenerAttributes')) {
      const operation = ['ModifyListenerAttributes', { ListenerArn }] as const;
      await setAttributes(work, properties, 'ListenerAttributes', operation);
    }
    await changeTags(work, change, ListenerArn, TAGS);
    return { id: ListenerArn, attributes };
  },
  delete: async (work, { id: ListenerArn }) => {
    await work.attempt('elbv2', 'DeleteListener', { ListenerArn });
    return undefined;
  },
};

const RULE = ['Actions', 'Conditions', 'Transforms'] as const;

const listenerRule: ResourceType = {
  name: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  needs: 'elbv2:CreateRule',
  handles: `${RULE.join(' ')} ListenerArn Priority Tags`,
  create: async (work, properties) => {
    const { Rules } = await call(work, 'CreateRule', {
      ...picked(properties, ...RULE, 'ListenerArn', 'Priority'),
      ...tagged(work, properties),
    });
    const { RuleArn, IsDefault } = objectOf(listOf(Rules)[0]);
    const id = String(RuleArn);
    return { id, attributes: { RuleArn: id, IsDefault } };
  },
  update: async (work, change) => {
    const { id: RuleArn, properties, changed, attributes } = change;
    const terms = RULE.filter((name) => changed.includes(name));
    if (terms.length > 0) {
      await call(work, 'ModifyRule', { RuleArn, ...picked(properties, ...terms) });
    }
    if (changed.includes('Priority')) {
      const { Priority } = properties;
      await call(work, 'SetRulePriorities', { RulePriorities: [{ RuleArn, Priority }] });
    }
    await changeTags(work, change, RuleArn, TAGS);
    return { id: RuleArn, attributes };
  },
  delete: async (work, { id: RuleArn }) => {
    await work.attempt('elbv2', 'DeleteRule', { RuleArn });
    return undefined;
  },
};

const CERTIFICATES_NAME_MAX = 255;

function certificateArns(properties: JsonObject): readonly string[] {
  const list = listOf(properties['Certificates']).map((one) => objectOf(one)['CertificateArn']);
  return textsOf(list.filter((arn) => arn !== undefined));
}

function certificates(arns: readonly string[]): JsonObject[] {
  return arns.map((CertificateArn) => ({ CertificateArn }));
}

const listenerCertificate: ResourceType = {
  name: 'AWS::ElasticLoadBalancingV2::ListenerCertificate',
  needs: 'elbv2:AddListenerCertificates',
  handles: 'Certificates ListenerArn',
  create: async (work, properties) => {
    const { ListenerArn } = properties;
    const Certificates = certificates(certificateArns(properties));
    await call(work, 'AddListenerCertificates', { ListenerArn, Certificates });
    const id = work.name(CERTIFICATES_NAME_MAX);
    return { id, attributes: { Id: id } };
  },
  update: async (work, { id, before, properties, attributes }) => {
    const { ListenerArn } = properties;
    const [had, wanted] = [certificateArns(before), certificateArns(properties)];
    const fresh = certificates(without(wanted, had));
    const gone = certificates(without(had, wanted));
    if (fresh.length > 0) {
      await call(work, 'AddListenerCertificates', { ListenerArn, Certificates: fresh });
    }
    if (gone.length > 0) {
      await call(work, 'RemoveListenerCertificates', { ListenerArn, Certificates: gone });
    }
    return { id, attributes };
  },
  delete: async (work, { properties }) => {
    const { ListenerArn } = properties;
    const Certificates = certificates(certificateArns(properties));
    const input = { ListenerArn, Certificates };
    await work.attempt('elbv2', 'RemoveListenerCertificates', input);
    return undefined;
  },
};

export const elbv2Types: readonly ResourceType[] = [
  loadBalancer,
  targetGroup,
  listener,
  listenerRule,
  listenerCertificate,
];
