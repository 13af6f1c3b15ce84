import type { Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { HOUR_MS } from '../../core/time.ts';
import { placeOf } from './authorization.ts';
import { invalidParameter, TOO_MUCH } from './errors.ts';
import type { Samples } from './inspection/samples.ts';
import { itemTarget } from './items.ts';
import { webAclKind } from './resources.ts';

/** Samples reach back so far. */
const WINDOW_MS = 3 * HOUR_MS;

export function sampledRequests(
  samples: Samples,
): OperationOf<Wafv2Operations, 'GetSampledRequests'> {
  return {
    name: 'GetSampledRequests',
    access: 'read',
    authorize: async ({ WebAclArn }, context) => [
      {
        action: 'wafv2:GetSampledRequests',
        resource: await context.resolve(webAclKind.resource, WebAclArn),
      },
    ],
    handle: async ({ WebAclArn, RuleMetricName, Scope, TimeWindow, MaxItems }, context) => {
      const { call } = context;
      placeOf(call, Scope);
      await itemTarget(context, webAclKind, WebAclArn);
      const to = Math.min(TimeWindow.EndTime.getTime(), call.now);
      const from = Math.max(TimeWindow.StartTime.getTime(), call.now - WINDOW_MS);
      if (TimeWindow.StartTime > TimeWindow.EndTime) {
        throw invalidParameter(TOO_MUCH, 'RULE', 'TimeWindow');
      }
      const asked = { from, to, most: MaxItems };
      const { population, samples: found } = samples.find(WebAclArn, RuleMetricName, asked);
      const Weight = found.length === 0 ? 0 : Math.max(1, Math.round(population / found.length));
      return {
        SampledRequests: found.map((sample) => ({ ...sample, Weight })),
        PopulationSize: population,
        TimeWindow: { StartTime: new Date(from), EndTime: new Date(Math.max(from, to)) },
      };
    },
  };
}
