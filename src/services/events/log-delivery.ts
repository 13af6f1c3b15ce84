import { createHash } from 'node:crypto';
import type { CallOptions } from '../../contract/operation.ts';
import type { JobContext } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Instant } from '../../core/time.ts';
import type { DeliveryDocument } from './state.ts';
import { CREATE_LOG_STREAM, PUT_LOG_EVENTS } from './target-calls.ts';

export interface ToLogs {
  readonly group: string;
  readonly text: string;
  readonly options: CallOptions;
}

/** Into a stream of the rule's own, which is made when it is first needed. */
export async function putLogEvent(
  context: JobContext,
  { rule, ingested }: DeliveryDocument,
  { group, text, options }: ToLogs,
): Promise<void> {
  const logGroupName = group;
  const logStreamName = streamOf(rule.arn);
  const logEvents = [logEvent(text, ingested)];
  const put = () =>
    context.callService(PUT_LOG_EVENTS, { logGroupName, logStreamName, logEvents }, options);
  try {
    await put();
  } catch (error) {
    // Of a stream that is not there, those may not even know who may write to it.
    if (!(error instanceof ServiceError) || !MISSING.has(error.code)) throw error;
    await context.callService(CREATE_LOG_STREAM, { logGroupName, logStreamName }, options);
    await put();
  }
}

const MISSING = new Set(['ResourceNotFoundException', 'AccessDeniedException']);

function streamOf(ruleArn: string): string {
  const digest = createHash('sha256').update(ruleArn).digest('hex');
  const parts = [8, 12, 16, 20, 32].map((end, at, ends) => digest.slice(ends[at - 1] ?? 0, end));
  return parts.join('-');
}

/** What was made with a template says its time and its message; else the time is the event's. */
function logEvent(text: string, ingested: Instant): { timestamp: number; message: string } {
  const value = read(text);
  if (!isJsonObject(value)) return { timestamp: ingested, message: text };
  const { timestamp, message, time } = value;
  if (typeof message === 'string' && timestamp !== undefined) {
    return { timestamp: instantOf(timestamp) ?? ingested, message };
  }
  return { timestamp: instantOf(time) ?? ingested, message: text };
}

function instantOf(value: JsonValue | undefined): Instant | undefined {
  const instant = typeof value === 'string' ? Date.parse(value) : value;
  return typeof instant === 'number' && Number.isFinite(instant) ? instant : undefined;
}

function read(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
