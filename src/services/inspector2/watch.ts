import type { TrailFollower } from '../../contract/follower.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import { parseArn } from '../../core/arn.ts';
import { factsOf } from '../../core/record-facts.ts';
import { orderScan } from './scan-order.ts';
import { activations, ONLY } from './state.ts';

/** Functions whose code, settings or tags change, or that go, are looked at again. */
export const watchFunctions: TrailFollower = {
  name: 'inspector2.functions',
  source: 'trail',
  eventSources: new Set(['lambda.amazonaws.com']),
  run: async (batch, unit) => {
    for (const record of batch) {
      const changed = changedBy(record);
      if (changed === undefined) continue;
      const { account, name } = changed;
      const scope = { account, region: record.region };
      if ((await unit.view(scope).get(activations, ONLY)) === undefined) continue;
      orderScan(unit, scope, name, record.time);
    }
  },
};

/** The function that a record tells a change of. */
function changedBy(
  record: StoredRecord,
): { readonly account: string; readonly name: string } | undefined {
  const { readOnly, errorCode, isManagement, parameters } = factsOf(record);
  if (readOnly || errorCode !== undefined || !isManagement) return undefined;
  const { functionName, resource } = parameters;
  const text = typeof functionName === 'string' ? functionName : resource;
  if (typeof text !== 'string') return undefined;
  const arn = parseArn(text);
  // `name`, `name:1`, `function:name`, or the ARN of one of these.
  const [first = '', second] = (arn?.resource ?? text).split(':');
  const name = first === 'function' ? second : first;
  if (name === undefined || name === '') return undefined;
  return { account: arn?.account ?? record.account, name };
}
