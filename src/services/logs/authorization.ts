import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { groupNotFound, invalidParameter, streamNotFound } from './errors.ts';
import { groupArn, groupKind, streamKind } from './resources.ts';
import type { GroupDocument, StreamDocument } from './state.ts';

interface NamesGroup {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
}

interface NamesStream extends NamesGroup {
  readonly logStreamName: string;
}

/** The group an input names, in one way. */
export function groupReference(input: NamesGroup): string {
  const { logGroupName: name, logGroupIdentifier: identifier } = input;
  const reference = name ?? identifier;
  if (reference === undefined || (name !== undefined && identifier !== undefined)) {
    throw invalidParameter(
      'Exactly one of the parameters logGroupName and logGroupIdentifier must be specified.',
    );
  }
  return reference;
}

export function onGroup(action: string) {
  return async (input: NamesGroup, context: ResolveContext): Promise<readonly Permission[]> => [
    { action, resource: await context.resolve(groupKind, groupReference(input)) },
  ];
}

export function onStream(action: string) {
  return async (input: NamesStream, context: ResolveContext): Promise<readonly Permission[]> => {
    const reference = { group: groupReference(input), stream: input.logStreamName };
    return [{ action, resource: await context.resolve(streamKind, reference) }];
  };
}

export interface FoundGroup {
  readonly resource: AuthorizedResource;
  readonly group: GroupDocument;
  /** Without `:*`. */
  readonly arn: string;
  readonly view: View;
}

export async function groupOf(context: Context, input: NamesGroup): Promise<FoundGroup> {
  const resource = await context.resolve(groupKind, groupReference(input));
  const { document: group, scope } = resource.resolved;
  if (group === undefined) throw groupNotFound();
  const view = context.viewOf(resource);
  return { resource, group, arn: groupArn(scope, group.name), view };
}

export interface FoundStream extends FoundGroup {
  readonly stream: StreamDocument;
}

export async function streamOf(context: Context, input: NamesStream): Promise<FoundStream> {
  const reference = { group: groupReference(input), stream: input.logStreamName };
  const resource = await context.resolve(streamKind, reference);
  const { document, scope, missing } = resource.resolved;
  if (document === undefined) throw missing ?? streamNotFound();
  const { group, stream } = document;
  const view = context.viewOf(resource);
  return { resource, group, stream, arn: groupArn(scope, group.name), view };
}
