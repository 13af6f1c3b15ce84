import type { InvocationRequest, LambdaOperations } from '../../../models/lambda/types.ts';
import type { Invocation, LaunchSpec, Outcome, RanOutcome } from '../../contract/functions.ts';
import type { ActingOperationOf, Context } from '../../contract/operation.ts';
import type { MetricWriter } from '../cloudwatch/port.ts';
import { acceptEvent } from './events.ts';
import {
  invalidRequestContent,
  invalidRuntime,
  requestTooLarge,
  tooManyRequests,
} from './errors.ts';
import { invocationOf, launchOf, type RunParts } from './launch.ts';
import { writeLog } from './logs.ts';
import { recordRun } from './metrics.ts';
import { type FunctionPlace, functionOf, onFunction } from './resources.ts';
import { routed } from './routing.ts';

const REQUEST_BYTES_MAX = 6_291_456;
const EVENT_BYTES_MAX = 1_048_576;
const TAIL_BYTES = 4_096;
const CLIENT_CONTEXT_BYTES_MAX = 3_583;

/** What is to be done, decided in the first unit. */
type Prepared =
  | { readonly type: 'DryRun' }
  | { readonly type: 'Event' }
  | {
      readonly type: 'RequestResponse';
      readonly place: FunctionPlace;
      readonly launch: LaunchSpec;
      readonly invocation: Invocation;
    };

type Acted =
  | { readonly type: 'DryRun' }
  | { readonly type: 'Event' }
  | {
      readonly type: 'RequestResponse';
      readonly place: FunctionPlace;
      readonly outcome: Outcome;
    };

export function createInvoke(
  parts: RunParts,
): ActingOperationOf<LambdaOperations, 'Invoke', Prepared, Acted> {
  return {
    name: 'Invoke',
    access: 'write',
    eventCategory: 'data',
    authorize: onFunction('lambda:InvokeFunction'),
    prepare: async (input, context) => {
      const found = await functionOf(context, input);
      const type = input.InvocationType ?? 'RequestResponse';
      const payload = payloadOf(input, type === 'Event' ? EVENT_BYTES_MAX : REQUEST_BYTES_MAX);
      if (type !== 'RequestResponse') return { type };
      const place = await routed(context.unit, found.place);
      const { document, version } = place;
      const work = { callService: context.callService.bind(context), now: context.call.now };
      return {
        type,
        place,
        launch: await launchOf(parts, work, document, version),
        invocation: await invocationOf(
          context.unit,
          { document, version, functionArn: found.resolved.arn },
          {
            requestId: context.call.requestId,
            payload,
            clientContext: clientContextOf(input),
          },
        ),
      };
    },
    act: async (_input, prepared) => {
      if (prepared.type !== 'RequestResponse') return prepared;
      const { type, place, launch, invocation } = prepared;
      return { type, place, outcome: await parts.runner.invoke(launch, invocation) };
    },
    handle: async (input, context, acted) => {
      switch (acted.type) {
        case 'DryRun':
          return { StatusCode: 204 };
        case 'Event':
          return accept(input, context);
        case 'RequestResponse':
          return answer(parts.metrics, input, context, acted);
      }
    },
  };
}

/** The client's context goes to functions that are waited for alone, as on AWS. */
async function accept(input: InvocationRequest, context: Context) {
  const { place } = await functionOf(context, input);
  acceptEvent(context.unit, {
    requestId: context.call.requestId,
    scope: place.document.scope,
    name: place.document.name,
    qualifier: place.qualifier,
    payload: payloadOf(input, EVENT_BYTES_MAX),
    now: context.call.now,
  });
  return { StatusCode: 202 };
}

async function answer(
  metrics: MetricWriter,
  input: InvocationRequest,
  context: Context,
  { place, outcome }: { readonly place: FunctionPlace; readonly outcome: Outcome },
) {
  const { document, version } = place;
  if (outcome.kind === 'throttled') throw tooManyRequests(outcome.reason);
  if (outcome.kind === 'unstartable') throw invalidRuntime(outcome.message);
  const work = { callService: context.callService.bind(context), now: context.call.now };
  await writeLog(work, document, version, outcome);
  await recordRun(metrics, { unit: context.unit, now: context.call.now }, place, outcome);
  return {
    StatusCode: 200,
    Payload: outcome.payload,
    ExecutedVersion: version.version,
    ...(outcome.error === undefined ? {} : { FunctionError: outcome.error }),
    ...(input.LogType === 'Tail' ? { LogResult: tailOf(outcome) } : {}),
  };
}

/** The last bytes of the log, base64. */
function tailOf({ log }: RanOutcome): string {
  const text = log.map((line) => `${line.text}\n`).join('');
  return Buffer.from(text).subarray(-TAIL_BYTES).toString('base64');
}

/** Errors: RequestTooLargeException; InvalidRequestContentException for what is no JSON. */
function payloadOf({ Payload }: InvocationRequest, most: number): Uint8Array {
  if (Payload === undefined || Payload.length === 0) return Buffer.from('{}');
  if (Payload.length > most) throw requestTooLarge(Payload.length, most);
  try {
    JSON.parse(Buffer.from(Payload).toString('utf8'));
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    throw invalidRequestContent(`Could not parse request body into json: ${text}`);
  }
  return Payload;
}

/** The JSON text behind base64. Errors: InvalidRequestContentException. */
function clientContextOf({ ClientContext: given }: InvocationRequest): string | undefined {
  if (given === undefined || given === '') return undefined;
  const text = Buffer.from(given, 'base64').toString('utf8');
  try {
    if (Buffer.byteLength(given) > CLIENT_CONTEXT_BYTES_MAX) throw new Error('too long');
    return JSON.stringify(JSON.parse(text));
  } catch {
    throw invalidRequestContent('Client context must be a valid Base64-encoded JSON object.');
  }
}
