import type { AccessAnalyzerOperations } from '../../../models/access-analyzer/types.ts';
import type { Access, Context, OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { analyzerKind } from './resources.ts';
import type { Analyzer } from './state.ts';

type Operations = AccessAnalyzerOperations;
type Input<N extends keyof Operations> = Operations[N]['input'];

interface Found {
  readonly analyzer: Analyzer;
  /** The analyzer's id in its collection. */
  readonly id: string;
  /** Of the account's analyzers. */
  readonly view: View;
}

interface Spec<N extends keyof Operations> {
  readonly name: N;
  readonly access: Access;
  /** The analyzer's name or ARN. */
  readonly of: (input: Input<N>) => string;
  /** What it is authorized on beside the analyzer: `/archive-rule/…`. */
  readonly below?: (input: Input<N>) => string;
  readonly conditions?: (input: Input<N>) => ReadonlyMap<string, readonly string[]>;
  readonly handle: (
    input: Input<N>,
    found: Found,
    context: Context,
  ) => Promise<Operations[N]['output']>;
}

/** An operation on one analyzer of the caller's account and Region. */
export function onAnalyzer<N extends keyof Operations>(spec: Spec<N>): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context) => {
      const analyzer = await context.resolve(analyzerKind, spec.of(input));
      const below = spec.below?.(input);
      const action = `access-analyzer:${spec.name}`;
      const resource = below === undefined ? analyzer : `${analyzer.resolved.arn}${below}`;
      const conditions = spec.conditions?.(input);
      return [conditions === undefined ? { action, resource } : { action, resource, conditions }];
    },
    handle: async (input, context) => {
      const resource = await context.resolve(analyzerKind, spec.of(input));
      const { document: analyzer, id, scope } = resource.resolved;
      if (analyzer === undefined) throw new Error('an analyzer was neither found nor refused');
      return spec.handle(input, { analyzer, id, view: context.unit.view(scope) }, context);
    },
  };
}
