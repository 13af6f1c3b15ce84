import type { GuarddutyOperations } from '../../../models/guardduty/types.ts';
import type { Access, Context, OperationOf, Permission } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';
import { detectorKind } from './resources.ts';
import { type DetectorDocument, detectors } from './state.ts';

export type Operations = GuarddutyOperations;
type Input<N extends keyof Operations> = Operations[N]['input'];

export interface Found {
  readonly detector: DetectorDocument;
  /** Of the detector's account and Region. */
  readonly view: View;
  /** Writes the detector anew. */
  keep(detector: DetectorDocument): void;
}

interface Spec<N extends keyof Operations> {
  readonly name: N;
  readonly access: Access;
  /** What it is authorized on below the detector: `/filter/…`. */
  readonly below?: (input: Input<N>) => string;
  readonly tags?: (input: Input<N>) => Tags | undefined;
  readonly handle: (
    input: Input<N>,
    found: Found,
    context: Context,
  ) => Promise<Operations[N]['output']>;
}

/** An operation on the detector of the caller's account and Region. */
export function onDetector<
  N extends {
    [K in keyof Operations]: Input<K> extends { readonly DetectorId: string } ? K : never;
  }[keyof Operations],
>(spec: Spec<N> & { readonly of: (input: Input<N>) => string }): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context): Promise<readonly Permission[]> => {
      const detector = await context.resolve(detectorKind, spec.of(input));
      const below = spec.below?.(input);
      const conditions = tagConditions(spec.tags?.(input));
      const resource = below === undefined ? detector : `${detector.resolved.arn}${below}`;
      return [{ action: `guardduty:${spec.name}`, resource, conditions }];
    },
    handle: async (input, context) => {
      const found = await foundOf(context, spec.of(input));
      return spec.handle(input, found, context);
    },
  };
}

/** The detector of a reference, which must be there. */
export async function foundOf(context: Context, reference: string): Promise<Found> {
  const { resolved } = await context.resolve(detectorKind, reference);
  const { document: detector, scope, missing } = resolved;
  if (detector === undefined)
    throw missing ?? new Error('a detector was neither found nor refused');
  return {
    detector,
    view: context.unit.view({ account: detector.account, region: detector.region }),
    keep: (changed) => context.unit.view(scope).put(detectors, detector.region, changed),
  };
}

/** An operation of the account, authorized on everything. */
export function onAccount<N extends keyof Operations>(spec: {
  readonly name: N;
  readonly access: Access;
  readonly tags?: (input: Input<N>) => Tags | undefined;
  readonly handle: (
    input: Input<N>,
    view: View,
    context: Context,
  ) => Promise<Operations[N]['output']>;
}): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input) => [
      {
        action: `guardduty:${spec.name}`,
        resource: '*',
        conditions: tagConditions(spec.tags?.(input)),
      },
    ],
    handle: async (input, context) =>
      spec.handle(input, context.unit.view(context.call.scope), context),
  };
}
