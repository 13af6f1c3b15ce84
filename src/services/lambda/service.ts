import type { Blobs } from '../../contract/blobs.ts';
import type { FunctionRunner } from '../../contract/functions.ts';
import type { Service } from '../../contract/service.ts';
import { createCreateFunction } from './create-function.ts';
import { createRunEvent, pendingEvents } from './events.ts';
import {
  createDeleteFunction,
  getFunction,
  getFunctionConfiguration,
  listFunctions,
} from './functions.ts';
import { createInvoke } from './invoke.ts';
import { PRINCIPAL } from './other-services.ts';
import { functions, versions } from './state.ts';
import { notImplemented } from './unbuilt.ts';

export interface LambdaParts {
  /** Keeps archives of code. */
  readonly blobs: Blobs;
  /** Runs functions in processes of their own. */
  readonly runner: FunctionRunner;
}

/** Functions that really run, as their execution roles. */
export function createLambdaService(parts: LambdaParts): Service {
  const { blobs, runner } = parts;
  return {
    id: 'lambda',
    principal: PRINCIPAL,
    operations: [
      createCreateFunction(parts),
      getFunction,
      getFunctionConfiguration,
      listFunctions,
      createDeleteFunction(blobs, runner),
      createInvoke(parts),
    ],
    notImplemented,
    collections: [functions, versions, pendingEvents],
    jobs: [createRunEvent(parts)],
    denialCode: { code: 'AccessDeniedException', status: 403 },
  };
}
