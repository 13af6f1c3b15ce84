import type {
  FlexibleTimeWindow,
  SchedulerOperations,
  Target,
} from '../../../models/scheduler/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { isTimeZone } from '../../core/time-zone.ts';
import { parseExpression } from './domain/expression.ts';
import { isReading, targetKind } from './domain/target-call.ts';
import { universalOperation } from './universal.ts';
import { unbuilt, validation } from './errors.ts';

/** Whether an operation of a service is there to be called. */
export type IsBuilt = (service: string, operation: string) => boolean;

type Settings = Omit<SchedulerOperations['CreateSchedule']['input'], 'ClientToken'>;

const INPUT_BYTES_MAX = 256 * 1024;

/** Errors: ValidationException; NotImplementedException for what nothing here delivers. */
export function assertSchedule(input: Settings, operation: string, isBuilt: IsBuilt): void {
  const { ScheduleExpression, ScheduleExpressionTimezone = 'UTC', StartDate, EndDate } = input;
  if (!isTimeZone(ScheduleExpressionTimezone)) {
    throw validation(`Invalid Schedule Expression Timezone ${ScheduleExpressionTimezone}.`);
  }
  if (parseExpression(ScheduleExpression, ScheduleExpressionTimezone) === undefined) {
    throw validation(`Invalid Schedule Expression ${ScheduleExpression}.`);
  }
  if (StartDate !== undefined && EndDate !== undefined && StartDate >= EndDate) {
    throw validation('The StartDate must come before the EndDate.');
  }
  assertWindow(input.FlexibleTimeWindow);
  if (input.KmsKeyArn !== undefined) {
    throw unbuilt(operation, 'a key of its own (schedules are sealed under the root key)');
  }
  assertTarget(input.Target, operation, isBuilt);
}

function assertWindow({ Mode, MaximumWindowInMinutes: minutes }: FlexibleTimeWindow): void {
  if (Mode === 'FLEXIBLE' && minutes === undefined) {
    throw validation(
      'A MaximumWindowInMinutes must be provided when the FlexibleTimeWindow is set to FLEXIBLE.',
    );
  }
  if (Mode === 'OFF' && minutes !== undefined) {
    throw validation(
      'A MaximumWindowInMinutes must not be provided when the FlexibleTimeWindow is set to OFF.',
    );
  }
}

function assertTarget(target: Target, operation: string, isBuilt: IsBuilt): void {
  const { Arn, Input, DeadLetterConfig } = target;
  const kind = targetKind(Arn);
  if (kind === undefined) throw validation('Provided Arn is not in correct format.');
  if (kind.kind === 'unbuilt') throw unbuilt(operation, `targets of the service ${kind.service}`);
  if (Buffer.byteLength(Input ?? '') > INPUT_BYTES_MAX) {
    throw validation(`The Input must not be longer than ${INPUT_BYTES_MAX} bytes.`);
  }
  const queue = DeadLetterConfig?.Arn;
  if (queue !== undefined && (parseArn(queue)?.service !== 'sqs' || queue.endsWith('.fifo'))) {
    throw validation('The DeadLetterConfig must name a standard Amazon SQS queue.');
  }
  if (kind.kind === 'templated') assertTemplate(kind.service, target);
  else assertUniversal(kind, { arn: Arn, operation, isBuilt });
}

function assertTemplate(service: string, target: Target): void {
  if (service === 'events' && target.EventBridgeParameters === undefined) {
    throw validation('EventBridgeParameters must be provided for the target.');
  }
  const isFifo = service === 'sqs' && target.Arn.endsWith('.fifo');
  if (isFifo && target.SqsParameters === undefined) {
    throw validation('SqsParameters must be provided for the target.');
  }
}

function assertUniversal(
  { sdk, action }: { readonly sdk: string; readonly action: string },
  { arn, operation, isBuilt }: { arn: string; operation: string; isBuilt: IsBuilt },
): void {
  if (isReading(action)) {
    throw validation(`The action ${action} only reads, and can not be a target.`);
  }
  const called = universalOperation(sdk, action);
  if (called === undefined) throw validation(`${arn} is not a supported target.`);
  if (!isBuilt(called.service, called.operation)) {
    throw unbuilt(operation, `the target ${called.service}:${called.operation}`);
  }
}

interface AssumeRole {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
}

const ASSUME_ROLE: OperationReference<AssumeRole, object> = {
  service: 'sts',
  operation: 'AssumeRole',
};

/** The role must be one that Scheduler may assume for the group. Errors: ValidationException. */
export async function assertRole(
  context: Context,
  RoleArn: string,
  sourceArn: string,
): Promise<void> {
  const as = { principal: 'scheduler.amazonaws.com', sourceArn };
  try {
    await context.mayCall(ASSUME_ROLE, { RoleArn, RoleSessionName: 'scheduler' }, { as });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw validation(
      'The execution role you provide must allow AWS EventBridge Scheduler to assume the role.',
    );
  }
}
