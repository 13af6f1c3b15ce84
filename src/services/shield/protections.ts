import { listedTagConditions } from '../../core/tags.ts';
import type {
  ApplicationLayerAutomaticResponseConfiguration,
  Protection as ShownProtection,
} from '../../../models/shield/types.ts';
import type { Context, ResolveContext } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { uuid } from '../../core/ids.ts';
import { everyOf } from '../../listing/every-document.ts';
import { forgetTraffic } from './attack-course.ts';
import { newBaseline } from './detection/baseline.ts';
import type { TrafficCounts } from './detection/traffic-counts.ts';
import { exists, invalidParameter, limitExceeded, noSuch } from './errors.ts';
import { PROTECTIONS_MAX } from './limits.ts';
import { pageOf, shieldOperation, subscriptionOf } from './operation.ts';
import { type IsBuilt, protectedType } from './protected-resources.ts';
import { protectionArn, protectionKind } from './resources.ts';
import { resettleWebAcl, type ResponseParts } from './response-rules.ts';
import {
  type AutomaticResponse,
  type Protection,
  protectionGroups,
  protectionOf,
  protections,
  traffics,
} from './state.ts';
import { tagsGiven } from './tags.ts';

async function on({ ProtectionId, ResourceArn }: ProtectionInput, context: ResolveContext) {
  const reference = ProtectionId ?? ResourceArn;
  return reference === undefined ? ['*'] : [await context.resolve(protectionKind, reference)];
}

interface ProtectionInput {
  readonly ProtectionId?: string | undefined;
  readonly ResourceArn?: string | undefined;
}

/** Errors: ResourceNotFoundException. */
export async function protectionBy(context: Context, reference: string): Promise<Protection> {
  const { resolved } = await context.resolve(protectionKind, reference);
  if (resolved.document === undefined) throw noSuch('referenced protection');
  return resolved.document;
}

function shown(protection: Protection): ShownProtection {
  return {
    Id: protection.id,
    Name: protection.name,
    ResourceArn: protection.resource,
    ProtectionArn: protection.arn,
    HealthCheckIds: protection.healthChecks,
    ...(protection.response === undefined
      ? {}
      : { ApplicationLayerAutomaticResponseConfiguration: shownResponse(protection.response) }),
  };
}

function shownResponse({
  action,
}: AutomaticResponse): ApplicationLayerAutomaticResponseConfiguration {
  return { Status: 'ENABLED', Action: action === 'BLOCK' ? { Block: {} } : { Count: {} } };
}

function create({ isBuilt, traffic }: ProtectionParts): AnyOperation {
  return shieldOperation({
    name: 'CreateProtection',
    access: 'write',
    on: async (_input, { call }) => [protectionArn(call.scope.account, '*')],
    conditions: ({ Tags }) => listedTagConditions(Tags),
    handle: async ({ Name, ResourceArn, Tags }, view, context) => {
      await subscriptionOf(view, context.call);
      const type = await protectedType(context, ResourceArn, isBuilt);
      if ((await protectionOf(view, ResourceArn)) !== undefined) {
        throw exists('referenced protection');
      }
      const all = await everyOf(view, protections);
      const alike = all.filter((one) => one.type === type);
      if (alike.length >= PROTECTIONS_MAX) throw limitExceeded(type, PROTECTIONS_MAX);
      const id = await context.once(uuid);
      view.put(protections, id, {
        id,
        arn: protectionArn(context.call.scope.account, id),
        name: Name,
        resource: ResourceArn,
        type,
        healthChecks: [],
        tags: tagsGiven(Tags),
      });
      view.put(traffics, ResourceArn, { baseline: newBaseline(context.call.now) });
      context.unit.onCommit(() => traffic.watch(ResourceArn));
      return { ProtectionId: id };
    },
  });
}

const describe = shieldOperation({
  name: 'DescribeProtection',
  access: 'read',
  on,
  handle: async ({ ProtectionId, ResourceArn }, view, context) => {
    await subscriptionOf(view, context.call);
    const reference = ProtectionId ?? ResourceArn;
    if (reference === undefined || (ProtectionId !== undefined && ResourceArn !== undefined)) {
      throw invalidParameter(
        'ProtectionId',
        'You must specify either a resource ARN or a protection ID, and not both.',
      );
    }
    return { Protection: shown(await protectionBy(context, reference)) };
  },
});

function remove(parts: ProtectionParts): AnyOperation {
  return shieldOperation({
    name: 'DeleteProtection',
    access: 'write',
    on,
    handle: async ({ ProtectionId }, view, context) => {
      const { id, resource, response } = await protectionBy(context, ProtectionId);
      const { unit, call } = context;
      const { account } = call.scope;
      view.delete(protections, id);
      if (response !== undefined) await resettleWebAcl(unit, account, response.webAcl, parts);
      await forgetTraffic(unit, { account, resource });
      // A group can't hold what is not protected.
      for (const group of await everyOf(view, protectionGroups)) {
        if (!group.members.includes(resource)) continue;
        const members = group.members.filter((one) => one !== resource);
        view.put(protectionGroups, group.id, { ...group, members });
      }
      return {};
    },
  });
}

const list = shieldOperation({
  name: 'ListProtections',
  access: 'read',
  handle: async (input, view, context) => {
    await subscriptionOf(view, context.call);
    const { ResourceArns, ProtectionNames, ResourceTypes } = input.InclusionFilters ?? {};
    const wanted = (await everyOf(view, protections)).filter(
      ({ resource, name, type }) =>
        ResourceArns?.includes(resource) !== false &&
        ProtectionNames?.includes(name) !== false &&
        ResourceTypes?.includes(type) !== false,
    );
    const { items, answer } = pageOf(context, input, input.InclusionFilters, wanted);
    return { Protections: items.map(shown), ...answer };
  },
});

export interface ProtectionParts extends ResponseParts {
  readonly isBuilt: IsBuilt;
  /** Told of what is protected from now on. */
  readonly traffic: Pick<TrafficCounts, 'watch'>;
}

export function protectionOperations(parts: ProtectionParts): readonly AnyOperation[] {
  return [create(parts), describe, remove(parts), list];
}
