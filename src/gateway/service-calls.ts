import { Readable } from 'node:stream';
import type { Scope } from '../core/scope.ts';
import type { Clock } from '../core/time.ts';
import type { Call, CallOptions, OperationReference } from '../contract/operation.ts';
import type { JobContext } from '../contract/service.ts';
import type { Unit } from '../contract/view.ts';
import type { ServiceCaller } from './context.ts';
import {
  assertPermitted,
  type CallRequest,
  execute,
  type Executed,
  nestedCallOf,
  outputOf,
  referredTo,
  serviceCaller,
} from './execution.ts';
import { toServiceError } from './failure.ts';
import { serviceIdentity } from './nested-call.ts';
import { plainCall } from './plain-call.ts';
import { inSteps, type StepParts } from './steps.ts';

export interface ServiceCallParts extends StepParts {
  readonly clock: Clock;
}

/** A service at work by itself: nobody's request. */
export interface ServiceAtWork {
  readonly principal: string;
  readonly scope: Scope;
}

/** Calls operations inside a unit of the service's own, such as a job's. */
export function callsWithin(
  parts: ServiceCallParts,
  work: ServiceAtWork,
  unit: Unit,
): ServiceCaller {
  return serviceCaller(parts.execution, { call: ownCall(parts, work), unit, depth: 0 });
}

/** Asks for permissions inside a unit of the service's own. */
export function permissionsWithin(
  parts: ServiceCallParts,
  work: ServiceAtWork,
  unit: Unit,
): JobContext['assertPermitted'] {
  return (permission, as) =>
    assertPermitted(
      parts.execution,
      { call: ownCall(parts, work), unit, depth: 0 },
      as,
      permission,
    );
}

/** Calls operations in units of their own, those of three steps too. Call it where no unit is open. */
export function callsAlone(parts: ServiceCallParts, work: ServiceAtWork): ServiceCaller {
  const { store, execution } = parts;
  return async <I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options: CallOptions,
  ): Promise<O> => {
    const operation = referredTo(execution, reference);
    const payment = { isMade: false };
    const request = async (unit: Unit): Promise<CallRequest> => {
      const origin = { call: ownCall(parts, work), unit, depth: 0 };
      const call = await nestedCallOf(execution, origin, operation, options);
      return { operation, call, unit, input, payment, depth: 1 };
    };
    const executed =
      operation.implementation?.act === undefined
        ? await store.run((unit) => answered(async () => execute(execution, await request(unit))))
        : await answered(() =>
            inSteps(parts, async (unit) => ({ request: await request(unit), body: emptyBody })),
          );
    return outputOf(reference, executed);
  };
}

/** A role that can't be assumed is the call's answer, and its record stays. */
async function answered(work: () => Promise<Executed>): Promise<Executed> {
  try {
    return await work();
  } catch (error) {
    return { ok: false, error: toServiceError(error) };
  }
}

function emptyBody() {
  return { bytes: Readable.from([]), trailers: () => new Map<string, string>() };
}

function ownCall({ clock }: ServiceCallParts, { principal, scope }: ServiceAtWork): Call {
  return plainCall(clock, {
    eventSource: principal,
    scope,
    caller: serviceIdentity({ principal, account: scope.account }),
    sourceIp: principal,
    userAgent: principal,
    secure: true,
  });
}
