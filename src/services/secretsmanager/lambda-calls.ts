import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { CallOptions, Context, OperationReference } from '../../contract/operation.ts';
import type { ActContext } from '../../contract/service.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { accessDenied, invalidParameter } from './errors.ts';

const INVOKE: OperationReference<
  LambdaOperations['Invoke']['input'],
  LambdaOperations['Invoke']['output']
> = { service: 'lambda', operation: 'Invoke' };

const PRINCIPAL = 'secretsmanager.amazonaws.com';
const FUNCTION = /^function:[A-Za-z0-9_-]{1,64}(:[A-Za-z0-9$_-]{1,128})?$/;
/** Of a function's error message, what a record repeats at most. */
const REASON_CHARACTERS_MAX = 512;

/** Errors: the text is no ARN of a function in the Region. */
export function assertFunctionArn(text: string, region: string): void {
  const arn = parseArn(text);
  if (arn?.service === 'lambda' && arn.region === region && FUNCTION.test(arn.resource)) return;
  throw invalidParameter(
    'Invalid rotation Lambda ARN. Ensure the ARN matches format ' +
      'arn:aws:lambda:<region>:<account>:function:<functionName>.',
  );
}

/** Errors: the function's policy doesn't let the service invoke it for the secret, or there is no such function. */
export async function assertMayInvoke(
  context: Context,
  functionArn: string,
  secretArn: string,
): Promise<void> {
  try {
    await context.mayCall(INVOKE, { FunctionName: functionArn }, asService(secretArn));
  } catch (error) {
    if (!(error instanceof ServiceError) || error.status === 501) throw error;
    throw accessDenied(
      'Secrets Manager cannot invoke the specified Lambda function. Ensure that the function ' +
        `policy grants access to the principal ${PRINCIPAL}.`,
    );
  }
}

/** One step of a rotation, as functions are told of it. */
export interface StepEvent {
  readonly Step: string;
  readonly SecretId: string;
  readonly ClientRequestToken: string;
}

/** Why the step failed; undefined when it succeeded. */
export async function invokeStep(
  context: ActContext,
  functionArn: string,
  event: StepEvent,
): Promise<string | undefined> {
  const input = {
    FunctionName: functionArn,
    InvocationType: 'RequestResponse',
    Payload: new Uint8Array(Buffer.from(JSON.stringify(event))),
  } as const;
  try {
    const { FunctionError } = await context.call(INVOKE, input, asService(event.SecretId));
    return FunctionError === undefined
      ? undefined
      : `Error when executing lambda ${functionArn} during ${event.Step} step`;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return `${error.code}: ${error.message}`.slice(0, REASON_CHARACTERS_MAX);
  }
}

function asService(secretArn: string): CallOptions {
  return { as: { principal: PRINCIPAL, sourceArn: secretArn } };
}
