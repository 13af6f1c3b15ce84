import type { EdgeContext } from '../../../contract/edge.ts';
import type { MetricWriter, ServiceMetric } from '../../cloudwatch/port.ts';
import type { CallPlace } from './call.ts';

interface Measured {
  readonly place: Pick<CallPlace, 'api' | 'stage' | 'scope'>;
  readonly context: Pick<EdgeContext, 'write'>;
  readonly status: number;
  /** Real milliseconds. */
  readonly latency: number;
}

/** Counts a request in CloudWatch: by the API, and by its stage. */
export async function measure(
  writer: MetricWriter,
  { place, context, status, latency }: Measured,
): Promise<void> {
  const { api, stage, scope } = place;
  const all = [{ ApiName: api.name }, { ApiName: api.name, Stage: stage.stageName }];
  await context.write((unit, now) => {
    const metrics = all.flatMap((dimensions): readonly ServiceMetric[] => {
      const common = { namespace: 'AWS/ApiGateway', dimensions, at: now };
      const count = { ...common, unit: 'Count' as const };
      return [
        { ...count, name: 'Count', value: 1 },
        { ...count, name: '4XXError', value: status >= 400 && status < 500 ? 1 : 0 },
        { ...count, name: '5XXError', value: status >= 500 ? 1 : 0 },
        { ...common, unit: 'Milliseconds', name: 'Latency', value: latency },
      ];
    });
    return writer.write(unit, scope, now, metrics);
  });
}
