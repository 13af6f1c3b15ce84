import type { CloudfrontOperations } from '../../../models/cloudfront/types.ts';
import type { Elbv2Operations } from '../../../models/elbv2/types.ts';
import type { Route53Operations } from '../../../models/route53/types.ts';
import type { ProtectedResourceType } from '../../../models/shield/types.ts';
import type { Context, OperationReference, OperationTypes } from '../../contract/operation.ts';
import { type Arn, parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { invalidResource, noSuch, unbuilt } from './errors.ts';

type Reference<T extends OperationTypes> = OperationReference<T['input'], T['output']>;

const describeBalancers: Reference<Elbv2Operations['DescribeLoadBalancers']> = {
  service: 'elbv2',
  operation: 'DescribeLoadBalancers',
};
const getDistribution: Reference<CloudfrontOperations['GetDistribution']> = {
  service: 'cloudfront',
  operation: 'GetDistribution',
};
const getZone: Reference<Route53Operations['GetHostedZone']> = {
  service: 'route53',
  operation: 'GetHostedZone',
};

/** How a type of resource is told by its ARN, and asked for, by the caller, of its own service. */
interface Protectable {
  readonly type: ProtectedResourceType;
  readonly service: string;
  readonly resource: RegExp;
  /** Absent: resources of the type don't exist here. */
  readonly asks?: Pick<OperationReference<object, unknown>, 'service' | 'operation'>;
  readonly look?: (context: Context, arn: Arn, text: string) => Promise<unknown>;
}

const via = { via: 'shield' } as const;

const PROTECTABLE: readonly Protectable[] = [
  {
    type: 'APPLICATION_LOAD_BALANCER',
    service: 'elasticloadbalancing',
    resource: /^loadbalancer\/app\/[^/]+\/[^/]+$/,
    asks: describeBalancers,
    look: (context, { region }, text) =>
      context.callService(describeBalancers, { LoadBalancerArns: [text] }, { region, ...via }),
  },
  {
    type: 'CLOUDFRONT_DISTRIBUTION',
    service: 'cloudfront',
    resource: /^distribution\/[A-Z0-9]+$/,
    asks: getDistribution,
    look: (context, { resource }) =>
      context.callService(getDistribution, { Id: resource.replace(/^distribution\//, '') }, via),
  },
  {
    type: 'ROUTE_53_HOSTED_ZONE',
    service: 'route53',
    resource: /^hostedzone\/[A-Z0-9]+$/,
    asks: getZone,
    look: (context, { resource }) =>
      context.callService(getZone, { Id: resource.replace(/^hostedzone\//, '') }, via),
  },
  {
    type: 'CLASSIC_LOAD_BALANCER',
    service: 'elasticloadbalancing',
    resource: /^loadbalancer\/[^/]+$/,
  },
  { type: 'ELASTIC_IP_ALLOCATION', service: 'ec2', resource: /^eip-allocation\/eipalloc-\w+$/ },
  { type: 'GLOBAL_ACCELERATOR', service: 'globalaccelerator', resource: /^accelerator\/[^/]+$/ },
];

/** Whether an operation of a service is there. */
export type IsBuilt = (service: string, operation: string) => boolean;

/** The type of a resource that exists and is the caller's. Errors: InvalidResourceException, ResourceNotFoundException. */
export async function protectedType(
  context: Context,
  text: string,
  isBuilt: IsBuilt,
): Promise<ProtectedResourceType> {
  const arn = parseArn(text);
  if (arn === undefined) throw invalidResource(`Unrecognized resource ${text}.`);
  const found = PROTECTABLE.find(
    ({ service, resource }) => arn.service === service && resource.test(arn.resource),
  );
  if (found === undefined) {
    throw invalidResource(`Unrecognized resource '${arn.resource}' of service '${arn.service}'.`);
  }
  const { account } = context.call.scope;
  if (arn.account !== '' && arn.account !== account) throw noSuch('referenced resource');
  const { asks, look, type } = found;
  if (asks === undefined || look === undefined || !isBuilt(asks.service, asks.operation)) {
    throw unbuilt('CreateProtection', `resources of the type ${type}`);
  }
  try {
    await look(context, arn, text);
  } catch (error) {
    if (error instanceof ServiceError && GONE.test(error.code)) throw noSuch('referenced resource');
    throw error;
  }
  return type;
}

const GONE = /NotFound|NoSuch/;
