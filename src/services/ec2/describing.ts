import type { Ec2Operations, Filter } from '../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { ServiceError } from '../../core/errors.ts';
import { permissionTo } from './authorization.ts';
import { filterOf, type FilterTable } from './filters.ts';
import type { Noun } from './nouns.ts';
import {
  listerOf,
  listerOfAll,
  namedOf,
  type PageInput,
  type PageLimits,
  pageOf,
  refuseIdsWithPages,
} from './pages.ts';
import type { Tagged } from './state.ts';

type Input<N extends keyof Ec2Operations> = Ec2Operations[N]['input'];
type Output<N extends keyof Ec2Operations> = Ec2Operations[N]['output'];

interface Asked extends PageInput {
  readonly ids: readonly string[] | undefined;
  readonly Filters?: readonly Filter[] | undefined;
}

interface Describing<N extends keyof Ec2Operations, T extends Tagged> {
  readonly name: N;
  readonly noun: Noun<T>;
  readonly asked: (input: Input<N>) => Asked;
  /** How ids are called where they can't be named together with a page's size. */
  readonly idsWithoutPages?: string;
  readonly filters: FilterTable<T>;
  readonly limits?: PageLimits;
  /** Several ids that lead nowhere. Errors of one are the noun's. */
  readonly notFound?: (ids: readonly string[]) => ServiceError;
  /** What must be there before anything is looked for. */
  readonly before?: (context: Context) => Promise<void>;
  readonly answer: (items: readonly T[], context: Context, input: Input<N>) => Promise<Output<N>>;
}

/** An operation that shows the caller's own things of a noun: those named, or a page of all, by filters. */
export function describing<N extends keyof Ec2Operations, T extends Tagged>(
  spec: Describing<N, T>,
): OperationOf<Ec2Operations, N> {
  const { noun } = spec;
  const notFound = spec.notFound ?? (([first = '']) => noun.notFound(first));
  return {
    name: spec.name,
    access: 'read',
    authorize: async (_, context) => [permissionTo(context, spec.name)],
    handle: async (input, context) => {
      const asked = spec.asked(input);
      const wanted = filterOf(asked.Filters, spec.filters);
      if (spec.idsWithoutPages !== undefined) {
        refuseIdsWithPages(asked.ids, asked, spec.idsWithoutPages);
      }
      for (const id of asked.ids ?? []) noun.requireId(id);
      await spec.before?.(context);
      const named = await namedOf(context, noun.collection, asked.ids, notFound);
      const list =
        named === undefined ? listerOf(context.view, noun.collection) : listerOfAll(named);
      const page = await pageOf(context.call, asked, list, wanted, spec.limits);
      const answer = await spec.answer(page.items, context, input);
      return page.NextToken === undefined ? answer : { ...answer, NextToken: page.NextToken };
    },
  };
}
