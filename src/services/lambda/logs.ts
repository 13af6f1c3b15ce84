import type { RanOutcome } from '../../contract/functions.ts';
import type { CallOptions } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Instant } from '../../core/time.ts';
import { asRole } from './execution-role.ts';
import {
  type CallService,
  createLogGroup,
  createLogStream,
  putLogEvents,
} from './other-services.ts';
import type { FunctionDocument, VersionDocument } from './state.ts';

/** AWS's limits of one PutLogEvents. */
const EVENTS_MAX = 10_000;

/**
 * Puts what a function said into its log group as the execution role: a role that may not write logs has none. Nothing
 * that goes wrong here is the function's.
 */
export async function writeLog(
  work: { readonly callService: CallService; readonly now: Instant },
  { name }: FunctionDocument,
  { role, logging }: VersionDocument,
  { log, logStream, isFirst }: RanOutcome,
): Promise<void> {
  const as = { as: asRole(role, name) };
  const place = { logGroupName: logging.group, logStreamName: logStream };
  const logEvents = log
    .slice(-EVENTS_MAX)
    .map(({ ageMs, text }) => ({ timestamp: work.now - Math.round(ageMs), message: `${text}\n` }));
  try {
    if (isFirst) await makeStream(work.callService, place, as);
    await work.callService(putLogEvents, { ...place, logEvents }, as);
  } catch {
    // The role may not, or the group is gone.
  }
}

async function makeStream(
  callService: CallService,
  place: { readonly logGroupName: string; readonly logStreamName: string },
  as: CallOptions,
): Promise<void> {
  try {
    await callService(createLogStream, place, as);
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'ResourceNotFoundException') throw error;
    await callService(createLogGroup, { logGroupName: place.logGroupName }, as);
    await callService(createLogStream, place, as);
  }
}
