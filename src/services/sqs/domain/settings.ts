/** What a queue does with its messages. Times in seconds, as AWS has them. */
export interface QueueSettings {
  readonly visibility: number;
  readonly maximumBytes: number;
  readonly retention: number;
  readonly delay: number;
  readonly wait: number;
  readonly contentDeduplication: boolean;
  readonly deduplicationScope: 'queue' | 'messageGroup';
  readonly throughputLimit: 'perQueue' | 'perMessageGroupId';
  readonly redrive?: RedrivePolicy;
  readonly redriveAllow?: RedriveAllowPolicy;
  /** A KMS key's id, ARN or alias. Without it the server's own key encrypts alone. */
  readonly key?: string;
  readonly keyReuse: number;
  readonly managedEncryption: boolean;
}

export interface RedrivePolicy {
  readonly target: string;
  readonly maxReceives: number;
}

export interface RedriveAllowPolicy {
  readonly permission: 'allowAll' | 'denyAll' | 'byQueue';
  readonly sources: readonly string[];
}

export const MIB = 1_048_576;

export const DEFAULT_SETTINGS: QueueSettings = Object.freeze({
  visibility: 30,
  maximumBytes: MIB,
  retention: 345_600,
  delay: 0,
  wait: 0,
  contentDeduplication: false,
  deduplicationScope: 'queue',
  throughputLimit: 'perQueue',
  keyReuse: 300,
  managedEncryption: true,
});

/** The same queue twice: what differs makes the second CreateQueue fail. */
export function differs(name: string, one: QueueSettings, other: QueueSettings): boolean {
  return shownAttribute(name, one) !== shownAttribute(name, other);
}

/** An attribute's value as GetQueueAttributes shows it; undefined: it is not set. */
export function shownAttribute(name: string, settings: QueueSettings): string | undefined {
  switch (name) {
    case 'VisibilityTimeout':
      return String(settings.visibility);
    case 'MaximumMessageSize':
      return String(settings.maximumBytes);
    case 'MessageRetentionPeriod':
      return String(settings.retention);
    case 'DelaySeconds':
      return String(settings.delay);
    case 'ReceiveMessageWaitTimeSeconds':
      return String(settings.wait);
    case 'ContentBasedDeduplication':
      return String(settings.contentDeduplication);
    case 'DeduplicationScope':
      return settings.deduplicationScope;
    case 'FifoThroughputLimit':
      return settings.throughputLimit;
    case 'RedrivePolicy':
      return settings.redrive === undefined ? undefined : shownRedrive(settings.redrive);
    case 'RedriveAllowPolicy':
      return settings.redriveAllow === undefined ? undefined : shownAllow(settings.redriveAllow);
    case 'KmsMasterKeyId':
      return settings.key;
    case 'KmsDataKeyReusePeriodSeconds':
      return settings.key === undefined ? undefined : String(settings.keyReuse);
    case 'SqsManagedSseEnabled':
      return String(settings.managedEncryption);
    default:
      return undefined;
  }
}

function shownRedrive({ target, maxReceives }: RedrivePolicy): string {
  return JSON.stringify({ deadLetterTargetArn: target, maxReceiveCount: maxReceives });
}

function shownAllow({ permission, sources }: RedriveAllowPolicy): string {
  const named = permission === 'byQueue' ? { sourceQueueArns: sources } : {};
  return JSON.stringify({ redrivePermission: permission, ...named });
}
