import { ServiceError } from '../core/errors.ts';
import type { RequestBody } from '../contract/operation.ts';
import type { Store, Unit } from '../contract/view.ts';
import {
  type CallRequest,
  execute,
  type Executed,
  type ExecutionParts,
  prepare,
} from './execution.ts';

export interface StepParts {
  readonly store: Store;
  readonly execution: ExecutionParts;
}

/** What the first unit of a call in three steps found: the call, and how its body is read. */
export interface StepsStart {
  readonly request: CallRequest;
  readonly body: () => RequestBody;
}

/**
 * prepare ▸ act ▸ handle: two units with what can't be repeated between them. Who calls is found in the first, so that
 * credentials which expire during an upload don't end it; what they may do is decided in both.
 */
export async function inSteps(
  parts: StepParts,
  start: (unit: Unit) => Promise<StepsStart>,
): Promise<Executed> {
  const first = await parts.store.run(async (unit) => {
    const { request, body } = await start(unit);
    const { unit: _unit, ...call } = request;
    return { call, body, step: await prepare(parts.execution, request) };
  });
  const { call, body, step } = first;
  if (!step.ok) return step;
  let result: { readonly acted: { readonly result: unknown } } | { unreadable: ServiceError };
  try {
    const acted = await call.operation.implementation?.act?.(call.input, step.prepared, body());
    result = { acted: { result: acted } };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    result = { unreadable: error };
  }
  return parts.store.run((unit) => execute(parts.execution, { ...call, unit, ...result }));
}
