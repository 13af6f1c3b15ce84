import type { ActContext } from '../../../contract/service.ts';
import type { ServiceActor } from '../../../contract/operation.ts';
import { partitionOf } from '../../../core/arn.ts';
import { ServiceError } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import type { Tags } from '../../../core/tags.ts';
import { loadModel } from '../../../model/load.ts';
import { typedInput } from '../../../model/typed-input.ts';
import { callerFromJson } from '../caller-document.ts';
import { physicalName } from '../domain/physical-name.ts';
import { signalUrl } from '../signal-urls.ts';
import type { Actor } from '../state.ts';
import { PlainFailure } from '../types/plain-failure.ts';
import type { Made, Work } from '../types/resource-type.ts';
import type { Task } from './task.ts';

export const PRINCIPAL = 'cloudformation.amazonaws.com';
const SESSION_NAME = 'AWSCloudFormation';

/** What tasks of one stack share. */
export interface TaskPlace {
  readonly actor: Actor;
  readonly stack: Work['stack'];
  /** The server's own address. */
  readonly address: string;
  /** Told of what is there before its step is over. */
  readonly hold: (made: Made) => void;
}

/** As whom CloudFormation makes and changes a stack's resources. */
export function actingAs(actor: Actor, account: string): ServiceActor {
  if (actor.kind === 'caller') {
    return { principal: PRINCIPAL, account, caller: callerFromJson(actor.caller) };
  }
  return { principal: PRINCIPAL, account, role: { arn: actor.arn, sessionName: SESSION_NAME } };
}

/** What a resource type's functions use for a task. */
export function workOf(context: ActContext, place: TaskPlace, task: Task): Work {
  const { scope } = context;
  const { stack } = place;
  const as = actingAs(place.actor, scope.account);
  const call: Work['call'] = async (service, operation, input, region) => {
    const model = loadModel(service).operations.get(operation);
    if (model === undefined) throw new Error(`${service} has no operation ${operation}`);
    const typed = typedInput(model.input, input, {
      isLenient: true,
      onUnknown: (path, name) => {
        throw new PlainFailure(extraneous(task.logicalId, path, name));
      },
    });
    const via = 'cloudformation';
    const options = { as, via, ...(region === undefined ? {} : { region }) };
    return plain(await context.call({ service, operation }, typed, options));
  };
  return {
    call,
    attempt: async (service, operation, input, region) => {
      try {
        return await call(service, operation, input, region);
      } catch (error) {
        if (isMissing(service, error)) return undefined;
        throw error;
      }
    },
    holds: (id, attributes) =>
      place.hold({ id, ...(attributes === undefined ? {} : { attributes }) }),
    scope,
    partition: partitionOf(scope.region),
    logicalId: task.logicalId,
    type: task.type,
    stack,
    token: task.token,
    name: (max) => {
      const { logicalId, random } = task;
      return physicalName({ stack: stack.name, logicalId, random }, max);
    },
    tags: (own) => tagsOf(stack.tags, own),
    responseUrl: signalUrl(place.address, task.token),
    creationPolicy: task.action === 'create' ? task.creationPolicy : undefined,
  };
}

/** A member that nothing would come of, told as AWS does. */
function extraneous(logicalId: string, path: string, name: string): string {
  const fault = `#${path}: extraneous key [${name}] is not permitted`;
  return `Properties validation failed for resource ${logicalId} with message:\n${fault}`;
}

/** An answer as JSON: instants are texts. */
function plain(output: unknown): JsonObject {
  const value: JsonValue = JSON.parse(JSON.stringify(output));
  return isJsonObject(value) ? value : {};
}

/** A resource's own tags come before those of its stack. */
function tagsOf(stack: Tags, own: JsonValue | undefined): JsonObject[] {
  const tags = new Map<string, string>(Object.entries(stack));
  if (Array.isArray(own)) {
    for (const tag of own) {
      if (isJsonObject(tag)) tags.set(String(tag['Key']), String(tag['Value'] ?? ''));
    }
  } else if (isJsonObject(own)) {
    for (const [key, value] of Object.entries(own)) tags.set(key, String(value));
  }
  return [...tags].map(([Key, Value]) => ({ Key, Value }));
}

const HANDLER_CODES: readonly (readonly [pattern: RegExp, code: string])[] = [
  [/AccessDenied|Unauthorized|AuthorizationError|Forbidden/i, 'AccessDenied'],
  [/AlreadyExists|Duplicate|InUse|BucketAlreadyOwnedByYou|ResourceConflict/i, 'AlreadyExists'],
  [/NotFound|NoSuch|DoesNotExist|NonExistent/i, 'NotFound'],
  [/Throttl|TooManyRequests/i, 'Throttling'],
  [/LimitExceeded|QuotaExceeded/i, 'ServiceLimitExceeded'],
  [/Internal|NotImplemented/i, 'GeneralServiceException'],
];

/** Why a step failed, as AWS's handlers say it. */
export function failureReason(error: ServiceError, token: string): string {
  if (error instanceof PlainFailure) return error.message;
  const code = HANDLER_CODES.find(([pattern]) => pattern.test(error.code))?.[1] ?? 'InvalidRequest';
  return `Resource handler returned message: "${error.message}" (RequestToken: ${token}, HandlerErrorCode: ${code})`;
}

/** An error of a service that says that there is nothing of that name. A key that is missing is another thing. */
function isMissing(service: string, error: unknown): boolean {
  if (!(error instanceof ServiceError)) return false;
  const { code } = error;
  if (service !== 'kms' && /^kms/i.test(code)) return false;
  return /NotFound|NoSuch|DoesNotExist|NonExistent/i.test(code);
}
