import { randomBytes } from 'node:crypto';
import type { ProtocolEnum, TargetGroup } from '../../../models/elbv2/types.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { View } from '../../contract/view.ts';
import { type ElbOperation, found, type Input, making, on, onAll } from './authorization.ts';
import { arnOf } from './domain/arns.ts';
import {
  duplicateName,
  loadBalancerNotFound,
  resourceInUse,
  targetGroupNotFound,
  tooMany,
  unbuilt,
  validationError,
} from './errors.ts';
import { loadBalancersOf } from './group-users.ts';
import { healthCheckOf } from './health-check.ts';
import { requireName } from './names.ts';
import { pageOf } from './pages.ts';
import { targetGroupKind } from './resources.ts';
import { loadBalancers, type TargetGroupDocument, targetGroups, targetSets } from './state.ts';
import { tagsOf } from './tags.ts';

const GROUPS_MAX = 3_000;

export const createTargetGroup: ElbOperation<'CreateTargetGroup'> = {
  name: 'CreateTargetGroup',
  access: 'write',
  authorize: async ({ Name, Tags }, { call }) => {
    const resource = arnOf(call.scope, 'targetgroup', [Name, '*']);
    return making({ action: 'elasticloadbalancing:CreateTargetGroup', resource }, resource, Tags);
  },
  handle: async (input, { view, unit, call }) => {
    requireName('target group', input.Name);
    const kind = kindOf(input);
    const healthCheck = healthCheckOf('CreateTargetGroup', input, kind);
    const asked = { ...kind, healthCheck };
    const present = await view.get(targetGroups, input.Name);
    if (present !== undefined) {
      return { TargetGroups: [await shown(view, sameAs(present, asked))] };
    }
    if ((await everyOf(view, targetGroups)).length >= GROUPS_MAX) {
      throw tooMany('TooManyTargetGroups', 'The maximum number of target groups has been reached');
    }
    const id = await unit.once(() => randomBytes(8).toString('hex'));
    const document: TargetGroupDocument = {
      ...asked,
      name: input.Name,
      arn: arnOf(call.scope, 'targetgroup', [input.Name, id]),
      id,
      scope: call.scope,
      attributes: {},
      tags: tagsOf(input.Tags),
    };
    view.put(targetGroups, document.name, document);
    view.put(targetSets, id, { targets: [] });
    return { TargetGroups: [await shown(view, document)] };
  },
};

export type GroupKind = Pick<
  TargetGroupDocument,
  'targetType' | 'protocol' | 'protocolVersion' | 'port' | 'vpcId'
>;

const PROTOCOLS: readonly ProtocolEnum[] = ['HTTP', 'HTTPS'];

/** Errors: ValidationError, 501. */
function kindOf(input: Input<'CreateTargetGroup'>): GroupKind {
  const { TargetType: targetType = 'instance', Protocol, Port, VpcId, ProtocolVersion } = input;
  if (targetType === 'alb') throw unbuilt('CreateTargetGroup', 'targets of type alb');
  if (targetType === 'lambda') {
    if (Protocol !== undefined || Port !== undefined || VpcId !== undefined) {
      throw validationError(
        "Protocol, port and VPC ID cannot be specified for target groups with target type 'lambda'",
      );
    }
    return {
      targetType,
      protocol: undefined,
      protocolVersion: undefined,
      port: undefined,
      vpcId: undefined,
    };
  }
  if (Protocol === undefined) throw validationError('A protocol must be specified');
  if (!PROTOCOLS.includes(Protocol)) {
    throw unbuilt('CreateTargetGroup', `the protocol ${Protocol}`);
  }
  if (Port === undefined) throw validationError('A port must be specified');
  if (VpcId === undefined) throw validationError('A VPC ID must be specified');
  if (ProtocolVersion !== undefined && ProtocolVersion !== 'HTTP1') {
    throw unbuilt('CreateTargetGroup', `the protocol version ${ProtocolVersion}`);
  }
  return {
    targetType,
    protocol: Protocol,
    protocolVersion: 'HTTP1',
    port: Port,
    vpcId: VpcId,
  };
}

/** Errors: DuplicateTargetGroupName. */
function sameAs(
  present: TargetGroupDocument,
  asked: GroupKind & Pick<TargetGroupDocument, 'healthCheck'>,
): TargetGroupDocument {
  const same =
    present.protocol === asked.protocol &&
    present.port === asked.port &&
    present.vpcId === asked.vpcId &&
    present.targetType === asked.targetType &&
    JSON.stringify(present.healthCheck) === JSON.stringify(asked.healthCheck);
  if (same) return present;
  throw duplicateName('target group', 'DuplicateTargetGroupName', present.name);
}

