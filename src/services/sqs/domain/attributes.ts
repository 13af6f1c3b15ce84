import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import {
  MIB,
  type QueueSettings,
  type RedriveAllowPolicy,
  type RedrivePolicy,
} from './settings.ts';

/** What is wrong with an attribute: `name` is not known or not settable here, or its value is not allowed. */
export interface AttributeFault {
  readonly fault: 'name' | 'value';
  readonly text: string;
}

type Reader = (value: string, settings: QueueSettings) => QueueSettings | undefined;

const FIFO_ONLY: ReadonlySet<string> = new Set([
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoThroughputLimit',
]);

const SOURCES_MAX = 10;
const RECEIVES_MAX = 1_000;

function whole(
  least: number,
  most: number,
  set: (value: number) => Partial<QueueSettings>,
): Reader {
  return (text, settings) => {
    const value = Number(text);
    if (!/^\d{1,10}$/.test(text) || value < least || value > most) return undefined;
    return { ...settings, ...set(value) };
  };
}

function truth(set: (value: boolean) => Partial<QueueSettings>): Reader {
  return (text, settings) => {
    const value = text.toLowerCase();
    if (value !== 'true' && value !== 'false') return undefined;
    return { ...settings, ...set(value === 'true') };
  };
}

/** Attributes that can be set, but for `Policy`, which names principals, and `FifoQueue`, which never changes. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['VisibilityTimeout', whole(0, 43_200, (visibility) => ({ visibility }))],
  ['MaximumMessageSize', whole(1_024, MIB, (maximumBytes) => ({ maximumBytes }))],
  ['MessageRetentionPeriod', whole(60, 1_209_600, (retention) => ({ retention }))],
  ['DelaySeconds', whole(0, 900, (delay) => ({ delay }))],
  ['ReceiveMessageWaitTimeSeconds', whole(0, 20, (wait) => ({ wait }))],
  ['KmsDataKeyReusePeriodSeconds', whole(60, 86_400, (keyReuse) => ({ keyReuse }))],
  ['ContentBasedDeduplication', truth((contentDeduplication) => ({ contentDeduplication }))],
  ['SqsManagedSseEnabled', managedEncryption],
  ['KmsMasterKeyId', masterKey],
  ['DeduplicationScope', deduplicationScope],
  ['FifoThroughputLimit', throughputLimit],
  ['RedrivePolicy', redrivePolicy],
  ['RedriveAllowPolicy', redriveAllowPolicy],
]);

/** Settings with the attributes given; `Policy` and `FifoQueue` are left to the caller. */
export function readAttributes(
  given: Readonly<Record<string, string>>,
  settings: QueueSettings,
  isFifo: boolean,
): QueueSettings | AttributeFault {
  let read = settings;
  for (const [name, value] of Object.entries(given)) {
    if (name === 'Policy' || name === 'FifoQueue') continue;
    const reader = READERS.get(name);
    if (reader === undefined) return { fault: 'name', text: `Unknown Attribute ${name}.` };
    if (FIFO_ONLY.has(name) && !isFifo) {
      const text = `You can specify the ${name} only when FifoQueue is set to true.`;
      return { fault: 'name', text };
    }
    const next = reader(value, read);
    if (next === undefined) return invalid(name);
    read = next;
  }
  if (given['KmsMasterKeyId'] && given['SqsManagedSseEnabled']?.toLowerCase() === 'true') {
    const text = 'You can use one type of server-side encryption (SSE) at one time.';
    return { fault: 'value', text: `${text} You can either enable KMS SSE or SQS SSE.` };
  }
  const isPerGroup = read.throughputLimit === 'perMessageGroupId';
  return isPerGroup && read.deduplicationScope !== 'messageGroup'
    ? invalid('FifoThroughputLimit')
    : read;
}

export function invalid(name: string): AttributeFault {
  return { fault: 'value', text: `Invalid value for the parameter ${name}.` };
}

export function isFault(read: QueueSettings | AttributeFault): read is AttributeFault {
  return 'fault' in read;
}

/** A queue is encrypted in one way: choosing one gives up the other. */
function managedEncryption(value: string, settings: QueueSettings): QueueSettings | undefined {
  const { key: _key, ...rest } = settings;
  if (value.toLowerCase() === 'true') return { ...rest, managedEncryption: true };
  if (value.toLowerCase() === 'false') return { ...settings, managedEncryption: false };
  return undefined;
}

function masterKey(value: string, settings: QueueSettings): QueueSettings | undefined {
  const { key: _key, ...rest } = settings;
  if (value === '') return rest;
  return value.length > 2_048 ? undefined : { ...rest, key: value, managedEncryption: false };
}

function deduplicationScope(value: string, settings: QueueSettings): QueueSettings | undefined {
  return value === 'queue' || value === 'messageGroup'
    ? { ...settings, deduplicationScope: value }
    : undefined;
}

function throughputLimit(value: string, settings: QueueSettings): QueueSettings | undefined {
  return value === 'perQueue' || value === 'perMessageGroupId'
    ? { ...settings, throughputLimit: value }
    : undefined;
}

function redrivePolicy(value: string, settings: QueueSettings): QueueSettings | undefined {
  const { redrive: _redrive, ...rest } = settings;
  if (value === '') return rest;
  const redrive = readRedrive(objectOf(value));
  return redrive === undefined ? undefined : { ...rest, redrive };
}

function readRedrive(json: JsonObject | undefined): RedrivePolicy | undefined {
  const target = json?.['deadLetterTargetArn'];
  const given = json?.['maxReceiveCount'];
  if (typeof target !== 'string' || (typeof given !== 'number' && typeof given !== 'string')) {
    return undefined;
  }
  const maxReceives = Number(given);
  if (!Number.isInteger(maxReceives) || maxReceives < 1 || maxReceives > RECEIVES_MAX) {
    return undefined;
  }
  return { target, maxReceives };
}

function redriveAllowPolicy(value: string, settings: QueueSettings): QueueSettings | undefined {
  const { redriveAllow: _allow, ...rest } = settings;
  if (value === '') return rest;
  const redriveAllow = readAllow(objectOf(value));
  return redriveAllow === undefined ? undefined : { ...rest, redriveAllow };
}

function readAllow(json: JsonObject | undefined): RedriveAllowPolicy | undefined {
  const permission = json?.['redrivePermission'];
  const given = json?.['sourceQueueArns'];
  if (permission === 'allowAll' || permission === 'denyAll') {
    return given === undefined ? { permission, sources: [] } : undefined;
  }
  if (permission !== 'byQueue' || !Array.isArray(given)) return undefined;
  const sources = given.filter((arn) => typeof arn === 'string');
  const isListed = sources.length === given.length && sources.length > 0;
  return isListed && sources.length <= SOURCES_MAX ? { permission, sources } : undefined;
}

function objectOf(text: string): JsonObject | undefined {
  try {
    const json: JsonValue = JSON.parse(text);
    return isJsonObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
