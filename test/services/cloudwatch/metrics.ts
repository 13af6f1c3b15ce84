import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { freshAccount, type TestServer } from '../../server.ts';

export interface OwnMetric {
  readonly account: string;
  readonly cloudwatch: CloudWatchClient;
  /** Service time. */
  now(): number;
  /** Values of `App/Latency`, now or at an instant. */
  put(values: readonly number[], at?: number): Promise<void>;
  advance(milliseconds: number): Promise<void>;
}

export const MINUTE = 60_000;

/** The metric `App/Latency`, in an account of its own. */
export function newMetric(server: TestServer): OwnMetric {
  const account = freshAccount();
  const cloudwatch = new CloudWatchClient(server.client(account));
  const now = () => server.platform.engine().clock.serviceTime();
  return {
    account,
    cloudwatch,
    now,
    put: async (values, at = now()) => {
      const MetricData = values.map((Value) => ({
        MetricName: 'Latency',
        Dimensions: [{ Name: 'Host', Value: 'one' }],
        Timestamp: new Date(at),
        Value,
        Unit: 'Milliseconds' as const,
      }));
      await cloudwatch.send(new PutMetricDataCommand({ Namespace: 'App', MetricData }));
    },
    advance: async (milliseconds) => {
      await server.platform.engine().advanceTo(now() + milliseconds);
    },
  };
}

export const LATENCY = {
  Namespace: 'App',
  MetricName: 'Latency',
  Dimensions: [{ Name: 'Host', Value: 'one' }],
};