export const modifyTargetGroup: ElbOperation<'ModifyTargetGroup'> = {
  name: 'ModifyTargetGroup',
  access: 'write',
  authorize: async ({ TargetGroupArn }, context) => [
    await on('ModifyTargetGroup', targetGroupKind, TargetGroupArn, context),
  ],
  handle: async (input, context) => {
    const { document, view } = await found(context, targetGroupKind, input.TargetGroupArn);
    const next = {
      ...document,
      healthCheck: healthCheckOf('ModifyTargetGroup', input, document, document.healthCheck),
    };
    view.put(targetGroups, document.name, next);
    return { TargetGroups: [await shown(view, next)] };
  },
};

export const deleteTargetGroup: ElbOperation<'DeleteTargetGroup'> = {
  name: 'DeleteTargetGroup',
  access: 'write',
  authorize: async ({ TargetGroupArn }, context) => [
    await on('DeleteTargetGroup', targetGroupKind, TargetGroupArn, context),
  ],
  handle: async ({ TargetGroupArn }, context) => {
    const { resolved } = await context.resolve(targetGroupKind, TargetGroupArn);
    // What isn't there is deleted already.
    if (resolved.document === undefined) return {};
    const { document, view } = await found(context, targetGroupKind, TargetGroupArn);
    if ((await loadBalancersOf(view, document.arn)).length > 0) {
      throw resourceInUse(
        `Target group '${document.arn}' is currently in use by a listener or a rule`,
      );
    }
    view.delete(targetGroups, document.name);
    view.delete(targetSets, document.id);
    return {};
  },
};

export const describeTargetGroups: ElbOperation<'DescribeTargetGroups'> = {
  name: 'DescribeTargetGroups',
  access: 'read',
  authorize: async () => onAll('DescribeTargetGroups'),
  handle: async (input, { view, call }) => {
    const { LoadBalancerArn, TargetGroupArns, Names } = input;
    const all = await everyOf(view, targetGroups);
    const everything = await Promise.all(all.map((one) => shown(view, one)));
    if (LoadBalancerArn !== undefined) {
      const used = everything.filter(({ LoadBalancerArns }) =>
        LoadBalancerArns?.includes(LoadBalancerArn),
      );
      if (used.length === 0 && !(await hasLoadBalancer(view, LoadBalancerArn))) {
        throw loadBalancerNotFound();
      }
      const { items, answer } = pageOf(call, input, used, nameOf, LoadBalancerArn);
      return { TargetGroups: items, ...answer };
    }
    const wanted = [...(TargetGroupArns ?? []), ...(Names ?? [])];
    if (wanted.length === 0) {
      const { items, answer } = pageOf(call, input, everything, nameOf);
      return { TargetGroups: items, ...answer };
    }
    const chosen = wanted.map((one) =>
      everything.find(
        ({ TargetGroupArn, TargetGroupName }) => TargetGroupArn === one || TargetGroupName === one,
      ),
    );
    if (chosen.includes(undefined)) throw targetGroupNotFound();
    return { TargetGroups: chosen.flatMap((group) => group ?? []) };
  },
};

async function hasLoadBalancer(view: View, arn: string): Promise<boolean> {
  return (await everyOf(view, loadBalancers)).some((one) => one.arn === arn);
}

function nameOf({ TargetGroupName = '' }: TargetGroup): string {
  return TargetGroupName;
}

async function shown(view: View, document: TargetGroupDocument): Promise<TargetGroup> {
  const { healthCheck, targetType } = document;
  const isLambda = targetType === 'lambda';
  return {
    TargetGroupArn: document.arn,
    TargetGroupName: document.name,
    ...(isLambda
      ? {}
      : {
          Protocol: document.protocol,
          Port: document.port,
          VpcId: document.vpcId,
          HealthCheckProtocol: healthCheck.protocol,
          HealthCheckPort: healthCheck.port,
        }),
    HealthCheckEnabled: healthCheck.enabled,
    HealthCheckIntervalSeconds: healthCheck.intervalSeconds,
    HealthCheckTimeoutSeconds: healthCheck.timeoutSeconds,
    HealthyThresholdCount: healthCheck.healthyThreshold,
    UnhealthyThresholdCount: healthCheck.unhealthyThreshold,
    HealthCheckPath: healthCheck.path,
    Matcher: { HttpCode: healthCheck.matcher },
    LoadBalancerArns: await loadBalancersOf(view, document.arn),
    TargetType: targetType,
    ...(document.protocolVersion === undefined
      ? {}
      : { ProtocolVersion: document.protocolVersion }),
    IpAddressType: 'ipv4',
  };
}
