import { randomBytes, randomInt } from 'node:crypto';
import type { LoadBalancer } from '../../../models/elbv2/types.ts';
import { everyOf } from '../../listing/every-document.ts';
import { sitesChanged } from '../../contract/edge.ts';
import type { Context } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { type ElbOperation, found, type Input, making, on, onAll } from './authorization.ts';
import { arnOf } from './domain/arns.ts';
import {
  duplicateName,
  loadBalancerNotFound,
  operationNotPermitted,
  tooMany,
  unbuilt,
  validationError,
} from './errors.ts';
import { removeListener } from './listener-life.ts';
import { groupsOf, subnetConditions, subnetIds, zonesOf } from './network.ts';
import { requireName } from './names.ts';
import type { Elbv2Parts } from './parts.ts';
import { pageOf } from './pages.ts';
import { loadBalancerKind } from './resources.ts';
import {
  type ListenerDocument,
  listeners,
  type LoadBalancerDocument,
  loadBalancers,
  sites,
} from './state.ts';
import { tagsOf } from './tags.ts';

const LOAD_BALANCERS_MAX = 50;
/** AWS's in us-east-1; those of other Regions are not needed to reach anything. */
const HOSTED_ZONE = 'Z35SXDOTRQ7X7K';

export const createLoadBalancer: ElbOperation<'CreateLoadBalancer'> = {
  name: 'CreateLoadBalancer',
  access: 'write',
  authorize: async (input, { call }) => {
    const mark = input.Type === 'network' ? 'net' : 'app';
    const resource = arnOf(call.scope, 'loadbalancer', [mark, input.Name, '*']);
    const permission = {
      action: 'elasticloadbalancing:CreateLoadBalancer',
      resource,
      conditions: creationConditions(input),
    };
    return making(permission, resource, input.Tags);
  },
  handle: async (input, context) => {
    const { view, unit } = context;
    requireBuilt(input);
    requireName('load balancer', input.Name);
    if (input.Name.startsWith('internal-')) {
      throw validationError(`The load balancer name '${input.Name}' cannot begin with 'internal-'`);
    }
    const network = await zonesOf(context, subnetIds(input));
    const groups = await groupsOf(context, network.vpcId, input.SecurityGroups);
    const asked = { scheme: input.Scheme ?? 'internet-facing', zones: network.zones };
    const present = await view.get(loadBalancers, input.Name);
    if (present !== undefined) return { LoadBalancers: [shown(sameAs(present, asked))] };
    if ((await everyOf(view, loadBalancers)).length >= LOAD_BALANCERS_MAX) {
      const text = `The maximum number of load balancers has been reached`;
      throw tooMany('TooManyLoadBalancers', text);
    }
    const { scope, now } = context.call;
    const id = await unit.once(() => randomBytes(8).toString('hex'));
    const dnsName = await newDnsName(context, input.Name, asked.scheme);
    const document: LoadBalancerDocument = {
      ...asked,
      name: input.Name,
      arn: arnOf(scope, 'loadbalancer', ['app', input.Name, id]),
      id,
      scope,
      dnsName,
      created: now,
      vpcId: network.vpcId,
      securityGroups: groups,
      attributes: {},
      tags: tagsOf(input.Tags),
    };
    view.put(loadBalancers, document.name, document);
    view.put(sites, dnsName, { scope, loadBalancerName: document.name, ports: [] });
    return { LoadBalancers: [shown(document)] };
  },
};

/** Errors: DuplicateLoadBalancerName. */
function sameAs(
  present: LoadBalancerDocument,
  asked: Pick<LoadBalancerDocument, 'scheme' | 'zones'>,
): LoadBalancerDocument {
  const { scheme, zones } = present;
  if (JSON.stringify({ scheme, zones }) === JSON.stringify(asked)) return present;
  throw duplicateName('load balancer', 'DuplicateLoadBalancerName', present.name);
}

function creationConditions(input: Input<'CreateLoadBalancer'>) {
  const { Scheme, SecurityGroups } = input;
  const conditions = subnetConditions(input);
  conditions.set('elasticloadbalancing:scheme', [Scheme ?? 'internet-facing']);
  if (SecurityGroups !== undefined) {
    conditions.set('elasticloadbalancing:securitygroup', SecurityGroups);
  }
  return conditions;
}

