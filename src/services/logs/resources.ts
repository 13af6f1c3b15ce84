import { everyOf } from '../../listing/every-document.ts';
import type { FindContext, ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { groupNotFound, streamNotFound } from './errors.ts';
import {
  type GroupDocument,
  groups,
  resourcePolicies,
  type StreamDocument,
  streamKey,
  streams,
} from './state.ts';

/** A group's ARN as KMS contexts and tags have it: without `:*`. */
export function groupArn(scope: Scope, name: string): string {
  const partition = partitionOf(scope.region);
  return formatArn({ partition, service: 'logs', ...scope, resource: `log-group:${name}` });
}

export function streamArn(scope: Scope, group: string, name: string): string {
  return `${groupArn(scope, group)}:log-stream:${name}`;
}

interface GroupPlace {
  readonly scope: Scope;
  readonly name: string;
}

/** A group by its name in the call's Region, or by its ARN, with or without `:*`. */
function groupPlace(reference: string, scope: Scope): GroupPlace {
  const arn = parseArn(reference);
  if (arn?.service !== 'logs' || !arn.resource.startsWith('log-group:')) {
    return { scope, name: reference };
  }
  const { account, region } = arn;
  const name = arn.resource.slice('log-group:'.length).replace(/:\*$/, '');
  return { scope: { account, region }, name };
}

async function findGroup(reference: string, context: FindContext) {
  const place = groupPlace(reference, context.scope);
  const document = await context.unit.view(place.scope).get(groups, place.name);
  return { ...place, document };
}

/** As policies know a group in all but tagging: its ARN goes on with `:log-stream:`, so that they end it with `:*`. */
export const groupKind: ResourceKind<GroupDocument> = {
  name: 'logs:log-group',
  policyMode: 'optional',
  find: async (reference, context) => {
    const { scope, name, document } = await findGroup(reference, context);
    const arn = streamArn(scope, name, '');
    return { arn, scope, id: name, document, missing: groupNotFound() };
  },
  policy: ({ scope }, context) => policyOf(scope, context),
  tags: ({ document }) => document?.tags ?? {},
};

/** As policies know a group where its tags are concerned. */
export const taggedGroupKind: ResourceKind<GroupDocument> = {
  name: 'logs:tagged-log-group',
  policyMode: 'none',
  find: async (reference, context) => {
    const { scope, name, document } = await findGroup(reference, context);
    return { arn: groupArn(scope, name), scope, id: name, document, missing: groupNotFound() };
  },
  tags: ({ document }) => document?.tags ?? {},
};

/** A stream with the group it is in. */
export interface StreamPlace {
  readonly group: GroupDocument;
  readonly stream: StreamDocument;
}

export interface StreamReference {
  readonly group: string;
  readonly stream: string;
}

export const streamKind: ResourceKind<StreamPlace, StreamReference> = {
  name: 'logs:log-stream',
  policyMode: 'optional',
  find: async (reference, context) => {
    const { scope, name, document: group } = await findGroup(reference.group, context);
    const arn = streamArn(scope, name, reference.stream);
    const id = `${name}/${reference.stream}`;
    if (group === undefined) {
      return { arn, scope, id, document: undefined, missing: groupNotFound() };
    }
    const key = streamKey(group, reference.stream);
    const stream = await context.unit.view(scope).get(streams, key);
    const document = stream === undefined ? undefined : { group, stream };
    return { arn, scope, id, document, missing: streamNotFound() };
  },
  policy: ({ scope }, context) => policyOf(scope, context),
  tags: ({ document }) => document?.group.tags ?? {},
};

/** An account's resource policies as one. They are for services alone. */
async function policyOf(scope: Scope, { unit, caller }: FindContext): Promise<string | undefined> {
  if (caller.identity.type !== 'AWSService') return undefined;
  const all = await everyOf(unit.view(scope), resourcePolicies);
  if (all.length === 0) return undefined;
  const Statement = all.flatMap(({ text }) => {
    const document: JsonValue = JSON.parse(text);
    const statements = isJsonObject(document) ? document['Statement'] : undefined;
    return statements === undefined ? [] : [statements].flat();
  });
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
