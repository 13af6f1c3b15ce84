import type { CloudtrailOperations } from '../../../models/cloudtrail/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { onTrail, trailOf } from './authorization.ts';
import { insightsNotEnabled, invalidInsightSelectors, unbuilt } from './errors.ts';
import { type InsightChoice, type TrailDocument, trails } from './state.ts';
import { requireHome } from './trails.ts';

interface OnTrailOrStore {
  readonly TrailName?: string | undefined;
  readonly EventDataStore?: string | undefined;
}

function nameOf(input: OnTrailOrStore): string {
  return input.TrailName ?? '';
}

/** Kept, as what the trail's owner wants; insights are not computed, so none is ever delivered. */
export const putInsightSelectors: OperationOf<CloudtrailOperations, 'PutInsightSelectors'> = {
  name: 'PutInsightSelectors',
  access: 'write',
  authorize: onTrail('cloudtrail:PutInsightSelectors', nameOf),
  handle: async (input, context) => {
    requireTrail('PutInsightSelectors', input);
    const { trail, resource, arn } = await trailOf(context, nameOf(input));
    requireHome(trail, context.call.scope.region);
    const insights = input.InsightSelectors.map(
      ({ InsightType: type, EventCategories: categories = ['Management'] }): InsightChoice => {
        if (type === undefined) throw invalidInsightSelectors('An insight selector needs a type.');
        return { type, categories };
      },
    );
    context.viewOf(resource).put(trails, trail.id, { ...trail, insights });
    return { TrailARN: arn, InsightSelectors: shown(insights) };
  },
};

export const getInsightSelectors: OperationOf<CloudtrailOperations, 'GetInsightSelectors'> = {
  name: 'GetInsightSelectors',
  access: 'read',
  authorize: onTrail('cloudtrail:GetInsightSelectors', nameOf),
  handle: async (input, context) => {
    requireTrail('GetInsightSelectors', input);
    const { trail, arn } = await trailOf(context, nameOf(input));
    if (trail.insights.length === 0) throw insightsNotEnabled(trail.name);
    return { TrailARN: arn, InsightSelectors: shown(trail.insights) };
  },
};

function requireTrail(operation: string, input: OnTrailOrStore): void {
  if (input.EventDataStore !== undefined) {
    throw unbuilt(operation, 'event data stores, which are not built');
  }
}

function shown(insights: TrailDocument['insights']) {
  return insights.map(({ type, categories }) => ({
    InsightType: type,
    EventCategories: categories,
  }));
}
