import type { Macie2Operations } from '../../../models/macie2/types.ts';
import type { Access, Context, OperationOf, Permission } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { invalid, notEnabled } from './errors.ts';
import { macieArn, type ResourceType, taggedKind } from './resources.ts';
import { ONLY, type SessionDocument, sessions } from './state.ts';

export type Operations = Macie2Operations;
type Input<N extends keyof Operations> = Operations[N]['input'];

export interface Found {
  readonly session: SessionDocument;
  /** Of the caller's account and Region. */
  readonly view: View;
  readonly scope: Scope;
  /** Writes the session anew. */
  keep(session: SessionDocument): void;
}

interface Spec<N extends keyof Operations> {
  readonly name: N;
  readonly access: Access;
  /** What it is authorized on: a kind of resource and its id; everything when absent. */
  readonly on?: (input: Input<N>) => readonly [type: ResourceType, id: string];
  readonly tags?: (input: Input<N>) => Tags | undefined;
  readonly handle: (
    input: Input<N>,
    found: Found,
    context: Context,
  ) => Promise<Operations[N]['output']>;
}

const TAGS_MAX = 50;

export function assertTags(tags: Tags): Tags {
  if (Object.keys(tags).length > TAGS_MAX)
    throw invalid(`A resource can have as many as ${TAGS_MAX} tags`);
  return tags;
}

/** The session of the caller's account and Region. Errors: AccessDeniedException where Macie is not enabled. */
export async function sessionOf({ call, unit }: Pick<Context, 'call' | 'unit'>): Promise<Found> {
  const { scope } = call;
  const view = unit.view(scope);
  const session = await view.get(sessions, ONLY);
  if (session === undefined) throw notEnabled();
  return { session, view, scope, keep: (changed) => view.put(sessions, ONLY, changed) };
}

/** An operation of an account that has Macie. */
export function onSession<N extends keyof Operations>(spec: Spec<N>): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context): Promise<readonly Permission[]> => {
      const conditions = tagConditions(spec.tags?.(input));
      const on = spec.on?.(input);
      const resource =
        on === undefined
          ? '*'
          : await context.resolve(taggedKind, macieArn(context.call.scope, ...on));
      return [{ action: `macie2:${spec.name}`, resource, conditions }];
    },
    handle: async (input, context) => {
      assertTags(spec.tags?.(input) ?? {});
      return spec.handle(input, await sessionOf(context), context);
    },
  };
}
