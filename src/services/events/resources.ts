import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import type { Collection } from '../../contract/collection.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import { forwardedGrant } from './bus-grants.ts';
import { busNotFound, notFound, ruleNotFound } from './errors.ts';
import {
  apiDestinations,
  type ApiDestinationDocument,
  archives,
  type ArchiveDocument,
  type BusDocument,
  buses,
  connections,
  replays,
  type ReplayDocument,
  rules,
  type RuleDocument,
  ruleId,
} from './state.ts';
import type { ConnectionDocument } from './connection-state.ts';

export const DEFAULT_BUS = 'default';

export function eventsArn(scope: Scope, resource: string): string {
  const { account, region } = scope;
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'events', region, account, resource });
}

export function busArn(scope: Scope, name: string): string {
  return eventsArn(scope, `event-bus/${name}`);
}

export function ruleArn(scope: Scope, bus: string, name: string): string {
  return eventsArn(scope, bus === DEFAULT_BUS ? `rule/${name}` : `rule/${bus}/${name}`);
}

/** Where a bus is: its name, or its ARN, as callers give it. */
export function busPlace(reference: string, caller: Scope): { scope: Scope; name: string } {
  const arn = parseArn(reference);
  if (arn === undefined) return { scope: caller, name: reference };
  const { account, region, resource } = arn;
  return { scope: { account, region }, name: resource.replace(/^event-bus\//, '') };
}

/** By name or ARN. The default bus is always there. */
export const busKind: ResourceKind<BusDocument> = {
  name: 'events:event-bus',
  policyMode: 'optional',
  find: async (reference, context) => {
    const { scope, name } = busPlace(reference, context.scope);
    const found = await context.unit.view(scope).get(buses, name);
    const document = found ?? (name === DEFAULT_BUS ? { name, tags: {} } : undefined);
    return { arn: busArn(scope, name), scope, id: name, document };
  },
  policy: ({ document }) => document?.policy?.bound?.text ?? document?.policy?.text,
  tags: ({ document }) => document?.tags ?? {},
  grants: forwardedGrant,
};

/** A bus that must be there. */
export const existingBusKind: ResourceKind<BusDocument> = {
  ...busKind,
  find: async (reference, context) => {
    const resolved = await busKind.find(reference, context);
    return { ...resolved, missing: busNotFound(resolved.id) };
  },
};

export interface RuleReference {
  readonly name: string;
  /** A name or an ARN; the default bus when absent. */
  readonly bus: string | undefined;
}

/** Guarded by its bus's policy, like all that is on a bus. */
export const ruleKind: ResourceKind<RuleDocument, RuleReference> = {
  name: 'events:rule',
  policyMode: 'optional',
  find: async ({ name, bus: reference = DEFAULT_BUS }, context) => {
    const { scope, name: bus } = busPlace(reference, context.scope);
    const document = await context.unit.view(scope).get(rules, ruleId(bus, name));
    const resolved = { arn: ruleArn(scope, bus, name), scope, id: ruleId(bus, name), document };
    return { ...resolved, missing: ruleNotFound(name, bus) };
  },
  policy: async ({ scope, id }, context) => {
    const bus = await context.unit.view(scope).get(buses, id.slice(0, id.lastIndexOf('/')));
    return bus?.policy?.bound?.text ?? bus?.policy?.text;
  },
  tags: ({ document }) => document?.tags ?? {},
  conditions: ({ document }, key) =>
    key === 'events:creatoraccount' && document !== undefined ? [document.createdBy] : undefined,
};

interface Named {
  readonly arn: string;
}

function namedKind<T extends Named>(
  name: string,
  collection: Collection<T>,
  missing: (id: string) => ServiceError,
): ResourceKind<T> {
  return {
    name: `events:${name}`,
    policyMode: 'none',
    find: async (id, { unit, scope }: FindContext): Promise<Resolved<T>> => {
      const document = await unit.view(scope).get(collection, id);
      const arn = document?.arn ?? eventsArn(scope, `${name}/${id}`);
      return { arn, scope, id, document, missing: missing(id) };
    },
  };
}

export const archiveKind: ResourceKind<ArchiveDocument> = namedKind('archive', archives, (name) =>
  notFound(`Archive ${name} does not exist.`),
);

export const replayKind: ResourceKind<ReplayDocument> = namedKind('replay', replays, (name) =>
  notFound(`Replay ${name} does not exist.`),
);

export const connectionKind: ResourceKind<ConnectionDocument> = namedKind(
  'connection',
  connections,
  (name) => notFound(`Failed to describe the connection(s). Connection '${name}' does not exist.`),
);

export const apiDestinationKind: ResourceKind<ApiDestinationDocument> = namedKind(
  'api-destination',
  apiDestinations,
  (name) =>
    notFound(
      `Failed to describe the api-destination(s). An api-destination '${name}' does not exist.`,
    ),
);
