import type { NotificationConfiguration } from '../../../../models/s3/types.ts';

/** Whom a bucket tells of its events, as it was given; each entry has an id. */
export type NotificationSettings = NotificationConfiguration;

interface Entry {
  readonly Id?: string | undefined;
  readonly Events: readonly string[];
  readonly Filter?:
    | {
        readonly Key?:
          | {
              readonly FilterRules?:
                | readonly {
                    readonly Name?: string | undefined;
                    readonly Value?: string | undefined;
                  }[]
                | undefined;
            }
          | undefined;
      }
    | undefined;
}

/** A target that wants an event. */
export interface NotificationTarget {
  readonly id: string;
  readonly kind: 'topic' | 'queue' | 'function';
  readonly arn: string;
}

/** `s3:ObjectCreated:Put`, or `s3:ObjectCreated:*`, is what an event `ObjectCreated:Put` of a key is wanted by. */
export function targetsOf(
  settings: NotificationSettings,
  event: string,
  key: string,
): readonly NotificationTarget[] {
  return allTargets(settings)
    .filter(({ entry }) => wants(entry, event, key))
    .map(({ entry, kind, arn }) => ({ id: entry.Id ?? '', kind, arn }));
}

export function allTargets(settings: NotificationSettings) {
  return [
    ...(settings.TopicConfigurations ?? []).map((entry) => ({
      entry,
      kind: 'topic' as const,
      arn: entry.TopicArn,
    })),
    ...(settings.QueueConfigurations ?? []).map((entry) => ({
      entry,
      kind: 'queue' as const,
      arn: entry.QueueArn,
    })),
    ...(settings.LambdaFunctionConfigurations ?? []).map((entry) => ({
      entry,
      kind: 'function' as const,
      arn: entry.LambdaFunctionArn,
    })),
  ];
}

function wants({ Events, Filter }: Entry, event: string, key: string): boolean {
  const family = event.slice(0, event.indexOf(':'));
  if (!Events.some((name) => name === `s3:${event}` || name === `s3:${family}:*`)) return false;
  return (Filter?.Key?.FilterRules ?? []).every(({ Name = '', Value = '' }) =>
    Name.toLowerCase() === 'prefix' ? key.startsWith(Value) : key.endsWith(Value),
  );
}
