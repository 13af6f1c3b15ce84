import type { Outcome, RanOutcome } from '../../contract/functions.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import type { MetricWriter, ServiceMetric } from '../cloudwatch/port.ts';
import type { FunctionPlace } from './resources.ts';
import { billRun } from './usage.ts';

type Measured = Pick<ServiceMetric, 'name' | 'unit' | 'value'>;

/** Tells CloudWatch and the bill of what came of an invocation. */
export async function recordRun(
  writer: MetricWriter,
  { unit, now }: { readonly unit: Unit; readonly now: Instant },
  place: FunctionPlace,
  outcome: Outcome,
): Promise<void> {
  const { scope, name } = place.document;
  const measured = measuredOf(outcome);
  const metrics = dimensionsOf(name, place.qualifier).flatMap((dimensions) =>
    measured.map((one) => ({ namespace: 'AWS/Lambda', dimensions, at: now, ...one })),
  );
  if (metrics.length > 0) await writer.write(unit, scope, now, metrics);
  if (outcome.kind === 'ran') {
    const { memoryMb } = place.version;
    await billRun(unit, scope, now, { memoryMb, durationMs: billedMs(outcome) });
  }
}

function measuredOf(outcome: Outcome): readonly Measured[] {
  switch (outcome.kind) {
    case 'ran':
      return [
        { name: 'Invocations', unit: 'Count', value: 1 },
        { name: 'Errors', unit: 'Count', value: outcome.error === undefined ? 0 : 1 },
        { name: 'Duration', unit: 'Milliseconds', value: outcome.durationMs },
        { name: 'Throttles', unit: 'Count', value: 0 },
      ];
    case 'throttled':
      return [{ name: 'Throttles', unit: 'Count', value: 1 }];
    case 'unstartable':
      return [];
  }
}

/** Of the function, and of the version or alias that was asked for. */
function dimensionsOf(name: string, qualifier: string | undefined) {
  const all: Readonly<Record<string, string>>[] = [{ FunctionName: name }];
  if (qualifier !== undefined) all.push({ FunctionName: name, Resource: `${name}:${qualifier}` });
  return all;
}

/** Rounded up to a whole millisecond. */
function billedMs({ durationMs }: RanOutcome): number {
  return Math.max(1, Math.ceil(durationMs));
}
