import type { Unit } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import type { Instant } from '../../core/time.ts';
import type { MetricWriter } from '../cloudwatch/port.ts';

export const VECTOR = 'REQUEST_FLOOD';

export interface Measured {
  readonly account: string;
  readonly resource: string;
  readonly isDetected: boolean;
  /** Absent: it isn't told. */
  readonly requestsPerSecond?: number;
}

/** Told in the Region of the resource; what has none, in us-east-1. */
export async function tellMetrics(
  unit: Unit,
  metrics: MetricWriter,
  now: Instant,
  { account, resource, isDetected, requestsPerSecond }: Measured,
): Promise<void> {
  const region = parseArn(resource)?.region;
  const scope = { account, region: region === undefined || region === '' ? 'us-east-1' : region };
  const namespace = 'AWS/DDoSProtection';
  const dimensions = { ResourceArn: resource };
  const detected = { namespace, name: 'DDoSDetected', dimensions, unit: 'Count' } as const;
  await metrics.write(unit, scope, now, [{ ...detected, value: isDetected ? 1 : 0, at: now }]);
  if (requestsPerSecond === undefined) return;
  const rate = {
    namespace,
    name: 'DDoSAttackRequestsPerSecond',
    dimensions: { ...dimensions, AttackVector: VECTOR },
    unit: 'Count/Second',
  } as const;
  await metrics.write(unit, scope, now, [{ ...rate, value: requestsPerSecond, at: now }]);
}