/** Errors: 501. */
function requireBuilt({
  Type = 'application',
  IpAddressType = 'ipv4',
  ...input
}: Input<'CreateLoadBalancer'>): void {
  const operation = 'CreateLoadBalancer';
  if (Type !== 'application') throw unbuilt(operation, `load balancers of type ${Type}`);
  if (IpAddressType !== 'ipv4') throw unbuilt(operation, `addresses of type ${IpAddressType}`);
  if (input.CustomerOwnedIpv4Pool !== undefined || input.IpamPools !== undefined) {
    throw unbuilt(operation, 'address pools');
  }
}

/** Lower case, as names are compared; another one's is not taken. */
async function newDnsName(
  { view, unit, call }: Context,
  name: string,
  scheme: string,
): Promise<string> {
  const suffix = call.partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const head = scheme === 'internal' ? 'internal-' : '';
  for (;;) {
    const digits = await unit.once(() => String(randomInt(100_000_000, 2_147_483_647)));
    const host = `${head}${name}-${digits}.${call.scope.region}.elb.${suffix}`.toLowerCase();
    if ((await view.get(sites, host)) === undefined) return host;
  }
}

export const describeLoadBalancers: ElbOperation<'DescribeLoadBalancers'> = {
  name: 'DescribeLoadBalancers',
  access: 'read',
  authorize: async () => onAll('DescribeLoadBalancers'),
  handle: async (input, { view, call }) => {
    const all = await everyOf(view, loadBalancers);
    const { LoadBalancerArns: arns = [], Names: names = [] } = input;
    if (arns.length === 0 && names.length === 0) {
      const { items, answer } = pageOf(call, input, all, ({ name }) => name);
      return { LoadBalancers: items.map(shown), ...answer };
    }
    const missingName = names.find((name) => !all.some((one) => one.name === name));
    if (missingName !== undefined) throw loadBalancerNotFound(missingName);
    for (const arn of arns) {
      if (!arn.startsWith('arn:'))
        throw validationError(`'${arn}' is not a valid load balancer ARN`);
      if (!all.some((one) => one.arn === arn)) throw loadBalancerNotFound();
    }
    const wanted = all.filter(({ arn, name }) => arns.includes(arn) || names.includes(name));
    return { LoadBalancers: wanted.map(shown) };
  },
};

export function createDeleteLoadBalancer({
  webAcls,
}: Elbv2Parts): ElbOperation<'DeleteLoadBalancer'> {
  return {
    name: 'DeleteLoadBalancer',
    access: 'write',
    authorize: async ({ LoadBalancerArn }, context) => [
      await on('DeleteLoadBalancer', loadBalancerKind, LoadBalancerArn, context),
    ],
    handle: async ({ LoadBalancerArn }, context) => {
      const { resolved } = await context.resolve(loadBalancerKind, LoadBalancerArn);
      // What isn't there is deleted already.
      if (resolved.document === undefined) return {};
      const { document, view } = await found(context, loadBalancerKind, LoadBalancerArn);
      if (document.attributes['deletion_protection.enabled'] === 'true') {
        throw operationNotPermitted(
          `Load balancer '${document.arn}' cannot be deleted because deletion protection is enabled`,
        );
      }
      for (const listener of await listenersOf(view, document.name)) {
        await removeListener(context, view, listener);
      }
      webAcls.resourceDeleted(context.unit, document.scope, document.arn);
      view.delete(loadBalancers, document.name);
      view.delete(sites, document.dnsName);
      context.unit.emit(sitesChanged(document.scope, context.call.now));
      return {};
    },
  };
}

/** By port. */
export function listenersOf(
  view: View,
  loadBalancerName: string,
): Promise<readonly ListenerDocument[]> {
  return everyOf(view, listeners, { prefix: `${loadBalancerName}/` });
}

export function shown(document: LoadBalancerDocument): LoadBalancer {
  return {
    LoadBalancerArn: document.arn,
    DNSName: document.dnsName,
    CanonicalHostedZoneId: HOSTED_ZONE,
    CreatedTime: new Date(document.created),
    LoadBalancerName: document.name,
    Scheme: document.scheme,
    VpcId: document.vpcId,
    State: { Code: 'active' },
    Type: 'application',
    AvailabilityZones: document.zones.map(({ zone, subnetId }) => ({
      ZoneName: zone,
      SubnetId: subnetId,
      LoadBalancerAddresses: [],
    })),
    SecurityGroups: document.securityGroups,
    IpAddressType: 'ipv4',
  };
}
